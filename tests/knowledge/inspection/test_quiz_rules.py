import pytest

from knowledge.entry import Status
from knowledge.inspection.quiz_rules import giveaways
from tests.knowledge.store.examples import quiz_item

from .conftest import listed, named

EVEN = ("aaaa", "bbbb", "cccc", "dddd")


@pytest.mark.parametrize(
    ("options", "tells"),
    [
        (("a" * 14, "b" * 10, "c" * 10, "d" * 9), True),
        (("a" * 13, "b" * 10, "c" * 10, "d" * 9), False),
        (("a" * 7, "b" * 10, "c" * 10, "d" * 10), True),
        (("a" * 8, "b" * 10, "c" * 10, "d" * 10), False),
        (("a" * 5, "b" * 5, "c" * 40, "d" * 5), False),
    ],
)
def test_one_item_gives_nothing_away_by_length(options: tuple[str, ...], tells: bool):
    """A right option much longer, or much shorter, than all others tells; a long wrong one does not."""
    found = named(giveaways([listed(quiz_item(options_ms=options))]))
    assert found == ([("answer-length", "a-question")] if tells else [])
    assert named(giveaways([listed(quiz_item(options_ms=options), Status.PENDING)])) == []


def test_right_options_stand_in_all_places():
    """Many items with the answer in one place tell it; evenly spread they do not."""
    spread = [listed(quiz_item(f"q-{n}", options_ms=EVEN, answer_index=n % 4)) for n in range(20)]
    assert named(giveaways(spread)) == []
    first = [listed(quiz_item(f"q-{n}", options_ms=EVEN)) for n in range(20)]
    assert named(giveaways(first)) == [("answer-position", "*")] * 4


def test_right_options_are_not_often_the_longest():
    """A little longer in most items tells as well."""
    options = ("aaaaaa", "bbbbb", "ccccc", "ddddd")

    def item(number: int) -> tuple[str, ...]:
        place = number % 4
        return (*options[1 : place + 1], options[0], *options[place + 1 :])

    items = [listed(quiz_item(f"q-{n}", options_ms=item(n), answer_index=n % 4)) for n in range(20)]
    (finding,) = giveaways(items)
    assert (finding.rule, finding.subject) == ("answer-length", "*")
    assert "longest in 20 of 20" in finding.problem
