"""A small world for the bot: the simulator, real stores, a retriever and a parser that say what they are told."""

import asyncio
import itertools
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from actions.links import DeepLinks
from actions.services import Services
from bot.app import BotConfig, build_application
from bot.flood import FloodLimits
from bot.localisation import Localisation
from bot.polling import run_polling
from bot.rate_limiter import SendingRates
from bot.receiving import AnyApplication
from bot.simulator import Message, Simulator
from knowledge.entry import EntryKind, FactCheck, Guideline, Status
from knowledge.errors import IndexUnavailableError
from knowledge.matching import Decision, Match, MatchDecision
from knowledge.retriever import Retriever
from knowledge.store.classroom_store import ClassroomStore
from knowledge.store.conversation_store import ConversationStore
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore
from knowledge.store.feedback_store import FeedbackStore
from knowledge.store.outbox import Outbox
from knowledge.store.people_store import PeopleStore
from knowledge.store.practice_store import PracticeStore
from knowledge.store.question_log import QuestionLog
from knowledge.store.question_set_store import QuestionSetStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_inbox import UpdateInbox
from knowledge.store.update_store import UpdateStore
from nlu.errors import ParserUnavailableError
from nlu.intents import Intent
from nlu.parser import Parse
from tests.fake_sorter import fake_desk

KEY = b"a key of the tests, long enough"
GENEROUS = FloodLimits(burst=1000, per_second=1000.0)
UNPACED = SendingRates((1000, 1.0), (1000, 1.0), (1000, 1.0))
_RUNS = itertools.count()


@dataclass
class FakeRetriever:
    """Finds fact-checks that a test listed by a word of the message; may be slow or broken."""

    by_word: dict[str, FactCheck | Guideline] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    broken: Exception | None = None
    gates: dict[str, threading.Event] = field(default_factory=dict)

    def decide(self, text: str, kinds: frozenset[EntryKind]) -> MatchDecision:
        """Confirm the entry of the first known word in the text."""
        self.asked.append(text)
        for word, gate in self.gates.items():
            if word in text:
                gate.wait(10)
        if self.broken:
            raise self.broken
        found = self.search(text, kinds)
        return MatchDecision(Decision.CONFIRMED if found else Decision.NO_MATCH, found[:1], found)

    def search(self, text: str, kinds: frozenset[EntryKind], limit: int = 10) -> tuple[Match, ...]:
        """Every listed entry whose word is in the text."""
        return tuple(Match(entry, 0.9) for word, entry in self.by_word.items() if word in text and entry.kind in kinds)[
            :limit
        ]


@dataclass
class FakeParser:
    """Says the intent a test set, or that it is unavailable."""

    intent: Intent = Intent.CHECK_CLAIM
    is_down: bool = False
    asked: list[str] = field(default_factory=list)

    async def parse(self, text: str) -> Parse:
        """What the test set."""
        self.asked.append(text)
        if self.is_down:
            raise ParserUnavailableError
        return Parse(self.intent, 0.9)


def fresh_services(database: Database, retriever: FakeRetriever) -> Services:
    """Services on a database."""
    return Services(
        retriever=cast("Retriever", retriever),
        entries=EntryStore(database),
        people=PeopleStore(database),
        tips=TipStore(database),
        feedback=FeedbackStore(database),
        questions=QuestionLog(database),
        outbox=Outbox(database),
        conversations=ConversationStore(database),
        updates=UpdateStore(database),
        question_sets=QuestionSetStore(database),
        desk=fake_desk(database),
        links=DeepLinks(),
        classes=ClassroomStore(database),
        practice=PracticeStore(database),
        clock=lambda: datetime.now(UTC),
    )


@dataclass
class BotWorld:
    """What a test drives."""

    simulator: Simulator
    database: Database
    services: Services
    retriever: FakeRetriever
    parser: FakeParser
    flood: FloodLimits = GENEROUS
    sending: SendingRates = UNPACED
    settled_after_s: float = 0.2

    def build(self) -> AnyApplication:
        """Build the application for a new run."""
        config = BotConfig(
            token=self.simulator.token,
            person_key=KEY,
            base_url=self.simulator.base_url,
            base_file_url=self.simulator.base_file_url,
            flood=self.flood,
            sending=self.sending,
            settled_after_s=self.settled_after_s,
            retry_pause_s=0.02,
        )
        inbox = UpdateInbox(self.database, f"run-{next(_RUNS)}")
        return build_application(self.services, self.parser, inbox, Localisation(), config)

    @asynccontextmanager
    async def polling(self) -> AsyncIterator[AnyApplication]:
        """Run the bot by long polling, and stop it cleanly at the end."""
        application, stop = self.build(), asyncio.Event()
        task = asyncio.create_task(run_polling(application, stop))
        try:
            yield application
        finally:
            self.open_gates()
            stop.set()
            await asyncio.wait_for(task, 10)

    def knows(self, word: str, entry: FactCheck) -> None:
        """Publish an entry, found for messages with this word."""
        self.services.entries.save([(entry, Status.PUBLISHED)])
        self.retriever.by_word[word] = entry

    def slow_for(self, word: str) -> threading.Event:
        """Let messages with this word wait until the returned gate is set."""
        return self.retriever.gates.setdefault(word, threading.Event())

    def open_gates(self) -> None:
        """Let everything slow go on."""
        for gate in self.retriever.gates.values():
            gate.set()

    async def until(self, look: Callable[[], object], what: str) -> None:
        """Wait until something is so."""
        await self.simulator.wait_until(lambda: look() or None, 5.0, what)


def button_url(message: Message, label: str) -> str:
    """The address behind a button."""
    assert message.keyboard
    return next(button.value for button in message.keyboard.buttons if button.label == label)


BROKEN_INDEX = IndexUnavailableError("the index is broken")
