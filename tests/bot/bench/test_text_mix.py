"""What people write in the bench."""

from bot.bench.text_mix import VIRAL_COUNT, TextMix
from knowledge.entry import Area, FactCheck, Guideline

GUIDELINE = Guideline(
    id="sealed-envelope",
    area=Area.VOTER_INFO,
    owner="SPR",
    title_ms=None,
    title_en="How do I return a sealed envelope?",
    body_ms=None,
    body_en="Post it.",
    source_url="https://example.org/envelope",
)


def test_the_same_seed_brings_the_same_messages(black_dot: FactCheck) -> None:
    """Two runs can be compared; another seed is another run."""
    entries: list[FactCheck | Guideline] = [black_dot, GUIDELINE]
    assert TextMix(entries).take(200) == TextMix(entries).take(200)
    assert TextMix(entries, seed=1).take(200) != TextMix(entries).take(200)


def test_taking_goes_on_where_it_ended(black_dot: FactCheck) -> None:
    """The load does not repeat the messages of the warm-up, which would be cached."""
    whole, mix = TextMix([black_dot]).take(40), TextMix([black_dot])
    assert mix.take(10) + mix.take(30) == whole


def test_there_is_some_of_everything(black_dot: FactCheck) -> None:
    """Claims as they are, claims in other words, questions, unknown claims and small talk."""
    texts = TextMix([black_dot, GUIDELINE]).take(500)
    claims = {black_dot.claim_ms, black_dot.claim_en}
    assert claims & set(texts)
    assert GUIDELINE.title_en in texts
    assert "hai" in texts
    assert any("Bukit Kecil" in text for text in texts)
    assert any(text not in claims and "titik" in text for text in texts)


def test_viral_messages_repeat(black_dot: FactCheck) -> None:
    """A few claims come word for word again and again."""
    claims = [black_dot.model_copy(update={"id": f"claim-{n}", "claim_ms": f"Claim number {n}."}) for n in range(60)]
    originals = {claim for entry in claims for claim in (entry.claim_ms, entry.claim_en)}
    repeated = {text for text in TextMix(claims).take(1000) if text in originals}
    assert 0 < len(repeated) <= VIRAL_COUNT


def test_it_works_without_entries() -> None:
    """Nothing known is a case too; no message is empty."""
    texts = TextMix([]).take(100)
    assert len(texts) == 100
    assert all(text.strip() for text in texts)
