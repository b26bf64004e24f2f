import pytest

from knowledge.clustering import assign, cluster, fitting, is_one_claim, most_central
from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.tip_reading import TipReader, TipReading

SCHOOL_SELANGOR = ["sekolah selangor tutup isnin kerana jerebu", "betul ke sekolah di selangor tutup isnin jerebu"]
SCHOOL_JOHOR = ["sekolah johor tutup isnin kerana jerebu", "betul ke sekolah di johor tutup isnin jerebu"]
CROCODILE = ["buaya tiga meter dilihat di tasik putrajaya", "ada buaya dalam tasik putrajaya tiga meter"]


@pytest.fixture(scope="module")
def reader() -> TipReader:
    return TipReader(HashEmbedder(), lambda term: 3.0)


def _read(reader: TipReader, *texts: str) -> list[TipReading]:
    return reader.read(dict(enumerate(texts)))


def test_tips_about_one_claim_are_one_cluster(reader: TipReader):
    """Wordings that share what tells of the claim are grouped; another claim stays by itself."""
    assert cluster(_read(reader, SCHOOL_SELANGOR[0], CROCODILE[0], SCHOOL_SELANGOR[1], CROCODILE[1])) == [
        (0, 2),
        (1, 3),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SCHOOL_SELANGOR[0], SCHOOL_JOHOR[0]),
        ("bekalan air pulau pinang putus mulai 3 disember", "bekalan air pulau pinang putus mulai 17 disember"),
    ],
)
def test_another_state_amount_or_day_is_another_claim(reader: TipReader, one: str, other: str):
    """A near-miss is not merged, however alike its words are."""
    first, second = _read(reader, one, other)
    assert cluster([first, second]) == [(0,), (1,)]
    assert assign(second, {7: [first]}) is None


def test_a_new_tip_joins_the_cluster_it_is_most_like(reader: TipReader):
    """Online and at once agree on plain cases; a claim of its own gives None."""
    tips = _read(reader, *SCHOOL_SELANGOR, *CROCODILE, "kerajaan beri baucar petrol kepada pelajar")
    clusters = {11: [tips[0]], 12: [tips[2]]}
    assert assign(tips[1], clusters) == 11
    assert assign(tips[3], clusters) == 12
    assert assign(tips[4], clusters) is None
    assert assign(tips[1], {}) is None


def test_a_tip_that_fits_two_clusters_joins_the_likelier(reader: TipReader):
    """The other is named after it, so that the two can be held against each other; what it may not join is left out."""
    tips = _read(reader, CROCODILE[0], SCHOOL_SELANGOR[0], "buaya tasik putrajaya", CROCODILE[1])
    clusters = {5: [tips[2]], 6: [tips[1]], 7: [tips[0]]}
    assert fitting(tips[3], clusters) == [5, 7]
    assert fitting(tips[3], clusters, closed_to_it={5}) == [7]
    assert is_one_claim([tips[0], tips[3]], [tips[2]])
    assert not is_one_claim([tips[0], tips[3]], [tips[1]])


def test_what_people_decided_comes_first(reader: TipReader):
    """A merge and a split by hand survive re-clustering; where they clash the split holds."""
    tips = _read(reader, SCHOOL_SELANGOR[0], SCHOOL_SELANGOR[1], CROCODILE[0])
    assert cluster(tips, together=[(0, 2)])[0] in [(0, 1, 2), (0, 2)]
    assert cluster(tips, apart=[(1, 0)]) == [(0,), (1,), (2,)]
    assert cluster(tips, together=[(0, 1)], apart=[(0, 1)]) == [(0,), (1,), (2,)]
    assert assign(tips[1], {5: [tips[0]]}, closed_to_it={5}) is None
    assert cluster(tips, together=[(0, 99)], apart=[(98, 99)]) == [(0, 1), (2,)]


def test_the_order_of_the_groups_is_that_of_their_first_tips(reader: TipReader):
    """Keys are the tips' own numbers, whatever their order, and nothing is lost."""
    readings = reader.read({40: CROCODILE[0], 7: SCHOOL_SELANGOR[0], 9: CROCODILE[1]})
    assert cluster(readings) == [(40, 9), (7,)]
    assert cluster([]) == []


def test_a_tip_without_words(reader: TipReader):
    """Emoji alone, or nothing, is a cluster of its own and breaks nothing."""
    assert cluster(_read(reader, "", "😱😱", SCHOOL_SELANGOR[0])) == [(0,), (1,), (2,)]
    assert reader.read({}) == []


def test_the_most_central_tip_stands_for_its_cluster(reader: TipReader):
    """Where a group has an odd one, one of those that are alike is shown."""
    tips = _read(reader, CROCODILE[0], SCHOOL_SELANGOR[0], SCHOOL_SELANGOR[1])
    assert most_central(tips) in (1, 2)
    assert most_central(tips[:1]) == 0
