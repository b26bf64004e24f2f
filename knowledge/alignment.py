"""How well each word of a message finds a partner in an entry, and the other way round.

Overlap counts only the same stems, and one vector for a whole sentence forgives a changed town or sum. Here every term
looks for its best partner by cosine (after Zhang et al., "BERTScore", 2020, and the `soft` alignments before it), so
that a paraphrase counts and a single unmatched name shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.term_vectors import TermVectors
from knowledge.text.analysis import Term

_UNRELATED = 0.3  # cosines below this say nothing: two words of one language seldom have less
Rows = NDArray[np.int32]


@dataclass(frozen=True)
class TermRows:
    """An entry's terms as rows of the term table: each heading's, and the rest's."""

    headings: tuple[Rows, ...]
    rest: Rows


@dataclass(frozen=True)
class Alignment:
    """Shares in 0 to 1.

    Attributes:
        message_soft: how much of the message's weight finds a partner anywhere in the entry.
        heading_soft: how much of the best heading's weight finds a partner in the message.
        message_worst: the weight, of 1, of the message's most telling term without a partner in the entry.
        heading_worst: the weight, of 1, of the best heading's most telling term without a partner in the message.
    """

    message_soft: float
    heading_soft: float
    message_worst: float
    heading_worst: float


NO_ALIGNMENT = Alignment(0.0, 0.0, 0.0, 0.0)


def align(
    units: Sequence[Term], entries: Sequence[TermRows], table: TermVectors, weight: Callable[[Rows], NDArray[np.float32]],
    message_weights: NDArray[np.float32],
) -> list[Alignment]:
    """Align a message with several entries at once.

    Args:
        units: the message's different terms.
        entries: the terms of the entries.
        table: the term table.
        weight: the idf of rows.
        message_weights: the idf of the message's terms.
    """
    if not units or not entries:
        return [NO_ALIGNMENT] * len(entries)
    segments = [segment for entry in entries for segment in (*entry.headings, entry.rest)]
    rows = np.concatenate(segments)
    cosines = table.embed(units) @ table.take(rows).T
    cosines[table.known(units)[:, None] == rows[None, :]] = 1.0
    partner = np.clip((cosines - _UNRELATED) / (1.0 - _UNRELATED), 0.0, 1.0)
    weights = weight(rows)
    heaviest = max(float(message_weights.max()), float(weights.max()), 1e-9)
    out: list[Alignment] = []
    at = 0
    for entry in entries:
        begin = at
        best_soft, best_worst = 0.0, 0.0
        for heading in entry.headings:
            found = partner[:, at : at + len(heading)].max(axis=0, initial=0.0)
            soft, worst = _shares(weights[at : at + len(heading)], found, heaviest)
            if soft >= best_soft:
                best_soft, best_worst = soft, worst
            at += len(heading)
        at += len(entry.rest)
        message_soft, message_worst = _shares(
            message_weights, partner[:, begin:at].max(axis=1, initial=0.0), heaviest
        )
        out.append(Alignment(message_soft, best_soft, message_worst, best_worst))
    return out


def _shares(weights: NDArray[np.float32], found: NDArray[np.float32], heaviest: float) -> tuple[float, float]:
    """The share of the weight that found a partner, and the heaviest missing weight as a share of the heaviest term."""
    total = float(weights.sum())
    if total <= 0.0:
        return 0.0, 0.0
    return float(weights @ found) / total, float((weights * (1.0 - found)).max()) / heaviest
