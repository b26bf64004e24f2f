"""Receiving updates by webhook, accepting each only when it has been handled.

python-telegram-bot's own server is not used: it answers 200 when an update is in memory, so that a crash loses it,
compares the secret token with `!=` and writes a wrong one to its log. Telegram repeats an update until it is answered
with 2xx; so here the answer waits until the update is handled. What takes longer than `HOLD_S` is answered with 503:
when Telegram repeats it, it is either done, which the inbox knows, or still in progress, which the receiver knows.

Guarantee: as with polling, a crash loses nothing that Telegram repeats, and no message is kept on disk for it.
"""

import asyncio
import contextlib
import hmac
import json
import logging
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Update

from bot.errors import BotStoppedError
from bot.receiving import ALLOWED_UPDATES, AnyApplication, Receiver, reached, started

_LOGGER = logging.getLogger(__name__)

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
HOLD_S: Final = 25.0
MAX_CONNECTIONS: Final = 100
# Telegram's updates hold at most a message of 4096 characters, its buttons and the message it replies to.
_BODY_BYTES: Final = 1_000_000
_STOP_WITHIN_S: Final = 60.0


async def run_webhook(
    application: AnyApplication, url: str, secret_token: str, listen: str, port: int, stop: asyncio.Event
) -> None:
    """Listen for updates and answer until told to stop.

    When `stop` is set, no more requests are accepted, the updates in progress are finished and answered with 200, and
    the application is shut down. The webhook stays set: Telegram keeps what comes meanwhile.

    Args:
        application: From `build_application`.
        url: The public https address; its path is the one listened on. TLS ends in front of this server.
        secret_token: 1-256 of A-Z a-z 0-9 _ -; Telegram sends it with every update.
        listen: The address to listen on.
        port: The port to listen on.
        stop: Set it to stop.

    Raises:
        TokenRefusedError: When Telegram does not accept the token.
        BotStoppedError: When `stop` was set before Telegram could be reached.
        OSError: When the port is taken.
    """
    async with started(application, stop) as receiver:
        site = UpdateSite(application, receiver, secret_token)
        runner = web.AppRunner(site.app(urlsplit(url).path or "/"), access_log=None, shutdown_timeout=_STOP_WITHIN_S)
        await runner.setup()
        setting = partial(
            application.bot.set_webhook,
            url,
            secret_token=secret_token,
            allowed_updates=ALLOWED_UPDATES,
            max_connections=MAX_CONNECTIONS,
        )
        try:
            await web.TCPSite(runner, listen, port).start()
            with contextlib.suppress(BotStoppedError):
                await reached(setting, "setting the webhook", stop)
                await stop.wait()
        finally:
            await runner.cleanup()


class UpdateSite:
    """The one page Telegram posts updates to."""

    def __init__(
        self, application: AnyApplication, receiver: Receiver, secret_token: str, hold_s: float = HOLD_S
    ) -> None:
        """Notes whom to believe.

        Args:
            application: Initialised.
            receiver: Handles what is posted.
            secret_token: What Telegram sends with every update.
            hold_s: How long an answer waits for its update.
        """
        self._application = application
        self._receiver = receiver
        self._secret = secret_token.encode()
        self._hold_s = hold_s

    def app(self, path: str) -> web.Application:
        """Make the server's application.

        Args:
            path: Where Telegram posts.
        """
        app = web.Application(client_max_size=_BODY_BYTES)
        app.router.add_post(path, self._receive)
        return app

    async def _receive(self, request: web.Request) -> web.Response:
        if not self._is_telegram(request):
            return web.Response(status=403)
        try:
            update = Update.de_json(await request.json(), self._application.bot)
        except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
            # Accepted all the same: Telegram would repeat it for a day and hold back what comes after it.
            _LOGGER.error("An update could not be read (%s)", type(error).__name__)  # noqa: TRY400 - it quotes texts
            return web.Response(status=200)
        done, _ = await asyncio.wait((self._receiver.handle(update),), timeout=self._hold_s)
        return web.Response(status=200 if done else 503)

    def _is_telegram(self, request: web.Request) -> bool:
        """Compare the secret in constant time; it is never logged, right or wrong."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._secret)
