"""The bot's one application: the same for long polling, the webhook and the simulator."""

import asyncio
import secrets
from dataclasses import dataclass, field
from typing import Any

from telegram import LinkPreviewOptions, Update
from telegram.ext import Application, ApplicationBuilder, Defaults, TypeHandler
from telegram.request import BaseRequest

from actions.classroom.clock import ClassClock
from actions.registry import KEYS
from actions.services import Services
from bot.admission import UpdateGate
from bot.answerer import Answerer
from bot.arrivals import Arrivals
from bot.channel import Channel, Context
from bot.class_time import keep_class_time
from bot.commands import introduce
from bot.connections import PollingRequest, sending_request
from bot.flood import FloodLimits
from bot.handlers import HANDLERS, failure
from bot.identity import Identity
from bot.incoming import Reader
from bot.letters import LetterPress
from bot.localisation import Localisation
from bot.ordering import ChatOrderProcessor, Inbox
from bot.outbox_sender import OutboxSender
from bot.outbox_settling import SETTLED_AFTER_S
from bot.rate_limiter import FIRST_PAUSE_S, PatientRateLimiter, SendingRates
from bot.receiving import AnyApplication
from bot.render import Renderer
from bot.share import Sharer
from nlu.parser import Parser


@dataclass(frozen=True)
class BotConfig:
    """How the bot is set up.

    Attributes:
        token: From BotFather.
        person_key: Turns Telegram ids into persons; at least 16 bytes, kept for good.
        base_url: Of another Bot API server, up to and with "/bot"; None is Telegram's.
        base_file_url: The same for files.
        flood: How much one person may send.
        concurrent_updates: The most updates in progress or waiting for their chat; bounds memory, not work.
        sending: How fast messages are sent.
        action_threads: How many actions may run at once.
        settled_after_s: Seconds before asking what became of a letter whose sending broke off.
        retry_pause_s: Seconds before a failed call is repeated the first time; doubled each time.
    """

    token: str = field(repr=False)
    person_key: bytes = field(repr=False)
    base_url: str | None = None
    base_file_url: str | None = None
    flood: FloodLimits = FloodLimits()
    concurrent_updates: int = 2048
    sending: SendingRates = SendingRates()
    action_threads: int = 4
    settled_after_s: float = SETTLED_AFTER_S
    retry_pause_s: float = FIRST_PAUSE_S


def build_application(
    services: Services, parser: Parser, inbox: Inbox, localisation: Localisation, config: BotConfig
) -> AnyApplication:
    """Build the application; nothing is sent before it is run.

    Run it with `bot.polling.run_polling` or `bot.webhook.run_webhook`. It has no `updater`: python-telegram-bot's
    own ways of receiving confirm updates before they are handled.

    Args:
        services: What actions work with.
        parser: Tells what a person wants.
        inbox: Knows which updates were handled.
        localisation: Both languages' texts.
        config: How the bot is set up.
    """
    gate, arrivals = UpdateGate(config.flood), Arrivals(services.clock)
    requests = sending_request(), PollingRequest()
    pacing = PatientRateLimiter(config.sending, config.retry_pause_s)

    def admit(update: Update) -> bool:
        pacing.ids.note_received(update)
        return gate.admit(update)

    processor = ChatOrderProcessor(inbox, admit, arrivals.note, config.concurrent_updates)
    application = _application(config, processor, requests, pacing)
    sharer = Sharer(services.entries, localisation, lambda: application.bot.username)
    renderer = Renderer(localisation, sharer)
    answerer = Answerer(services, parser, renderer, config.action_threads)
    channel = Channel(services, Reader(Identity(config.person_key)), answerer, renderer, gate, arrivals)
    application.add_handlers([build(channel) for build in HANDLERS])
    application.add_error_handler(failure.build(channel))
    queue = services.outbox.queue(secrets.token_hex(8))
    press = LetterPress(application.bot, renderer, queue, KEYS)
    sender = OutboxSender(queue, press, pacing.ids, config.settled_after_s)

    async def nudge(_update: Update, _context: Context) -> None:
        sender.nudge()

    application.add_handler(TypeHandler(Update, nudge), group=1)

    async def on_start(started: AnyApplication) -> None:
        services.links.username = started.bot.username
        await asyncio.gather(
            introduce(started.bot, localisation),
            sender.run(),
            keep_class_time(ClassClock(services), services.classes.holding(), sender.nudge),
        )

    async def on_end(_: AnyApplication) -> None:
        answerer.close()
        for connections in requests:
            await connections.shutdown()

    application.post_init = on_start
    application.post_shutdown = on_end
    return application


def _application(
    config: BotConfig,
    processor: ChatOrderProcessor,
    requests: tuple[BaseRequest, BaseRequest],
    pacing: PatientRateLimiter,
) -> AnyApplication:
    builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any] = Application.builder()
    builder = (
        builder.token(config.token)
        .request(requests[0])
        .get_updates_request(requests[1])
        .rate_limiter(pacing)
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .concurrent_updates(processor)
        .updater(None)
    )
    if config.base_url:
        builder = builder.base_url(config.base_url)
    if config.base_file_url:
        builder = builder.base_file_url(config.base_file_url)
    return builder.build()
