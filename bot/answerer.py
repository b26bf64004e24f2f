"""From what a person did to what is sent back: parse, act in a worker thread, render."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar

from actions.registry import CONVERSATIONS
from actions.reply import Message, Phrase, Reply
from actions.request import Origin, Request
from actions.services import Services
from bot.incoming import Incoming
from bot.render import OutgoingMessage, Renderer
from knowledge.errors import KnowledgeError
from knowledge.text.detect import detect_language
from knowledge.text.language import Language
from nlu.errors import ParserUnavailableError
from nlu.fallback import fallback_parse
from nlu.parser import Parse, Parser

_LOGGER = logging.getLogger(__name__)
_Result = TypeVar("_Result")

Act = Callable[[Request, Services], Reply]

# Nobody writes so much to a bot of their own; it is a message passed on.
LONG_WORDS: Final = 25
LONG_CHARS: Final = 200
_MALAY_APPS: Final = ("", "ms", "id")


@dataclass(frozen=True)
class Answer:
    """What to send back."""

    messages: tuple[OutgoingMessage, ...] = ()
    notice: str | None = None
    replaces: bool = False
    quotes: bool = False


@dataclass(frozen=True)
class _Heard:
    """What a message wants, and whether it is known that no guided conversation waits for it."""

    parse: Parse
    is_unexpected: bool = False


class Answerer:
    """Works out answers; knows nothing of sending."""

    def __init__(self, services: Services, parser: Parser, renderer: Renderer, threads: int) -> None:
        """Prepares the worker threads.

        Args:
            services: What actions work with.
            parser: Tells what a person wants.
            renderer: Renders replies; runs in the worker thread too, since it may read entries.
            threads: How many actions may run at once.
        """
        self._services = services
        self._parser = parser
        self._renderer = renderer
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="action")

    def close(self) -> None:
        """End the worker threads."""
        self._threads.shutdown(wait=False)

    async def answer(self, incoming: Incoming, act: Act, *, parsed: bool = False) -> Answer:
        """Work out the answer to what a person did.

        Args:
            incoming: What they did.
            act: What to do about it.
            parsed: Whether the words decide what is wanted, so that the parser must be asked.
        """
        heard = await self._hear(incoming) if parsed else _Heard(fallback_parse(incoming.words))
        return await self.in_worker(lambda: self._act(incoming, heard, act))

    async def say(self, incoming: Incoming, phrase: Phrase) -> Answer:
        """Make an answer of one text, even when the database that knows the person's language cannot be read.

        Args:
            incoming: Who is answered.
            phrase: The text.
        """
        try:
            language = await self.in_worker(lambda: self.language(incoming))
        except KnowledgeError:
            language = app_language(incoming.telegram_language)
        return Answer(self._renderer.message(Message(phrase), language), self._renderer.notice(phrase, language))

    async def in_worker(self, work: Callable[[], _Result]) -> _Result:
        """Run blocking work in a worker thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def language(self, incoming: Incoming) -> Language:
        """Tell which language to answer in; blocking, for worker threads."""
        return self._request(incoming, _Heard(fallback_parse(incoming.words))).language

    async def _hear(self, incoming: Incoming) -> _Heard:
        is_expected = await self._is_expected(incoming)
        if is_expected or is_passed_on(incoming):
            return _Heard(fallback_parse(incoming.words), is_unexpected=not is_expected)
        return _Heard(await self._parse(incoming), is_unexpected=True)

    async def _parse(self, incoming: Incoming) -> Parse:
        try:
            return await self._parser.parse(incoming.words)
        except ParserUnavailableError:
            _LOGGER.debug("The parser gave no answer; a message is taken for a claim")
            return fallback_parse(incoming.words)

    async def _is_expected(self, incoming: Incoming) -> bool:
        """Whether a guided conversation waits for what the person types; nobody need find out what they want then."""
        if not incoming.address:
            return False
        return await self.in_worker(lambda: CONVERSATIONS.listens(incoming.person, incoming.address, self._services))

    def _act(self, incoming: Incoming, heard: _Heard, act: Act) -> Answer:
        reply = act(self._request(incoming, heard), self._services)
        notice = self._renderer.notice(reply.notice, reply.language) if reply.notice else None
        return Answer(self._renderer.messages(reply), notice, reply.replaces, reply.quotes)

    def _request(self, incoming: Incoming, heard: _Heard) -> Request:
        chosen = self._services.people.language(incoming.person)
        detected = detect_language(incoming.words, app_language(incoming.telegram_language))
        return Request(
            person=incoming.person,
            text=incoming.words,
            language=chosen or detected.language,
            origin=incoming.origin,
            intent=heard.parse.intent,
            confidence=heard.parse.confidence,
            entities=heard.parse.entities,
            argument=incoming.argument,
            chosen_language=chosen,
            foreign_language=detected.foreign,
            in_group=incoming.in_group,
            has_media=incoming.has_media,
            address=incoming.address,
            attachment=incoming.attachment,
            is_unexpected=heard.is_unexpected,
        )


def is_passed_on(incoming: Incoming) -> bool:
    """Whether a text is a claim to check rather than something said to the bot: forwarded, captioned, or long.

    Args:
        incoming: A message.
    """
    is_long = len(incoming.words) > LONG_CHARS or len(incoming.words.split()) > LONG_WORDS
    return is_long or incoming.origin in {Origin.FORWARDED, Origin.CAPTION}


def app_language(code: str) -> Language:
    """The language of a person's Telegram, as the one of ours they more likely read.

    Args:
        code: An IETF tag such as "en-GB"; empty when unknown.
    """
    return Language.MS if code.partition("-")[0].lower() in _MALAY_APPS else Language.EN


def line(phrase: Phrase) -> Act:
    """Make an action that says one text.

    Args:
        phrase: The text.
    """

    def say(request: Request, services: Services) -> Reply:
        del services
        return Reply(request.language, (Message(phrase),))

    return say
