"""Where the time of each search goes."""

import functools
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final

import numpy as np

from bot.bench.clocks import wrapped
from knowledge.cross_encoder.cross_encoder import CrossEncoder
from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.fusion import Fusion
from knowledge.index.lexical_index import LexicalIndex
from knowledge.index.open_entries import OpenEntries
from knowledge.index.shelf import Shelf

REST: Final = "evidence and agreement"
_STAGES: Final[tuple[tuple[type, str, str], ...]] = (
    (ShippedEmbedder, "embed", "embedding"),
    (LexicalIndex, "scores", "word search"),
    (LexicalIndex, "best", "word search"),
    (Shelf, "nearest", "vector search"),
    (Shelf, "cosines", "cosines"),
    (OpenEntries, "profile", "reading entries"),
    (Shelf, "align", "alignment"),
    (Shelf, "covers", "heading cover"),
    (Fusion, "judge", "judgement"),
    (CrossEncoder, "log_odds", "cross-encoder"),
)


class SearchStages:
    """The milliseconds of each search by stage; a stage within another counts for itself only."""

    def __init__(self) -> None:
        self._searches: list[dict[str, float]] = []
        self._inner: list[float] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """Take time at every stage until the block ends."""
        with ExitStack() as stack:
            for owner, name, stage in _STAGES:
                stack.enter_context(wrapped(owner, name, self._timed(stage)))
            yield

    @contextmanager
    def search(self) -> Iterator[None]:
        """Make the block one search; what no stage takes is `REST`."""
        self._searches.append({})
        with self._measured(REST):
            yield

    def medians_ms(self) -> dict[str, float]:
        """The median of each stage over the searches, in ms, longest first. Medians do not add up."""
        stages = {stage for search in self._searches for stage in search}
        medians = {stage: float(np.median([s.get(stage, 0.0) for s in self._searches])) * 1000 for stage in stages}
        return dict(sorted(medians.items(), key=lambda item: -item[1]))

    def _timed(self, stage: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
            @functools.wraps(function)
            def call(*args: object, **kwargs: object) -> object:
                with self._measured(stage):
                    return function(*args, **kwargs)

            return call

        return wrap

    @contextmanager
    def _measured(self, stage: str) -> Iterator[None]:
        begun = time.perf_counter()
        self._inner.append(0.0)
        try:
            yield
        finally:
            took = time.perf_counter() - begun
            inner = self._inner.pop()
            if self._inner:
                self._inner[-1] += took
            seconds = self._searches[-1]
            seconds[stage] = seconds.get(stage, 0.0) + took - inner
