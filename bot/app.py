"""The bot's one application: the same for long polling, the webhook and the simulator."""

from dataclasses import dataclass, field
from typing import Any

from telegram import LinkPreviewOptions
from telegram.ext import Application, ApplicationBuilder, Defaults
from telegram.request import BaseRequest

from actions.services import Services
from bot.admission import UpdateGate
from bot.answerer import Answerer
from bot.channel import Channel
from bot.commands import introduce
from bot.connections import PollingRequest, sending_request
from bot.flood import FloodLimits
from bot.handlers import HANDLERS, failure
from bot.identity import Identity
from bot.incoming import Reader
from bot.localisation import Localisation
from bot.ordering import ChatOrderProcessor, Inbox
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
    gate = UpdateGate(config.flood)
    requests = sending_request(), PollingRequest()
    application = _application(config, ChatOrderProcessor(inbox, gate.admit, config.concurrent_updates), requests)
    sharer = Sharer(services.entries, localisation, lambda: application.bot.username)
    renderer = Renderer(localisation, sharer)
    answerer = Answerer(services, parser, renderer, config.action_threads)
    channel = Channel(services, Reader(Identity(config.person_key)), answerer, renderer, gate)
    application.add_handlers([build(channel) for build in HANDLERS])
    application.add_error_handler(failure.build(channel))

    async def on_start(started: AnyApplication) -> None:
        await introduce(started.bot, localisation)

    async def on_end(_: AnyApplication) -> None:
        answerer.close()
        for connections in requests:
            await connections.shutdown()

    application.post_init = on_start
    application.post_shutdown = on_end
    return application


def _application(
    config: BotConfig, processor: ChatOrderProcessor, requests: tuple[BaseRequest, BaseRequest]
) -> AnyApplication:
    builder: ApplicationBuilder[Any, Any, Any, Any, Any, Any] = Application.builder()
    builder = (
        builder.token(config.token)
        .request(requests[0])
        .get_updates_request(requests[1])
        .rate_limiter(PatientRateLimiter(config.sending, config.retry_pause_s))
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .concurrent_updates(processor)
        .updater(None)
    )
    if config.base_url:
        builder = builder.base_url(config.base_url)
    if config.base_file_url:
        builder = builder.base_file_url(config.base_file_url)
    return builder.build()
