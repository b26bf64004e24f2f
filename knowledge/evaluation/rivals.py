"""Simpler ways to find an entry, measured beside ours on the same messages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.embedder.embedder import Embedder
from knowledge.entry import FactCheck
from knowledge.evaluation.intervals import Rate, auroc
from knowledge.evaluation.naive_pipeline import NaivePipeline, load_minilm
from knowledge.evaluation.retrieval import Query
from knowledge.fusion import trained_fusion
from knowledge.index.lexical_index import K1, LexicalIndex
from knowledge.profile import profile_of
from knowledge.retriever import FACT_CHECKS, Retriever
from knowledge.text.analysis import analyse
from knowledge.wordings import WordedClaim

Finder = Callable[[str], list[tuple[str, float]]]
"""Text -> entry ids with scores, best first."""


@dataclass(frozen=True)
class RivalScore:
    """How well a way finds: first, in the first three; and how well its best score tells known from other messages."""

    name: str
    first: Rate
    first_three: Rate
    known_from_near_misses: float
    known_from_unknown: float


def rivals(entries: Sequence[FactCheck], retriever: Retriever, embedder: Embedder, cache: Path) -> dict[str, Finder]:
    """Ours with and without wordings, BM25 alone, the embedder alone and, where installed, all-MiniLM-L6-v2 and FAISS.

    Args:
        entries: what can be found.
        retriever: ours, holding these entries.
        embedder: ours.
        cache: a folder for vectors.
    """
    found: dict[str, Finder] = {
        "ours": _ours(retriever),
        "ours, entries without wordings and look-alikes": _ours(_without_wordings(entries, embedder)),
        "BM25 alone (our words and stems)": _bm25(entries),
        "our embedder and FAISS alone": _dense(entries, embedder, cache / "quality-ours.npz"),
    }
    minilm = load_minilm()
    if minilm is not None:
        found["all-MiniLM-L6-v2 and FAISS"] = _dense(entries, minilm, cache / "quality-minilm.npz")
    return found


def score(
    name: str, find: Finder, known: Sequence[Query], near: Sequence[Query], unknown: Sequence[Query]
) -> RivalScore:
    """Measure one way."""
    results = [(query, find(query.text)) for query in known]
    ids = [(query, [entry_id for entry_id, _ in found]) for query, found in results]
    best = [_best(found) for _, found in results]
    return RivalScore(
        name,
        Rate(sum(bool(set(found[:1]) & set(query.expected)) for query, found in ids), len(known)),
        Rate(sum(bool(set(found[:3]) & set(query.expected)) for query, found in ids), len(known)),
        auroc(best, [_best(find(query.text)) for query in near]),
        auroc(best, [_best(find(query.text)) for query in unknown]),
    )


def _ours(retriever: Retriever) -> Finder:
    return lambda text: [(match.entry.id, match.probability) for match in retriever.search(text, FACT_CHECKS)]


def _without_wordings(entries: Sequence[FactCheck], embedder: Embedder) -> Retriever:
    """The same retriever over entries that have only their own texts."""
    bare = Retriever(embedder, trained_fusion())
    bare.put([entry.model_copy(update=dict.fromkeys(WordedClaim.model_fields, ())) for entry in entries])
    return bare


def _best(found: list[tuple[str, float]]) -> float:
    return found[0][1] if found else 0.0


def _bm25(entries: Sequence[FactCheck]) -> Finder:
    index = LexicalIndex()
    for number, entry in enumerate(entries):
        index.add(number, profile_of(entry).document)

    def find(text: str) -> list[tuple[str, float]]:
        terms = analyse(text).terms
        most = sum(index.idf(term) for term in dict.fromkeys(terms)) * (K1 + 1.0)
        return [(entries[hit.number].id, hit.score / most) for hit in index.search(terms, 10)]

    return find


def _dense(entries: Sequence[FactCheck], embedder: Embedder, cache: Path) -> Finder:
    passages = [passage for entry in entries for passage in profile_of(entry).passages]
    pipeline = NaivePipeline(embedder, passages, cache)

    def find(text: str) -> list[tuple[str, float]]:
        best: dict[str, float] = {}
        for passage, hit in pipeline.find(text, 40):
            best.setdefault(passage.entry_id, hit.score)
        return list(best.items())[:10]

    return find
