"""Where entries are."""

from knowledge.index.places import Places
from knowledge.index.spill import Place


def filled(count: int) -> Places:
    """Entries with two headings and one body, then three and two, in turn."""
    places = Places()
    for at in range(count):
        places.add(2 + at % 2, 3 + 2 * (at % 2), Place(10 * at, at))
    return places


def test_rows_follow_each_other() -> None:
    """No row is between two entries, and each leads back to its entry."""
    places = filled(3)
    assert [list(places.rows(number)) for number in range(3)] == [[0, 1, 2], [3, 4, 5, 6, 7], [8, 9, 10]]
    assert places.numbers_of([10, 0, 7, 3, 2]) == [2, 0, 1, 1, 0]


def test_spans_divide_headings_from_bodies() -> None:
    """In the order asked for."""
    spans = filled(3).spans([1, 0])
    assert spans.rows.tolist() == [3, 4, 5, 6, 7, 0, 1, 2]
    assert spans.starts.tolist() == [0, 3, 5, 7]


def test_more_entries_than_it_began_with() -> None:
    """What was known before it grew is still known."""
    places = filled(3000)
    assert places.spilled(5) == Place(50, 5)
    assert places.spilled(2999) == Place(29_990, 2999)
    assert places.numbers_of(list(places.rows(2999))) == [2999] * 5
