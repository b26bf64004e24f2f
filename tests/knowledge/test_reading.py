"""A second look at the best candidate."""

import pytest

from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.matching import CONFIRM_LEAD, CONFIRM_MIN_TERMS, READ_FROM, Candidate, Match, is_sure
from knowledge.profile import profile_of
from knowledge.reading import MOST_READ, NOT_READ, ReadingWeights, reading_row, with_reading
from knowledge.text.analysis import analyse
from knowledge.text.language import Language
from tests.knowledge.conftest import MakeFactCheck
from tests.knowledge.pair_reader import FakeReader

MESSAGE = analyse("undi titik hitam rosak ke")
WEIGHTS = ReadingWeights(judged=1.0, read=1.0, intercept=0.0)


def candidate(make: MakeFactCheck, probability: float, name: str = "satu", *, contradicts: bool = False) -> Candidate:
    entry = make(id=name, source_url=f"https://a.my/{name}")
    return Candidate(Match(entry, probability), contradicts, CONFIRM_MIN_TERMS)


@pytest.mark.parametrize(("message", "language"), [("undi titik hitam rosak ke", "ms"), ("is the vote spoilt", "en")])
def test_the_claim_is_read_in_the_language_of_the_message(
    make_fact_check: MakeFactCheck, message: str, language: Language
) -> None:
    """Wordings and summaries are not: the claim is what was checked."""
    said, entry = analyse(message), make_fact_check(wordings_ms=["Bintik hitam merosakkan undi."])
    reader = FakeReader(lambda *_: 2.0)
    assert reading_row(said, profile_of(entry), 0.5, reader) == pytest.approx((0.0, 2.0))
    assert reading_row(said, profile_of(entry), 0.5, FakeReader(lambda *_: 30.0)) == pytest.approx((0.0, MOST_READ))
    claim = entry.claim(Language(language))
    assert claim
    assert reader.read == [(canonical_text(said.words), canonical_text(analyse(claim).words))]


def test_a_claim_in_one_language_is_read_in_that_one(make_fact_check: MakeFactCheck) -> None:
    """An entry may lack the message's language."""
    reader = FakeReader(lambda *_: 2.0)
    reading_row(analyse("is the vote spoilt"), profile_of(make_fact_check(claim_en=None, summary_en=None)), 0.5, reader)
    assert "kertas undi" in reader.read[0][1]


def test_a_reading_raises_or_lowers_what_was_judged(make_fact_check: MakeFactCheck) -> None:
    """The probability of the first changes; the ranking does not."""
    entry = profile_of(make_fact_check())
    pair = [candidate(make_fact_check, 0.8), candidate(make_fact_check, 0.1, "dua")]
    for says, expected in ((2.0, 0.967), (-2.0, 0.351)):
        found = with_reading(pair, MESSAGE, entry, FakeReader(lambda *_, says=says: says), WEIGHTS, None)
        assert found[0].read == pytest.approx(expected, abs=0.001)
        assert [each.match for each in found] == [each.match for each in pair]
        assert found[1].read is None


def test_only_what_could_be_confirmed_is_read(make_fact_check: MakeFactCheck) -> None:
    """Unlikely, close to a runner-up or contradicted: no reading would change the decision, so none is made."""
    reader, entry = FakeReader(lambda *_: 9.0), profile_of(make_fact_check())
    rival = candidate(make_fact_check, 0.9 - CONFIRM_LEAD / 2, "dua")
    for found in (
        [candidate(make_fact_check, READ_FROM - 0.01)],
        [candidate(make_fact_check, 0.9), rival],
        [candidate(make_fact_check, 0.9, contradicts=True)],
    ):
        assert with_reading(found, MESSAGE, entry, reader, WEIGHTS, None) == found
    assert not reader.read


@pytest.mark.parametrize("probability", [0.52, 0.75, 0.95, 0.9995])
@pytest.mark.parametrize("says", [-50.0, -3.9, 0.0, 3.9, 50.0])
def test_what_no_reading_can_change_is_not_read(
    make_fact_check: MakeFactCheck, probability: float, says: float
) -> None:
    """The decision is the one that reading would have come to, whatever the cross-encoder said."""
    found, entry = [candidate(make_fact_check, probability)], profile_of(make_fact_check())
    always, sparing = FakeReader(lambda *_: says), FakeReader(lambda *_: says)
    weights = ReadingWeights(judged=1.0, read=0.5, intercept=0.0)
    read = with_reading(found, MESSAGE, entry, always, weights, None)
    spared = with_reading(found, MESSAGE, entry, sparing, weights, 0.9)
    assert is_sure(spared[0], 0.9) == is_sure(read[0], 0.9)
    assert (len(always.read), len(sparing.read)) == (1, int(probability in (0.75, 0.95)))


def test_unweighed_reading_leaves_the_probability(make_fact_check: MakeFactCheck) -> None:
    """Before anything is learnt of it."""
    row = reading_row(MESSAGE, profile_of(make_fact_check()), 0.73, FakeReader(lambda *_: 5.0))
    assert NOT_READ.probability(row) == pytest.approx(0.73)
