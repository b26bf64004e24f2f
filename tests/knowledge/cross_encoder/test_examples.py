"""What the cross-encoder learns from."""

import pytest

from knowledge.cross_encoder.build.examples import Example, Examples
from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.entry import FactCheck
from knowledge.training.messages import Messages
from tests.knowledge.conftest import MakeFactCheck

LONG = " ".join(["Assalamualaikum semua, sila baca sampai habis dan kongsi dengan keluarga."] * 4)


@pytest.fixture
def entries(make_fact_check: MakeFactCheck) -> list[FactCheck]:
    return [
        make_fact_check(wordings_ms=["Bintik hitam merosakkan undi."], look_alikes=["Titik hitam tanda undi sah."]),
        make_fact_check(
            id="jari-getah",
            claim_ms="Jari getah dipakai untuk menipu dakwat.",
            claim_en="Rubber fingers cheat the ink.",
        ),
    ]


def drawn(entries: list[FactCheck], *, same: str = "Undi dengan titik hitam dibuang?", seed: int = 1) -> list[Example]:
    messages = {
        "titik-hitam": Messages(id="titik-hitam", same=(same,), other=("Undi bertitik hitam dikira dua kali?",))
    }
    return Examples(entries, messages, HashEmbedder(), seed).epoch()


def labels(found: list[Example], words: str) -> set[float]:
    return {each.label for each in found if words in each.message}


def test_what_says_the_same_is_right_and_what_resembles_is_wrong(entries: list[FactCheck]) -> None:
    """Wordings and messages of the claim are right; look-alikes and other messages are wrong."""
    found = drawn(entries)
    others = {"jari", "rubber"}
    own = [each for each in found if not others & {*each.claim.split()}]
    assert labels(own, "bintik hitam merosakkan undi") == {1.0}
    assert labels(found, "undi dengan titik hitam dibuang") == {1.0}
    assert labels(found, "titik hitam tanda undi sah") == {0.0}
    assert labels(found, "undi bertitik hitam dikira") == {0.0}


def test_claims_of_neighbours_are_wrong(entries: list[FactCheck]) -> None:
    """Another entry's claim is never this one's."""
    theirs, own = {"jari", "rubber"}, {"hitam", "black"}
    pairs = [each for each in drawn(entries) if theirs & {*each.message.split()} and own & {*each.claim.split()}]
    assert {each.label for each in pairs} == {0.0}


def test_same_seed_draws_the_same(entries: list[FactCheck]) -> None:
    """The build can be repeated."""
    assert drawn(entries) == drawn(entries)
    assert drawn(entries) != drawn(entries, seed=2)


def test_long_message_is_read_whole_or_by_its_part(entries: list[FactCheck]) -> None:
    """A search reads only the part that is about the claim; so does training, now and then."""
    claim = "Kertas undi bertanda titik hitam menjadi undi rosak."
    messages = {"titik-hitam": Messages(id="titik-hitam", same=(f"{LONG} {claim}",), other=("Lain.",))}
    examples = Examples(entries, messages, HashEmbedder(), 1)
    lengths = {
        len(each.message.split()) > 28
        for _ in range(12)
        for each in examples.epoch()
        if each.message.count("undi") == 2
    }
    assert lengths == {True, False}
