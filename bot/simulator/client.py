"""The simulator as tests, benches and the launcher use it."""

import asyncio
import logging
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self, TypeVar

from aiohttp import web

from bot.simulator import limits, people
from bot.simulator.api_server import ApiServer
from bot.simulator.calls import CallLog
from bot.simulator.chat_handle import SimulatedChat
from bot.simulator.clock import Clock
from bot.simulator.errors import NoReplyError
from bot.simulator.faults import Faults
from bot.simulator.loopback import add_security_headers, only_loopback
from bot.simulator.methods import Backend
from bot.simulator.model import BotAccount, ChatKind, Message
from bot.simulator.page_server import PageServer
from bot.simulator.person_handle import SimulatedPerson
from bot.simulator.rate_limits import RateLimiter, RateLimits
from bot.simulator.webhook import Webhook
from bot.simulator.world import DEFAULT_QUERY_LIFETIME_S, World, WorldEvent

DEFAULT_TOKEN: Final = "700000000:SIMULATOR-loopback-only-not-a-secret"
_HOST: Final = "127.0.0.1"
_CLOSE_WITHIN_S: Final = 0.5
_LOOK_EVERY_S: Final = 0.05
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class SimulatorOptions:
    """How a simulator is set up.

    `port` None means any free one; `rate_limits` None means none are enforced; `query_lifetime_s` is
    how many seconds a pressed button can be answered.
    """

    port: int | None = None
    token: str = DEFAULT_TOKEN
    bot_username: str = "SaferTogetherBot"
    bot_name: str = "SaferTogether"
    privacy_mode: bool = True
    supports_inline: bool = True
    inline_feedback: bool = False
    rate_limits: RateLimits | None = None
    query_lifetime_s: float = DEFAULT_QUERY_LIFETIME_S


class Simulator:
    """A small Telegram on 127.0.0.1, used as an async context manager.

    A python-telegram-bot Application talks to it unchanged, built with `token`, `base_url` and
    `base_file_url`. One event loop owns it; its methods are not thread-safe.
    """

    def __init__(self, options: SimulatorOptions | None = None) -> None:
        """Prepares the world; nothing listens before `start`.

        Args:
            options: How it is set up.
        """
        self.options = options or SimulatorOptions()
        self.clock = Clock()
        self.faults = Faults()
        self.calls = CallLog()
        bot = BotAccount(
            int(self.options.token.partition(":")[0]),
            self.options.bot_username,
            self.options.bot_name,
            self.options.privacy_mode,
            self.options.supports_inline,
            self.options.inline_feedback,
        )
        self.world = World(bot, self.clock, self.faults, self.options.query_lifetime_s)
        self._webhook = Webhook(self.world.updates, self.clock)
        self._chats: dict[int, SimulatedChat] = {}
        self._waiting: set[asyncio.Event] = set()
        self._runner: web.AppRunner | None = None
        self._port = 0
        self.world.listen(self._hear)

    async def __aenter__(self) -> Self:
        """Starts the server."""
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stops the server."""
        await self.stop()

    async def start(self) -> None:
        """Begins to listen on loopback.

        Raises:
            OSError: If the asked-for port is taken.
        """
        limiter = RateLimiter(self.options.rate_limits) if self.options.rate_limits else None
        api = ApiServer(Backend(self.world, self._webhook), self.options.token, self.calls, self.faults, limiter)
        app = web.Application(client_max_size=limits.UPLOAD_BYTES, middlewares=[only_loopback])
        app.add_routes([*api.routes(), *PageServer(self.world).routes()])
        app.on_response_prepare.append(add_security_headers)
        self._runner = web.AppRunner(
            app,
            access_log=None,
            logger=logging.getLogger(__name__),
            handler_cancellation=True,
            shutdown_timeout=_CLOSE_WITHIN_S,
        )
        await self._runner.setup()
        listener = socket.create_server((_HOST, self.options.port or 0), reuse_port=False)
        self._port = int(listener.getsockname()[1])
        await web.SockSite(self._runner, listener).start()

    async def stop(self) -> None:
        """Stops listening, posting and every timer."""
        self.world.shut_down()
        await self._webhook.stop()
        if self._runner:
            await self._runner.cleanup()

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.options.token

    @property
    def page_url(self) -> str:
        """Address of the page."""
        return f"http://{_HOST}:{self._port}/"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot's `base_url` must be."""
        return f"{self.page_url}bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot's `base_file_url` must be."""
        return f"{self.page_url}file/bot"

    def person(
        self,
        first_name: str,
        *,
        language_code: str = "ms",
        username: str | None = None,
        last_name: str | None = None,
    ) -> SimulatedPerson:
        """Creates someone who can write to the bot.

        Args:
            first_name: Their name.
            language_code: Their app's language.
            username: Without "@".
            last_name: Their family name.

        Returns:
            A handle to act as them.
        """
        person = self.world.add_person(first_name, language_code=language_code, username=username, last_name=last_name)
        return SimulatedPerson(self, person)

    def private_chat(self, person: SimulatedPerson) -> SimulatedChat:
        """Finds someone's chat with the bot.

        Args:
            person: Whose.

        Returns:
            A handle to read it.
        """
        return self.chat_handle(person.id)

    def group(
        self,
        title: str,
        members: Iterable[SimulatedPerson],
        *,
        kind: ChatKind = "supergroup",
        bot_is_admin: bool = False,
    ) -> SimulatedChat:
        """Creates a group to which its first member adds the bot.

        Args:
            title: Its name.
            members: At least one person.
            kind: "supergroup" or the older "group".
            bot_is_admin: Whether the bot is made an administrator (and so reads everything).

        Returns:
            A handle to read it.

        Raises:
            PersonCannotError: If nobody is in it.
        """
        inside = [member.data for member in members]
        chat = self.world.add_group(title, inside, kind=kind)
        if bot_is_admin:
            self.world.set_bot_status(chat, inside[0], "administrator")
        return self.chat_handle(chat.id)

    def chat_handle(self, chat_id: int) -> SimulatedChat:
        """Finds a chat by id.

        Args:
            chat_id: Its Telegram id.

        Returns:
            Always the same handle for the same chat.
        """
        if chat_id not in self._chats:
            self._chats[chat_id] = SimulatedChat(self, self.world.chats[chat_id])
        return self._chats[chat_id]

    def inject(self, person: SimulatedPerson, texts: Iterable[str]) -> list[Message]:
        """Sends many messages at once, without waiting in between (for benches).

        Args:
            person: Who sends, into their private chat.
            texts: One message each.

        Returns:
            The messages.
        """
        chat = self.world.chats[person.id]
        return [people.send(self.world, person.data, chat, people.Draft(text)) for text in texts]

    async def wait_until(self, look: Callable[[], _Found | None], timeout_s: float, what: str) -> _Found:
        """Waits until something is so, looking again whenever anything happens here and every 50 ms.

        Args:
            look: Returns what was looked for, or None (or False) if it is not there yet.
            timeout_s: Longest wait, seconds.
            what: What is awaited, for the error.

        Returns:
            What `look` found.

        Raises:
            NoReplyError: If it was not found in time.
        """
        stirred = asyncio.Event()
        self._waiting.add(stirred)
        try:
            async with asyncio.timeout(timeout_s):
                while not (found := look()):
                    stirred.clear()
                    with suppress(TimeoutError):
                        await asyncio.wait_for(stirred.wait(), _LOOK_EVERY_S)
                return found
        except TimeoutError:
            problem = f"no {what} within {timeout_s} s"
            raise NoReplyError(problem) from None
        finally:
            self._waiting.discard(stirred)

    def _hear(self, event: WorldEvent) -> None:
        if event.chat and event.chat.id in self._chats:
            self._chats[event.chat.id].hear(event)
        for stirred in self._waiting:
            stirred.set()
