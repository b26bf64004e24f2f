"""A tip as clustering sees it: the words that tell of its claim, their directions and weights, and its facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedder.embedder import Embedder
from knowledge.facts import Facts, facts_of
from knowledge.index.term_vectors import TermVectors
from knowledge.text.analysis import Analysis, Term, analyse
from knowledge.text.lexicon import framing_words

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class TipReading:
    """One tip.

    Attributes:
        key: the tip's number.
        keys: its different terms, those that only speak of the message left out.
        vectors: their directions, shape (terms, dimension).
        weights: how much each tells, shape (terms,).
        message: the direction of the whole text, shape (dimension,).
        content: the direction of the weighted terms alone, shape (dimension,).
        facts: what it names and counts.
    """

    key: int
    keys: tuple[str, ...]
    vectors: Floats
    weights: Floats
    message: Floats
    content: Floats
    facts: Facts


class TipReader:
    """Reads tips.

    Args:
        embedder: what gives texts and words their directions.
        weigh: how much a term tells, from how rare it is (`Retriever.term_weight`).
    """

    def __init__(self, embedder: Embedder, weigh: Callable[[str], float]) -> None:
        self._embedder = embedder
        self._terms = TermVectors(embedder)
        self._weigh = weigh

    def read(self, texts: Mapping[int, str]) -> list[TipReading]:
        """Read texts by their tips' numbers, in the order given.

        Raises:
            EmbedderError: if they cannot be embedded.
        """
        if not texts:
            return []
        messages = self._embedder.embed(list(texts.values()))
        return [
            self._reading(key, analyse(text), message)
            for (key, text), message in zip(texts.items(), messages, strict=True)
        ]

    def _reading(self, key: int, analysis: Analysis, message: Floats) -> TipReading:
        terms = _telling(analysis.units)
        vectors = self._terms.embed(terms) if terms else np.zeros((0, self._embedder.dimension), dtype=np.float32)
        weights = np.array([self._weigh(term.key) for term in terms], dtype=np.float32)
        return TipReading(
            key=key,
            keys=tuple(term.key for term in terms),
            vectors=vectors,
            weights=weights,
            message=message,
            content=_direction(weights @ vectors),
            facts=facts_of(analysis),
        )


def _telling(units: Sequence[Term]) -> list[Term]:
    """Each term once, without "betul ke", "tolong sebarkan" and the like; all of them if nothing else is left."""
    terms = list(dict.fromkeys(units))
    told = [term for term in terms if term.key not in framing_words() and term.word not in framing_words()]
    return told or terms


def _direction(vector: Floats) -> Floats:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, dtype=np.float32)
