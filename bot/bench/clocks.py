"""Where time is taken. The product knows nothing of it: its methods are wrapped while the bench runs.

Most of what is measured is made deep inside the bot, where no stand-in can be handed in, so methods are wrapped on
their classes, all in the same way; the table below is the whole list.
"""

import asyncio
import functools
import inspect
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from contextvars import copy_context
from typing import Any, Final, TypeVar, TypeVarTuple

from telegram.ext import ExtBot

from bot.bench.stopwatch import Stage, Stopwatch, current_lap, measured
from bot.ordering import ChatOrderProcessor
from bot.render import Renderer
from knowledge.embedder.sentence_embedder import SentenceEmbedder
from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.index.lexical_index import LexicalIndex
from knowledge.index.shelf import Shelf
from knowledge.retriever import Retriever
from knowledge.store.database import Database
from nlu.rasa_parser import RasaParser

_AnyFunction = Callable[..., Any]
_Result = TypeVar("_Result")
_Arguments = TypeVarTuple("_Arguments")

# `decide` holds the searches and the embedding, which count for themselves: evidence, probability, decision and the
# wait for the retriever's lock are left. A message may use any of these several times; its uses are added up.
CLOCKS: Final[tuple[tuple[type, str, Stage], ...]] = (
    (RasaParser, "parse", Stage.NLU),
    (ShippedEmbedder, "embed", Stage.EMBED),
    (SentenceEmbedder, "embed", Stage.EMBED),
    (LexicalIndex, "scores", Stage.SEARCH),
    (LexicalIndex, "best", Stage.SEARCH),
    (Shelf, "nearest", Stage.SEARCH),
    (Retriever, "decide", Stage.FUSE),
    (Database, "session", Stage.STORE),
    (Renderer, "messages", Stage.RENDER),
    (ExtBot, "send_message", Stage.SEND),
)


@contextmanager
def clocks_running(stopwatch: Stopwatch) -> Iterator[None]:
    """Take time at every place of `CLOCKS`, a lap for every update, until the block ends.

    Args:
        stopwatch: Gets the laps.
    """
    with ExitStack() as stack:
        stack.enter_context(wrapped(ChatOrderProcessor, "do_process_update", _in_lap(stopwatch)))
        for owner, name, stage in CLOCKS:
            stack.enter_context(wrapped(owner, name, _at(stage)))
        yield


@contextmanager
def wrapped(owner: type, name: str, wrap: Callable[[_AnyFunction], _AnyFunction]) -> Iterator[None]:
    """Put what `wrap` makes of a method in its place until the block ends."""
    original = vars(owner)[name]
    is_static = isinstance(original, staticmethod)
    wrapper = wrap(original.__func__ if is_static else original)
    setattr(owner, name, staticmethod(wrapper) if is_static else wrapper)
    try:
        yield
    finally:
        setattr(owner, name, original)


def _at(stage: Stage) -> Callable[[_AnyFunction], _AnyFunction]:
    """Make what wraps a function, coroutine function or context manager so that its time counts for a stage."""

    def wrap(function: _AnyFunction) -> _AnyFunction:
        @functools.wraps(function)
        def call(*args: object, **kwargs: object) -> object:
            with measured(stage):
                return function(*args, **kwargs)

        @functools.wraps(function)
        async def await_it(*args: object, **kwargs: object) -> object:
            with measured(stage):
                return await function(*args, **kwargs)

        @functools.wraps(function)
        @contextmanager
        def enter(*args: object, **kwargs: object) -> Iterator[object]:
            with measured(stage), function(*args, **kwargs) as value:
                yield value

        if inspect.iscoroutinefunction(function):
            return await_it
        return enter if inspect.isgeneratorfunction(inspect.unwrap(function)) else call

    return wrap


def _in_lap(stopwatch: Stopwatch) -> Callable[[_AnyFunction], _AnyFunction]:
    def wrap(function: _AnyFunction) -> _AnyFunction:
        @functools.wraps(function)
        async def process(*args: object, **kwargs: object) -> object:
            with stopwatch.lap():
                return await function(*args, **kwargs)

        return process

    return wrap


class LapLoop(asyncio.SelectorEventLoop):
    """An event loop that lets worker threads know whose message they work on, and counts the wait for them."""

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[*_Arguments], _Result],
        *args: *_Arguments,
    ) -> asyncio.Future[_Result]:
        """Run `func` in a thread, in a copy of the caller's context."""
        context, asked = copy_context(), time.perf_counter()

        def work() -> _Result:
            lap = context.run(current_lap)
            if lap:
                lap.add(Stage.WAIT, time.perf_counter() - asked)
            return context.run(func, *args)

        return super().run_in_executor(executor, work)
