"""What a text names and counts."""

from knowledge.facts import facts_of, is_counted, is_day_among, is_near, join_facts
from knowledge.text.analysis import analyse


def test_names_come_by_group_with_what_they_imply() -> None:
    """A town names its state, an election its year."""
    facts = facts_of(analyse("pengundi hantu di Baling masa PRU15"))
    assert facts.names["place"] == {"baling"}
    assert "kedah" in facts.everything
    assert facts.implied_years == {"2022"}


def test_question_tags_do_not_deny() -> None:
    """A "not" that only asks for a yes or a no denies nothing."""
    assert facts_of(analyse("SPR tutup pusat mengundi, betul ke tidak")).denials == 0
    assert facts_of(analyse("SPR tidak tutup pusat mengundi")).denials == 1


def test_numbers_are_near_within_two_in_a_hundred() -> None:
    """70 million and 70.1 million are one number; 121 and 131 are two."""
    assert is_near(70e6, [70.1e6])
    assert not is_near(121, [131])


def test_rough_numbers_may_be_a_fifth_off() -> None:
    """One number that is "over 300" may be 321, on whichever side it is said; 300 may not, nor may it be 400."""
    rough, exact, given, far = (
        facts_of(analyse(text)) for text in ("lebih daripada 300 kes", "300 kes", "321 kes", "nearly 400 cases")
    )
    assert is_counted(300, rough, given)
    assert is_counted(321, given, rough)
    assert not is_counted(300, exact, given)
    assert not is_counted(300, rough, far)


def test_day_without_month_fits_any_month() -> None:
    """The 15th may be 15 November; 15 October is not."""
    assert is_day_among("15", ["15-11"])
    assert not is_day_among("15-10", ["15-11"])


def test_join_keeps_everything_that_either_says() -> None:
    """An entry knows what any of its texts knows."""
    joined = join_facts([facts_of(analyse("Kedah 2023")), facts_of(analyse("Johor 2022"))])
    assert joined.names["place"] == {"kedah", "johor"}
    assert joined.years == {"2022", "2023"}
