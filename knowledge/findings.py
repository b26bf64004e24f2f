"""What a search found of each candidate, and what judging and reading make of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.agreement import Agreement, agreement
from knowledge.entry import EntryKind
from knowledge.evidence import Evidence, Gathered
from knowledge.fusion import Fusion
from knowledge.matching import CONFIRM_AT, Candidate, Match
from knowledge.profile import Profile
from knowledge.reading import PairReader, ReadingWeights, with_reading
from knowledge.text.analysis import Analysis, analyse

JUDGED = 4
"""How many of the best are held against the message fact by fact: they have the right one in 99 of 100."""


@dataclass(frozen=True)
class Finding:
    """One candidate with the evidence from the part of the message that speaks most for it.

    `likelihood` is what likeness alone says, as log-odds; `contradicts` is known of those that were judged.
    """

    message: Analysis
    found: Gathered
    likelihood: float
    probability: float
    contradicts: bool = False

    @property
    def profile(self) -> Profile:
        """The entry as matching sees it."""
        return self.found.profile

    @property
    def evidence(self) -> Evidence:
        """What speaks for and against it."""
        return self.found.evidence


def agreements(findings: Sequence[Finding]) -> list[Agreement]:
    """Hold the best few findings, best first, against the message fact by fact."""
    likelihoods = [finding.likelihood for finding in findings[: JUDGED + 1]]
    return [
        agreement(
            finding.message,
            finding.found,
            likelihood=finding.likelihood,
            lead=finding.likelihood - max(likelihoods[:place] + likelihoods[place + 1 :], default=-10.0),
        )
        for place, finding in enumerate(findings[:JUDGED])
    ]


def judge(ranked: Sequence[Finding], fusion: Fusion) -> list[Finding]:
    """Findings, ranked best first, the best few put in the order of the judgement; the others stay behind them."""
    held = agreements(ranked)
    first = [
        replace(finding, probability=probability, contradicts=found.contradicts)
        for finding, found, probability in zip(ranked, held, fusion.judge(held), strict=False)
    ]
    first.sort(key=lambda finding: -finding.probability)
    least = first[-1].probability if first else 0.0
    return first + [replace(finding, probability=min(finding.probability, least)) for finding in ranked[JUDGED:]]


def candidates_of(text: str, findings: Sequence[Finding]) -> list[Candidate]:
    """Findings, best first, as the decision sees them."""
    terms = len(set(analyse(text).terms))
    return [Candidate(Match(f.profile.entry, f.probability), f.contradicts, terms) for f in findings]


def read_candidates(
    text: str,
    findings: Sequence[Finding],
    reader: PairReader | None,
    weights: ReadingWeights | None,
    confirm_at: float | None = CONFIRM_AT,
) -> list[Candidate]:
    """The same, the first read beside its claim where that could change the decision; only claims are read.

    `confirm_at` is as for `with_reading`.
    """
    candidates = candidates_of(text, findings)
    if reader is None or weights is None or not findings or findings[0].profile.entry.kind is not EntryKind.FACT_CHECK:
        return candidates
    return with_reading(candidates, findings[0].message, findings[0].profile, reader, weights, confirm_at)
