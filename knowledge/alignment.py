"""How well each word of a message finds a partner in an entry, and the other way round.

Overlap counts only the same stems, and one vector for a whole sentence forgives a changed town or sum. Here every term
looks for its best partner by cosine (after Zhang et al., "BERTScore", 2020, and the `soft` alignments before it), so
that a paraphrase counts and a single unmatched name shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.term_vectors import NO_ROW, TermVectors
from knowledge.text.analysis import Term

_UNRELATED = 0.3  # cosines below this say nothing: two words of one language seldom have less
_ONE_THREAD = 250_000  # multiplications; OpenBLAS takes more threads from 2**18
Rows = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class TermRows:
    """An entry's terms as rows of the term table: each heading's, the rest's, each look-alike's.

    Each begins with `NO_ROW`.
    """

    headings: tuple[Rows, ...]
    rest: Rows
    look_alikes: tuple[Rows, ...]

    @classmethod
    def of(cls, headings: Sequence[Rows], rest: Rows, look_alikes: Sequence[Rows] = ()) -> "TermRows":
        """Put the row that stands for nothing before each, so that none is empty."""
        nothing = np.array([NO_ROW], dtype=np.int32)
        first, last = ([np.concatenate([nothing, rows]) for rows in many] for many in (headings, look_alikes))
        return cls(tuple(first), np.concatenate([nothing, rest]), tuple(last))

    @property
    def segments(self) -> tuple[Rows, ...]:
        """The headings, the rest and the look-alikes."""
        return (*self.headings, self.rest, *self.look_alikes)


@dataclass(frozen=True)
class Claims:
    """Several claims beside a message.

    Attributes:
        partners: how good the best partner of each of the message's terms is in each claim, shape (terms, claims).
        softs: how much of each claim's weight finds a partner in the message, shape (claims,).
    """

    partners: Floats
    softs: Floats

    def nearness(self, weights: Floats) -> Floats:
        """The geometric mean of how much of the message is in each claim and of each claim in the message, (claims,).

        Args:
            weights: how much each term of the message counts, shape (terms,).
        """
        ours = weights @ self.partners / max(float(weights.sum()), 1e-9)
        return np.asarray(np.sqrt(ours * self.softs), dtype=np.float32)


@dataclass(frozen=True)
class Alignment:
    """Shares in 0 to 1.

    Attributes:
        message_soft: how much of the message's weight finds a partner anywhere in the entry.
        heading_soft: how much of the best heading's weight finds a partner in the message.
        message_worst: the weight, of 1, of the message's most telling term without a partner in the entry.
        heading_worst: the weight, of 1, of the best heading's most telling term without a partner in the message.
        heading: the place of the best heading among the entry's.
        weights: the message's terms' idf, shape (terms,).
        in_entry: how good each term's best partner in the entry is, shape (terms,).
        in_headings: how good each term's best partner in any heading is, shape (terms,).
        headings, look_alikes: how near each of them is to the message.
        heading_weights: the idf of the best heading's terms, its first (nothing) included.
        in_message: how good the best partner in the message is for each of these.
    """

    message_soft: float
    heading_soft: float
    message_worst: float
    heading_worst: float
    heading: int
    weights: Floats
    in_entry: Floats
    in_headings: Floats
    headings: Claims
    look_alikes: Claims
    heading_weights: Floats
    in_message: Floats


_NOTHING = np.zeros(0, dtype=np.float32)
_NO_CLAIMS = Claims(np.zeros((0, 0), dtype=np.float32), _NOTHING)
NO_ALIGNMENT = Alignment(
    0.0, 0.0, 0.0, 0.0, 0, _NOTHING, _NOTHING, _NOTHING, _NO_CLAIMS, _NO_CLAIMS, _NOTHING, _NOTHING
)


def align(
    units: Sequence[Term],
    entries: Sequence[TermRows],
    table: TermVectors,
    weight: Callable[[Rows], Floats],
    message_weights: Floats,
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
    segments = [segment for entry in entries for segment in entry.segments]
    starts = np.cumsum([0, *(len(segment) for segment in segments)])
    rows = np.concatenate(segments)
    partner = _partners(units, rows, table)
    weights = weight(rows)
    by_message = partner.max(axis=0)
    per_segment = np.maximum.reduceat(partner, starts[:-1], axis=1)
    totals = np.add.reduceat(weights, starts[:-1])
    soft = (np.add.reduceat(weights * by_message, starts[:-1]) / np.maximum(totals, 1e-9)).astype(np.float32)
    heaviest = max(float(message_weights.max()), float(weights.max()), 1e-9)
    out: list[Alignment] = []
    at = 0
    for entry in entries:
        end = at + len(entry.headings)
        best = at + int(np.argmax(soft[at:end]))
        last = end + 1 + len(entry.look_alikes)
        part = slice(int(starts[best]), int(starts[best + 1]))
        in_headings = per_segment[:, at:end].max(axis=1)
        in_entry = np.maximum(in_headings, per_segment[:, end])
        out.append(
            Alignment(
                message_soft=float(message_weights @ in_entry) / max(float(message_weights.sum()), 1e-9),
                heading_soft=float(soft[best]),
                message_worst=float((message_weights * (1.0 - in_entry)).max()) / heaviest,
                heading_worst=float((weights[part] * (1.0 - by_message[part])).max()) / heaviest,
                heading=best - at,
                weights=message_weights,
                in_entry=in_entry,
                in_headings=in_headings,
                headings=Claims(per_segment[:, at:end], soft[at:end]),
                look_alikes=Claims(per_segment[:, end + 1 : last], soft[end + 1 : last]),
                heading_weights=weights[part],
                in_message=by_message[part],
            )
        )
        at = last
    return out


def _partners(units: Sequence[Term], rows: Rows, table: TermVectors) -> Floats:
    """How good a partner each row is for each term, shape (terms, rows): 1 for the same term, 0 for unrelated ones."""
    places, inverse = np.unique(rows, return_inverse=True)
    cosines = _products(table.embed(units), table.take(places.astype(np.int32)))
    cosines[table.known(units)[:, None] == places[None, :]] = 1.0
    partner = np.clip((cosines - _UNRELATED) / (1.0 - _UNRELATED), 0.0, 1.0)
    return np.asarray(partner[:, inverse], dtype=np.float32)


def _products(ours: Floats, theirs: Floats) -> Floats:
    """`ours @ theirs.T` in pieces that OpenBLAS does on one thread: waking a second took 10 ms on two shared cores."""
    step = max(1, _ONE_THREAD // max(ours.size, 1))
    return np.concatenate([ours @ theirs[at : at + step].T for at in range(0, len(theirs), step)], axis=1)
