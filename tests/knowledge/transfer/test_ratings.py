import pytest

from knowledge.entry import Verdict
from knowledge.transfer.ratings import Rating, Unmapped, known_words, plain, verdict_of


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("False", Verdict.FALSE),
        ("PALSU", Verdict.FALSE),
        ("❌ Tidak benar!", Verdict.FALSE),
        ("Misleading", Verdict.MISLEADING),
        ("Mengelirukan", Verdict.MISLEADING),
        ("Missing context", Verdict.MISSING_CONTEXT),
        ("missing_context", Verdict.MISSING_CONTEXT),
        ("Di luar konteks", Verdict.MISSING_CONTEXT),
        ("Altered video", Verdict.ALTERED),
        ("AI-generated", Verdict.ALTERED),
        ("Diubah suai", Verdict.ALTERED),
        ("No evidence", Verdict.UNPROVEN),
        ("Belum terbukti", Verdict.UNPROVEN),
        ("Satira", Verdict.SATIRE),
        ("True", Verdict.TRUE),
        ("Sahih", Verdict.TRUE),
    ],
)
def test_words_of_both_languages(words: str, verdict: Verdict):
    """Capitals, marks and emoji do not matter; the whole rating must be known."""
    assert verdict_of(Rating(words), {}) is verdict


def test_every_verdict_is_its_own_name_in_both_languages():
    """What we write ourselves can be read again."""
    for verdict in Verdict:
        assert verdict_of(Rating(verdict.value), {}) is verdict
    all_words = [word for verdict in Verdict for word in known_words(verdict)]
    assert len(all_words) == len(set(all_words))
    assert all(plain(word) == word for word in all_words)


@pytest.mark.parametrize(
    "words", ["Mostly false", "Half true", "Partly false", "Not false", "separuh benar", "2/5", "?"]
)
def test_what_publishers_mean_differently_is_not_guessed(words: str):
    """A rating that merely holds a known word is no known rating."""
    found = verdict_of(Rating(words, value=1, worst=1, best=5), {})
    assert isinstance(found, Unmapped)


@pytest.mark.parametrize(
    ("value", "worst", "best", "verdict"),
    [(1, 1, 5, Verdict.FALSE), (5, 1, 5, Verdict.TRUE), (0, 0, 10, Verdict.FALSE), (100.0, 0, 100, Verdict.TRUE)],
)
def test_a_number_at_an_end_of_its_scale(value: float, worst: float, best: float, verdict: Verdict):
    """Without words, worst is FALSE and best is TRUE."""
    assert verdict_of(Rating(None, value, worst, best), {}) is verdict


@pytest.mark.parametrize(
    "rating", [Rating(None, 3, 1, 5), Rating(None, 1, 1, 1), Rating(None, -1, 5, 1), Rating(None, 1)]
)
def test_a_number_elsewhere_says_nothing(rating: Rating):
    """In between, on a scale of one value, turned round or without a scale: not mapped."""
    assert isinstance(verdict_of(rating, {}), Unmapped)


def test_words_against_their_number():
    """A rating in words that its own number contradicts is a fault, not a choice."""
    assert isinstance(verdict_of(Rating("True", 1, 1, 5), {}), Unmapped)
    assert verdict_of(Rating("Misleading", 1, 1, 5), {}) is Verdict.MISLEADING


def test_what_a_person_decided_comes_first():
    """`--rating` maps what is unknown and overrides what is known."""
    assert verdict_of(Rating("Mostly FALSE"), {"mostly false": Verdict.MISLEADING}) is Verdict.MISLEADING
    assert verdict_of(Rating("Salah"), {"salah": Verdict.MISLEADING}) is Verdict.MISLEADING
