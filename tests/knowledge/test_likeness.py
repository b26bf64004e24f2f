import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.likeness import Likeness, likeness, log_odds
from knowledge.tip_reading import TipReader


def _pair(one: str, other: str) -> Likeness:
    first, second = TipReader(HashEmbedder(), lambda term: 3.0).read({1: one, 2: other})
    assert log_odds(first, second) == pytest.approx(log_odds(second, first))
    return likeness(first, second)


def test_the_same_words_share_everything():
    """Identical tips: both cosines and both shares are 1, nothing conflicts."""
    found = _pair("denda rm50 mykad johor 3 disember", "denda rm50 mykad johor 3 disember")
    assert found.message_cosine == pytest.approx(1.0)
    assert (found.least_shared, found.most_shared) == (pytest.approx(1.0), pytest.approx(1.0))
    assert (found.names_conflict, found.counts_conflict, found.days_conflict) == (0, 0, 0)
    assert min(found.names_agree, found.counts_agree, found.days_agree) > 0


@pytest.mark.parametrize(
    ("other", "conflict"),
    [
        ("bantuan rm300 johor 3 disember", "none"),
        ("bantuan rm300 perak 3 disember", "names_conflict"),
        ("bantuan rm500 johor 3 disember", "counts_conflict"),
        ("bantuan rm300 johor 9 disember", "days_conflict"),
        ("bantuan", "none"),
    ],
)
def test_each_kind_of_fact_conflicts_by_itself(other: str, conflict: str):
    """Another state, amount or day counts against, one kind at a time; what is not said does not."""
    found = _pair("bantuan rm300 johor 3 disember", other)
    conflicts = [name for name in ("names_conflict", "counts_conflict", "days_conflict") if getattr(found, name)]
    assert conflicts == ([] if conflict == "none" else [conflict])


def test_a_town_does_not_conflict_with_its_state():
    """Kluang lies in Johor: a tip that names the town and one that names the state may be one claim."""
    assert _pair("sekolah kluang tutup", "sekolah johor tutup").names_conflict == 0


def test_what_speaks_of_the_message_is_no_content():
    """Two tips that share only "betul ke" and "tolong viralkan" share nothing that tells."""
    assert _pair("betul ke buaya di tasik", "betul ke garam habis").least_shared < 0.2
