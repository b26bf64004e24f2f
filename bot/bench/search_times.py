"""How long one search takes, all stages but NLU, by what is asked.

Half of the messages are asked first, so that common words are known by then, as they are in a bot that runs; the other
half is timed, each message asked for the first time. Nothing is remembered of the first half's decisions.
"""

import gc
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.bench.seed_entries import seed_entries
from bot.bench.spread import Spread, spread_of
from knowledge.cross_encoder.cross_encoder import CrossEncoder
from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.evaluation.retrieval import read_queries
from knowledge.fusion import trained_fusion
from knowledge.reading import PairReader
from knowledge.retriever import FACT_CHECKS, GUIDELINES, Retriever

KINDS: Final = {"claims": FACT_CHECKS, "rules": GUIDELINES}


@dataclass(frozen=True)
class SearchTime:
    """The searches for one kind of entry with the messages of one file.

    Attributes:
        messages: the file's name.
        kind: what was looked for, a name of `KINDS`.
        read: how many of the searches the cross-encoder read in.
        ms: how long they took, in milliseconds.
    """

    messages: str
    kind: str
    read: int
    ms: Spread


@dataclass(frozen=True)
class SearchTimes:
    """What was measured among how many entries."""

    entries: int
    times: list[SearchTime]

    def as_dict(self) -> dict[str, object]:
        """For printing as JSON."""
        return asdict(self)


class _CountingReader:
    """Counts what it has another read."""

    def __init__(self, reader: PairReader) -> None:
        self._reader = reader
        self.pairs = 0

    def log_odds(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """As the other reads them."""
        self.pairs += len(pairs)
        return self._reader.log_odds(pairs)


def measure_search(files: Sequence[Path]) -> SearchTimes:
    """Measure over the seed's published entries.

    Args:
        files: messages, JSON Lines as for `eval retrieval`.

    Raises:
        TransferError: if a file cannot be read, or has a line that is wrong.
    """
    asked = {path.stem: list(dict.fromkeys(query.text for query in read_queries(path))) for path in files}
    embedder = ShippedEmbedder()
    embedder.load()
    reader = _CountingReader(CrossEncoder())
    retriever = Retriever(embedder, trained_fusion(), reader=reader)
    retriever.put(seed_entries())
    for texts in asked.values():
        for text in texts[::2]:
            for kinds in KINDS.values():
                retriever.decide(text, kinds)
    retriever.use_fusion(trained_fusion())  # forgets every decision
    gc.collect()
    gc.freeze()  # as the bot does once it has opened its knowledge
    times = [_timed(retriever, reader, name, kind, texts[1::2]) for name, texts in asked.items() for kind in KINDS]
    return SearchTimes(len(retriever), times)


def _timed(retriever: Retriever, reader: _CountingReader, name: str, kind: str, texts: Sequence[str]) -> SearchTime:
    milliseconds: list[float] = []
    before = reader.pairs
    for text in texts:
        begun = time.perf_counter()
        retriever.decide(text, KINDS[kind])
        milliseconds.append((time.perf_counter() - begun) * 1000)
    return SearchTime(name, kind, reader.pairs - before, spread_of(milliseconds))
