"""Retrieval among very many entries: time to build, memory, time to search, and until a change shows.

The seed's published entries lie among synthetic ones; the messages are the development set's, for which the right
entry is known. Nothing is stored: the entries go straight into a retriever of their own.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from bot.bench.machine import peak_memory_mb, resident_memory_mb
from bot.bench.nearest_recall import Recall, measure_recall
from bot.bench.search_stages import SearchStages
from bot.bench.seed_entries import seed_entries
from knowledge.cross_encoder.cross_encoder import CrossEncoder
from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.entry import EntryKind, FactCheck, Guideline
from knowledge.evaluation.retrieval import Query, read_queries
from knowledge.fusion import trained_fusion
from knowledge.index.index_files import IndexFiles
from knowledge.matching import Decision
from knowledge.retriever import Retriever
from knowledge.synthesis.synthetic import synthetic_entries

_AT_ONCE: Final = 2000
_SYNTHETIC_ASKED: Final = 200
_COMPARED: Final = 100


@dataclass(frozen=True)
class Kept:
    """The index in files.

    Attributes:
        written_mb: how large they are.
        written_s, opened_s: how long writing took, and verifying and reading.
        same: the share of messages with the same decision and first entry from the opened index.
    """

    written_mb: float
    written_s: float
    opened_s: float
    same: float


@dataclass(frozen=True)
class ScaleReport:
    """What was measured: seconds `_s`, milliseconds `_ms`, megabytes (10^6 bytes) `_mb`, shares 0 to 1.

    Searches were timed with clocks at every stage, so that they take a little less without.

    Attributes:
        entries: how many are findable, the seed's included.
        seed_first: the share of the development messages whose entry comes first.
        seed_first_alone: the same before the synthetic entries came.
        synthetic_first: the share of synthetic claims, asked word for word, that come first.
        search_p50_ms, search_p95_ms: `decide_any` of a development message: both kinds, all stages but NLU.
        stages_ms: the median of each stage, in ms; medians do not add up.
        recall: how much of what an exact search finds the vector index finds: as it is, then with other lists.
        kept: the index in files; what follows is measured with the one that was opened from them.
        added_s, corrected_s, withdrawn_s: until a change shows in a search, that search included.
    """

    entries: int
    build_s: float
    resident_mb: float
    peak_mb: float
    seed_first_alone: float
    seed_first: float
    synthetic_first: float
    search_p50_ms: float
    search_p95_ms: float
    stages_ms: dict[str, float]
    recall: list[Recall]
    kept: Kept
    added_s: float
    corrected_s: float
    withdrawn_s: float
    shows: bool

    def as_dict(self) -> dict[str, object]:
        """For printing as JSON."""
        return asdict(self)


def measure_scale(count: int, messages: Path, report: Callable[[str], None]) -> ScaleReport:
    """Build and measure.

    Args:
        count: how many synthetic entries.
        messages: a file of messages with expected entries.
        report: told what is being done.
    """
    queries = read_queries(messages)
    embedder = ShippedEmbedder()
    embedder.load()
    reader = CrossEncoder()
    retriever = Retriever(embedder, trained_fusion(), reader=reader)
    seed = seed_entries()
    retriever.put(seed)
    alone, _ = _asked(retriever, queries, SearchStages())
    begun = time.perf_counter()
    synthetic = synthetic_entries(count)
    while chunk := list(islice(synthetic, _AT_ONCE)):
        retriever.put(chunk)
        report(f"{len(retriever):,} entries, {resident_memory_mb():.0f} MB")
    build_s = time.perf_counter() - begun
    stages = SearchStages()
    with stages.running():
        first, times = _asked(retriever, queries, stages)
    known = [Query(entry.claim_ms or "", (entry.id,)) for entry in synthetic_entries(min(count, _SYNTHETIC_ASKED))]
    synthetic_first, _ = _asked(retriever, known, SearchStages())
    resident, peak = resident_memory_mb(), peak_memory_mb()
    report("writing and opening the index")
    kept, retriever = _kept(retriever, Retriever(embedder, trained_fusion(), reader=reader), embedder.name, queries)
    changes, shows = _changes(retriever)
    report("comparing with an exact search")
    recall = measure_recall(
        retriever.shelf(EntryKind.FACT_CHECK),
        embedder,
        [query.text for query in (*queries[:: max(1, len(queries) // _COMPARED)], *known[:_COMPARED])],
        chain((entry for entry in seed if isinstance(entry, FactCheck)), synthetic_entries(count)),
    )
    return ScaleReport(
        entries=len(retriever),
        build_s=build_s,
        resident_mb=resident,
        peak_mb=peak,
        seed_first_alone=alone,
        seed_first=first,
        synthetic_first=synthetic_first,
        search_p50_ms=float(np.percentile(times, 50)),
        search_p95_ms=float(np.percentile(times, 95)),
        stages_ms=stages.medians_ms(),
        recall=recall,
        kept=kept,
        added_s=changes[0],
        corrected_s=changes[1],
        withdrawn_s=changes[2],
        shows=shows,
    )


def _kept(
    retriever: Retriever, opened: Retriever, embedder_name: str, queries: Sequence[Query]
) -> tuple[Kept, Retriever]:
    """Write the index and open it in another retriever; some of the messages are asked of both."""
    queries = queries[:_COMPARED]
    before = _first(retriever, queries)
    with TemporaryDirectory() as folder:
        files = IndexFiles(Path(folder) / "index", embedder_name)
        begun = time.perf_counter()
        retriever.save_index(files, {})
        written = time.perf_counter()
        opened.open_index(files)
        opened_at = time.perf_counter()
        size = sum(path.stat().st_size for path in files.folder.rglob("*") if path.is_file())
    same = sum(one == other for one, other in zip(before, _first(opened, queries), strict=True))
    return Kept(size / 1e6, written - begun, opened_at - written, same / len(queries)), opened


def _first(retriever: Retriever, queries: Sequence[Query]) -> list[tuple[Decision, str]]:
    """What is decided of each message, and which entry comes first."""
    decided = [retriever.decide_any(query.text) for query in queries]
    return [(each.decision, each.ranked[0].entry.id if each.ranked else "") for each in decided]


def _asked(retriever: Retriever, queries: Sequence[Query], stages: SearchStages) -> tuple[float, list[float]]:
    """The share whose entry comes first, and how long each search took, in ms; each is asked once."""
    right, times = 0, []
    for query in queries:
        begun = time.perf_counter()
        with stages.search():
            ranked = retriever.decide_any(query.text).ranked
        times.append((time.perf_counter() - begun) * 1000)
        right += bool(ranked) and ranked[0].entry.id in query.expected
    return right / len(queries), times


def _changes(retriever: Retriever) -> tuple[list[float], bool]:
    """How long an addition, a correction and a withdrawal took to show, and whether all three did."""
    added = next(synthetic_entries(1, seed=2))
    corrected = added.model_copy(update={"summary_en": "Corrected while measuring."})
    text = added.claim_ms or ""

    def found() -> FactCheck | Guideline | None:
        ranked = retriever.decide(text).ranked
        return next((match.entry for match in ranked if match.entry.id == added.id), None)

    def taken(change: Callable[[], None], wanted: FactCheck | None) -> tuple[float, bool]:
        begun = time.perf_counter()
        change()
        is_so = found() == wanted
        return time.perf_counter() - begun, is_so

    steps = (
        taken(lambda: retriever.put([added]), added),
        taken(lambda: retriever.put([corrected]), corrected),
        taken(lambda: retriever.drop([added.id]), None),
    )
    return [seconds for seconds, _ in steps], all(is_so for _, is_so in steps)
