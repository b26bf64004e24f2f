"""Published entries that make the same claim or answer the same question, as the retriever sees it."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.embedder import Embedder
from knowledge.entry import EntryKind, FactCheck, Guideline, QuizItem
from knowledge.fusion import Fusion
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.listed import Listed
from knowledge.retriever import Retriever
from knowledge.text.language import Language

ALIKE = 0.70
"""Cosine of two headings of one language from which on a pair is judged at all."""

SAME = {EntryKind.FACT_CHECK: 0.65, EntryKind.GUIDELINE: 0.90}
"""Probability, both ways, that one entry's heading is answered by the other, from which on they are the same.

Questions about one body or rule are more alike than claims are: of the 14 pairs of the seed over 0.65 in November 2026,
13 were guidelines, 10 of them different questions about one matter; all four same claims were over 0.65.
"""

_LOOKED_AT = 4


def duplicates(entries: Sequence[Listed], embedder: Embedder, fusion: Fusion) -> Iterator[Finding]:
    """Each pair that the bot could not tell apart: alike, both ways probable, and without a contradiction.

    Each entry of an alike pair is asked for by its own headings while it is away, so that it does not stand in the
    other's light.
    """
    known = [e.entry for e in entries if e.is_published and not isinstance(e.entry, QuizItem)]
    retriever = Retriever(embedder, fusion)
    retriever.put(known)
    pairs = _alike(known, embedder)
    asked = {entry.id: entry for pair in pairs for entry in pair}
    likely = {entry_id: _answered_by(entry, retriever) for entry_id, entry in asked.items()}
    for one, other in pairs:
        least = min(likely[one.id].get(other.id, 0.0), likely[other.id].get(one.id, 0.0))
        if least >= SAME[one.kind]:
            problem = f"Both say the same: probability {least:.2f} at least. “{_heading(one)}” and “{_heading(other)}”"
            mend = "Keep the one with the better source, or word the two apart."
            yield Finding(Rule.DUPLICATE, "+".join(sorted((one.id, other.id))), problem, mend)


def _alike(known: Sequence[FactCheck | Guideline], embedder: Embedder) -> list[tuple[FactCheck | Guideline, ...]]:
    likeness: NDArray[np.float32] = np.zeros((len(known), len(known)), dtype=np.float32)
    for language in Language:
        vectors = embedder.embed([_in(entry, language) or "" for entry in known])
        likeness = np.maximum(likeness, vectors @ vectors.T)
    rows, columns = np.nonzero(np.triu(likeness >= ALIKE, k=1))
    found = ((known[int(row)], known[int(column)]) for row, column in zip(rows, columns, strict=True))
    return [pair for pair in found if pair[0].kind is pair[1].kind]


def _answered_by(entry: FactCheck | Guideline, retriever: Retriever) -> dict[str, float]:
    """How probably other entries answer this one's headings; one that contradicts it does not."""
    likely: dict[str, float] = {}
    retriever.drop([entry.id])
    for language in entry.languages():
        found = retriever.find(_in(entry, language) or "", frozenset({entry.kind}))[:_LOOKED_AT]
        for finding in found:
            if not finding.contradicts:
                other = finding.profile.entry.id
                likely[other] = max(likely.get(other, 0.0), finding.probability)
    retriever.put([entry])
    return likely


def _in(entry: FactCheck | Guideline, language: Language) -> str | None:
    return entry.claim(language) if isinstance(entry, FactCheck) else entry.title(language)


def _heading(entry: FactCheck | Guideline) -> str:
    return _in(entry, Language.EN) or _in(entry, Language.MS) or entry.id
