"""Claims that only sound like the checked one."""

import pytest

from knowledge.agreement import Agreement
from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.findings import agreements
from knowledge.fusion import Fusion
from knowledge.look_alikes import other_order
from knowledge.profile import profile_of
from knowledge.retriever import FACT_CHECKS, Retriever
from knowledge.text.analysis import analyse
from tests.knowledge.conftest import MakeFactCheck

CLAIM = "PAS berjanji tidak menyokong UMNO di Semenyih."
SWAPPED = "UMNO berjanji tidak menyokong PAS di Semenyih."
OPPOSITE = "PAS halau penyokong UMNO dari Semenyih."


@pytest.mark.parametrize(
    ("message", "side"), [("betul ke pas janji tidak sokong umno", -1), ("umno janji tidak sokong pas, sahih?", 1)]
)
def test_the_order_of_words_tells_swapped_roles(make_fact_check: MakeFactCheck, message: str, side: int) -> None:
    """The same words in the order of the claim are nearer to the claim, in the order of the look-alike to that."""
    found = other_order(analyse(message), profile_of(make_fact_check(claim_ms=CLAIM, look_alikes=[SWAPPED])))
    assert found * side > 0


def test_not_counts_as_a_word_of_the_order(make_fact_check: MakeFactCheck) -> None:
    """One "tidak" more or less is nearer to the look-alike that has as many."""
    entry = make_fact_check(claim_ms=CLAIM, claim_en="x", look_alikes=[CLAIM.replace("tidak ", "")])
    assert other_order(analyse("pas janji sokong umno di semenyih"), profile_of(entry)) > 0
    assert other_order(analyse("pas janji tidak sokong umno di semenyih"), profile_of(entry)) < 0


def test_the_words_tell_another_act(make_fact_check: MakeFactCheck) -> None:
    """A message with the look-alike's own words is nearer to it, one with the claim's is not."""
    assert _judged(make_fact_check, "pas halau penyokong umno dari semenyih").other_claim > 0
    assert _judged(make_fact_check, "pas berjanji tidak menyokong umno di semenyih").other_claim < 0


def test_an_entry_without_look_alikes_is_undecided(make_fact_check: MakeFactCheck) -> None:
    """Nothing is known of it, which speaks neither for nor against."""
    held = _judged(make_fact_check, "pas janji", look_alikes=[])
    assert (held.other_claim, held.other_order) == (0.0, 0.0)


def _judged(make: MakeFactCheck, message: str, look_alikes: list[str] | None = None) -> Agreement:
    others = [OPPOSITE] if look_alikes is None else look_alikes
    retriever = Retriever(HashEmbedder(), Fusion(tuple(1.0 for _ in EVIDENCE_NAMES), 0.0))
    retriever.put([make(claim_ms=CLAIM, look_alikes=others)])
    return agreements(retriever.find(message, FACT_CHECKS))[0]
