from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.entry import FactCheck, Status
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.fusion import Fusion
from knowledge.inspection.duplicates import duplicates
from tests.knowledge.store.examples import fact_check, guideline

from .conftest import listed, named

WEIGHTS = {"lexical": 6.0, "message_soft": 10.0, "heading_soft": 6.0}
FUSION = Fusion(tuple(WEIGHTS.get(name, 0.0) for name in EVIDENCE_NAMES), -10.0)


def found(*entries: FactCheck, status: Status = Status.PUBLISHED) -> list[tuple[str, str]]:
    return named(duplicates([listed(entry, status) for entry in entries], HashEmbedder(), FUSION))


def other(entry_id: str, malay: str, english: str) -> FactCheck:
    return fact_check(entry_id, claim_ms=malay, claim_en=english, summary_ms=malay, summary_en=english)


def test_the_same_claim_twice_is_named_once():
    """As one pair, in the order of the alphabet; unless one of them is not published."""
    pair = (fact_check("b-claim"), fact_check("a-claim"))
    assert found(*pair) == [("duplicate", "a-claim+b-claim")]
    assert found(*pair, status=Status.PENDING) == []


def test_other_claims_are_no_duplicates():
    """Different words, and different kinds of entry, stand beside each other."""
    cats = other("cats", "Kucing boleh mengundi di Kajang.", "Cats may vote in Kajang.")
    assert found(fact_check(), cats) == []
    rule = guideline(title_ms=fact_check().claim_ms, body_ms="Ya.", title_en=fact_check().claim_en)
    assert named(duplicates([listed(fact_check()), listed(rule)], HashEmbedder(), FUSION)) == []
