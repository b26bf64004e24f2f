"""Runs the whole bot: knowledge, NLU beside it, and Telegram or its local simulator."""

import asyncio
import contextlib
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import UTC, datetime, timedelta

from actions.updates.digests import write_due_digests
from bot.app import BotConfig, build_application
from bot.errors import BotStoppedError
from bot.flood import FloodLimits
from bot.identity import Identity
from bot.localisation import Localisation
from bot.nlu_starter import keep_nlu
from bot.polling import run_polling
from bot.receiving import AnyApplication
from bot.settings import Settings
from bot.simulator import start_simulator
from bot.starting import without_collecting
from bot.webhook import run_webhook
from bot.wiring import Knowledge, open_knowledge, services_of
from knowledge.errors import KnowledgeError
from knowledge.store.conversation_store import ConversationStore
from knowledge.store.outbox import Outbox
from knowledge.store.practice_store import PracticeStore
from knowledge.store.question_log import QuestionLog
from knowledge.store.update_inbox import UpdateInbox
from nlu.late_parser import LateParser

_LOGGER = logging.getLogger(__name__)
REFRESH_EVERY_S = 0.5
DIGESTS_EVERY_S = 60.0
TIDY_EVERY = timedelta(hours=24)
# Telegram repeats an update for at most 24 hours.
INBOX_KEPT = timedelta(days=3)
# /trending looks back 7 days; corrections will look back 90.
QUESTIONS_KEPT = timedelta(days=90)
# As long as their keys may be written again, and longer than a class is kept.
LETTERS_KEPT = timedelta(days=60)
# A quiz of one person; what they remember of it stays, for the next one.
QUIZZES_KEPT = timedelta(days=90)
Report = Callable[[str], None]


async def launch(settings: Settings, report: Report, stop: asyncio.Event | None = None) -> None:
    """Run until told to stop (SIGINT, SIGTERM or `stop`), then finish what is in progress.

    Raises:
        KnowledgeError: if the database or the embedder cannot be used.
        BotError: if Telegram refuses the token or a setting is wrong.
    """
    stop = stop or _stop_on_signals()
    report("Opening the knowledge base")
    with without_collecting():
        knowledge = await asyncio.to_thread(open_knowledge, settings, seeded=True)
    report(f"{len(knowledge.retriever)} verified entries are findable.")
    parser = LateParser()
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(knowledge.close)
        if settings.nlu == "on":
            await stack.enter_async_context(_beside(keep_nlu(parser, settings.data / "rasa.log", report)))
        else:
            report("NLU is switched off: every message is treated as a claim.")
        await stack.enter_async_context(_beside(_follow_database(knowledge)))
        await stack.enter_async_context(_beside(_tidy(knowledge)))
        await stack.enter_async_context(_beside(_write_digests(knowledge)))
        with contextlib.suppress(BotStoppedError):
            await _serve(settings, knowledge, parser, report, stop)
    report("Stopped.")


async def _serve(
    settings: Settings, knowledge: Knowledge, parser: LateParser, report: Report, stop: asyncio.Event
) -> None:
    """Answer on Telegram by webhook or long polling, or on the simulator if there is no token."""
    if settings.telegram_bot_token is None:
        simulator = await start_simulator(settings.simulator_port)
        try:
            report(f"No TELEGRAM_BOT_TOKEN: open the local simulator at {simulator.page_url}")
            config = _config(settings, simulator.token, simulator.base_url, simulator.base_file_url)
            await run_polling(_application(knowledge, parser, config, settings), stop)
        finally:
            await simulator.stop()
        return
    config = _config(settings, settings.telegram_bot_token.get_secret_value())
    application = _application(knowledge, parser, config, settings)
    if settings.webhook_url:
        report("Answering on Telegram by webhook.")
        secret = settings.webhook_secret_text()
        await run_webhook(
            application, settings.webhook_url, secret, settings.webhook_listen, settings.webhook_port, stop
        )
    else:
        report("Answering on Telegram by long polling.")
        await run_polling(application, stop)


def _config(settings: Settings, token: str, base_url: str | None = None, base_file_url: str | None = None) -> BotConfig:
    return BotConfig(
        token=token,
        person_key=settings.person_key_bytes(),
        base_url=base_url,
        base_file_url=base_file_url,
        flood=FloodLimits(per_second=settings.messages_per_minute / 60),
    )


def _application(knowledge: Knowledge, parser: LateParser, config: BotConfig, settings: Settings) -> AnyApplication:
    inbox = UpdateInbox(knowledge.database, secrets.token_hex(8))
    identity = Identity(config.person_key)
    owners = [identity.person(owner) for owner in settings.owner_ids()]
    return build_application(services_of(knowledge, owners), parser, inbox, Localisation(), config)


async def _follow_database(knowledge: Knowledge) -> None:
    """Make changes in the database findable, within a second, in every running process."""
    while True:
        try:
            await asyncio.to_thread(knowledge.indexer.refresh)
        except KnowledgeError as error:
            _LOGGER.error("The index could not follow the database: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(REFRESH_EVERY_S)


async def _tidy(knowledge: Knowledge) -> None:
    """Forget, once a day, what is no longer needed."""
    inbox, questions = UpdateInbox(knowledge.database, "tidy"), QuestionLog(knowledge.database)
    conversations, outbox = ConversationStore(knowledge.database), Outbox(knowledge.database)
    practice = PracticeStore(knowledge.database)
    while True:
        now = datetime.now(UTC)
        try:
            await asyncio.to_thread(inbox.purge, now - INBOX_KEPT)
            await asyncio.to_thread(questions.purge, now - QUESTIONS_KEPT)
            await asyncio.to_thread(conversations.purge, now)
            await asyncio.to_thread(outbox.purge, now - LETTERS_KEPT)
            await asyncio.to_thread(practice.purge, now - QUIZZES_KEPT)
        except KnowledgeError as error:
            _LOGGER.error("Old rows could not be removed: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(TIDY_EVERY.total_seconds())


async def _write_digests(knowledge: Knowledge) -> None:
    """Write the daily digests that are due; which were written is in the database, so none is written twice."""
    services = services_of(knowledge)
    while True:
        try:
            await asyncio.to_thread(write_due_digests, services)
        except KnowledgeError as error:
            _LOGGER.error("The digests could not be written: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(DIGESTS_EVERY_S)


@contextlib.asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Do something in the background until the block ends."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def _stop_on_signals() -> asyncio.Event:
    """Set at the first SIGINT or SIGTERM; a second one ends the process at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal(number: signal.Signals) -> None:
        stop.set()
        loop.remove_signal_handler(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, on_signal, number)
    return stop
