"""How well each word of a message finds a partner in an entry, and the other way round.

Overlap counts only the same stems, and one vector for a whole sentence forgives a changed town or sum. Here every term
looks for its best partner by cosine (after Zhang et al., "BERTScore", 2020, and the `soft` alignments before it), so
that a paraphrase counts and a single unmatched name shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from knowledge.index.term_vectors import NO_ROW, TermVectors
from knowledge.text.analysis import Term

_UNRELATED = 0.3  # cosines below this say nothing: two words of one language seldom have less
Rows = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class TermRows:
    """An entry's terms as rows of the term table, part by part: each heading, the rest, each look-alike.

    Attributes:
        rows: the parts' rows one after the other, each part with `NO_ROW` first, so that none is empty.
        lengths: how many rows each part has.
        headings: how many of the parts are headings; the rest comes next, then the look-alikes.
    """

    rows: Rows
    lengths: tuple[int, ...]
    headings: int

    @classmethod
    def of(cls, headings: Sequence[Rows], rest: Rows, look_alikes: Sequence[Rows] = ()) -> "TermRows":
        """Put the parts together."""
        nothing = np.array([NO_ROW], dtype=np.int32)
        parts = [np.concatenate([nothing, rows]) for rows in (*headings, rest, *look_alikes)]
        return cls(np.concatenate(parts), tuple(map(len, parts)), len(headings))


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
    rows = np.concatenate([entry.rows for entry in entries])
    lengths = [length for entry in entries for length in entry.lengths]
    ends = list(accumulate(lengths))
    starts = [0, *ends[:-1]]
    partner = _partners(units, rows, table)
    weights = weight(rows)
    by_message = partner.max(axis=0)
    per_part = np.maximum.reduceat(partner, starts, axis=1)
    totals = np.maximum(np.add.reduceat(weights, starts), 1e-9)
    soft = (np.add.reduceat(weights * by_message, starts) / totals).astype(np.float32)
    parts_worst = np.maximum.reduceat(weights * (1.0 - by_message), starts)
    heaviest = max(float(message_weights.max()), float(weights.max()), 1e-9)
    firsts = [0, *accumulate(len(entry.lengths) for entry in entries)]
    rests = [first + entry.headings for first, entry in zip(firsts, entries, strict=False)]
    bounds = [place for pair in zip(firsts, rests, strict=False) for place in pair]
    in_headings = np.maximum.reduceat(per_part, bounds, axis=1)[:, ::2]
    in_entry = np.maximum(in_headings, per_part[:, rests])
    message_softs = (message_weights @ in_entry / max(float(message_weights.sum()), 1e-9)).tolist()
    message_worsts = ((message_weights[:, None] * (1.0 - in_entry)).max(axis=0) / heaviest).tolist()
    out: list[Alignment] = []
    for place, (first, rest, last) in enumerate(zip(firsts, rests, firsts[1:], strict=False)):
        best = first + int(np.argmax(soft[first:rest]))
        out.append(
            Alignment(
                message_soft=message_softs[place],
                heading_soft=float(soft[best]),
                message_worst=message_worsts[place],
                heading_worst=float(parts_worst[best]) / heaviest,
                heading=best - first,
                weights=message_weights,
                in_entry=in_entry[:, place],
                in_headings=in_headings[:, place],
                headings=Claims(per_part[:, first:rest], soft[first:rest]),
                look_alikes=Claims(per_part[:, rest + 1 : last], soft[rest + 1 : last]),
                heading_weights=weights[starts[best] : ends[best]],
                in_message=by_message[starts[best] : ends[best]],
            )
        )
    return out


def _partners(units: Sequence[Term], rows: Rows, table: TermVectors) -> Floats:
    """How good a partner each row is for each term, shape (terms, rows): 1 for the same term, 0 for unrelated ones."""
    is_used = np.zeros(len(table), dtype=bool)
    is_used[rows] = True
    places = np.flatnonzero(is_used)
    at = np.empty(len(table), dtype=np.int32)
    at[places] = np.arange(len(places), dtype=np.int32)
    cosines = table.embed(units) @ table.take(places).T
    said = table.known([unit.key for unit in units])
    cosines[said[:, None] == table.numbers(places)[None, :]] = 1.0
    partner = np.clip((cosines - _UNRELATED) / (1.0 - _UNRELATED), 0.0, 1.0)
    # Not partner[:, at[rows]], which gives the same numbers in an order that `max` takes thirty times as long for.
    return np.asarray(np.take(partner, at[rows], axis=1), dtype=np.float32)
