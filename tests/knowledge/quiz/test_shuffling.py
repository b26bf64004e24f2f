from knowledge.quiz.shuffling import option_order, question_order


def test_order_is_the_same_every_time_and_differs_between_students() -> None:
    """A restart changes nobody's order; neighbours do not see the same one."""
    mine = [question_order(5, 1, 10, is_shuffled=True) for _ in range(3)]
    assert mine[0] == mine[1] == mine[2]
    assert sorted(mine[0]) == list(range(10))
    assert len({question_order(5, student, 10, is_shuffled=True) for student in range(30)}) > 25
    assert len({option_order(5, student, 2, 4, is_shuffled=True) for student in range(30)}) > 10


def test_unshuffled_is_as_written() -> None:
    """Who switches shuffling off gets the order of the set."""
    assert question_order(5, 1, 3, is_shuffled=False) == (0, 1, 2)
    assert option_order(5, 1, 0, 4, is_shuffled=False) == (0, 1, 2, 3)


def test_right_answer_is_anywhere() -> None:
    """Over many students each option stands at each place about equally often (within 5 standard deviations)."""
    places = [option_order(9, student, 0, 4, is_shuffled=True).index(0) for student in range(4000)]
    assert all(abs(places.count(place) - 1000) < 5 * 27.4 for place in range(4))
