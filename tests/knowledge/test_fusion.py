"""From evidence to a probability."""

from dataclasses import replace

from knowledge.agreement import AGREEMENT_NAMES, SPEAKS_FOR, Agreement
from knowledge.evidence import EVIDENCE_NAMES, Evidence
from knowledge.fusion import Fusion, trained_fusion
from knowledge.trees import Split, Trees

NOTHING = Evidence(*(0.0 for _ in EVIDENCE_NAMES))
UNSAID = Agreement(*(0.0 for _ in AGREEMENT_NAMES))


def judged(fusion: Fusion, agreement: Agreement) -> float:
    """The probability of one candidate."""
    (found,) = fusion.judge([agreement])
    return found


def test_weights_belong_to_the_evidence_by_place() -> None:
    """The first weight is for the first kind of evidence."""
    fusion = Fusion((2.0, *(0.0 for _ in EVIDENCE_NAMES[1:])), -1.0)
    assert fusion.likelihood(replace(NOTHING, lexical=0.5)) == 0.0
    assert fusion.probability(replace(NOTHING, lexical=0.5)) == 0.5


def test_without_trees_the_ranking_stands() -> None:
    """Before anything is learnt a candidate is as likely as it is like."""
    fusion = Fusion(tuple(0.0 for _ in EVIDENCE_NAMES), 0.0)
    assert judged(fusion, replace(UNSAID, likelihood=0.0)) == 0.5


def test_trees_judge() -> None:
    """With trees, a swapped name may make a likely entry unlikely."""
    swapped = Split(AGREEMENT_NAMES.index("names_swapped"), 0.5, 3.0, -3.0)
    fusion = Fusion(tuple(0.0 for _ in EVIDENCE_NAMES), 0.0, Trees(0.0, (swapped,)))
    assert judged(fusion, UNSAID) > 0.9
    assert judged(fusion, replace(UNSAID, names_swapped=1.0)) < 0.1


def test_shipped_fusion_loads_and_a_contradiction_never_helps() -> None:
    """Whatever was learnt, more against a match never makes it likelier."""
    fusion = trained_fusion()
    likely = replace(UNSAID, **dict.fromkeys((name for name, way in SPEAKS_FOR.items() if way), 1.0))
    for name in AGREEMENT_NAMES:
        if name not in SPEAKS_FOR:
            assert judged(fusion, replace(likely, **{name: 2.0})) <= judged(fusion, likely), name
