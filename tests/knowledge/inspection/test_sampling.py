from knowledge.entry import Status
from knowledge.inspection.sampling import sample
from tests.knowledge.store.examples import fact_check

from .conftest import listed

ENTRIES = [listed(fact_check(f"claim-{number}")) for number in range(50)]


def test_a_draw_can_be_made_again():
    """The same seed draws the same entries, whatever the order of the files; another seed draws others."""
    drawn = sample(ENTRIES, 10, 7)
    assert sample(list(reversed(ENTRIES)), 10, 7) == drawn
    assert sample(ENTRIES, 10, 8) != drawn
    assert len({each.entry.id for each in drawn}) == 10


def test_only_published_entries_are_drawn():
    """All of them when there are fewer than asked for."""
    pending = [listed(fact_check("waiting"), Status.PENDING)]
    assert len(sample(ENTRIES[:3] + pending, 10, 1)) == 3
