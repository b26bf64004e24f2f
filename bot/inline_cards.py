"""The fact-checks offered while somebody types the bot's name in another chat."""

from dataclasses import dataclass

from actions.entry_phrases import answer, verdict
from actions.labels import name_of
from actions.message_key import MessageKey
from actions.reply import Button, Link, Message, Phrase
from actions.services import Services
from bot import limits
from bot.answerer import Answerer
from bot.incoming import Incoming
from bot.render import OutgoingMessage, Renderer
from bot.share import deep_link
from knowledge.entry import FactCheck
from knowledge.retriever import FACT_CHECKS
from knowledge.text.language import Language


@dataclass(frozen=True)
class Card:
    """One fact-check to choose: what the list shows, and the message it becomes."""

    entry_id: str
    title: str
    description: str
    message: OutgoingMessage


@dataclass(frozen=True)
class Found:
    """The cards, best first, and the label of the button above them that opens the bot."""

    cards: tuple[Card, ...]
    button_label: str


class Cards:
    """Finds published fact-checks and writes them as cards."""

    def __init__(self, services: Services, renderer: Renderer, answerer: Answerer) -> None:
        """Notes what is worked with.

        Args:
            services: Where fact-checks are found.
            renderer: Writes messages and labels.
            answerer: Knows a person's language.
        """
        self._services = services
        self._renderer = renderer
        self._answerer = answerer

    def search(self, incoming: Incoming, bot_username: str) -> Found:
        """Find fact-checks; blocking, for worker threads. Nothing about the person is recorded.

        Args:
            incoming: Who types, and what; without words the newest fact-checks are found.
            bot_username: The bot's name, for links.

        Raises:
            IndexUnavailableError: When nothing can be looked up.
        """
        language = self._answerer.language(incoming)
        cards = (self._card(entry, language, bot_username) for entry in self._entries(incoming.words))
        label = self._renderer.label(Phrase(MessageKey.BUTTON_CHECK), language)
        return Found(tuple(cards), label)

    def _entries(self, words: str) -> list[FactCheck]:
        if not words:
            return [
                stored.entry
                for stored in self._services.entries.latest(limits.INLINE_RESULTS)
                if isinstance(stored.entry, FactCheck)
            ]
        matches = self._services.retriever.search(words, FACT_CHECKS, limits.INLINE_RESULTS)
        return [match.entry for match in matches if isinstance(match.entry, FactCheck)]

    def _revision(self, entry: FactCheck) -> int | None:
        """Its number; None in the moment before what was published just now is found."""
        stored = self._services.entries.get(entry.id)
        return stored.revision if stored is not None and stored.entry == entry else None

    def _card(self, entry: FactCheck, language: Language, bot_username: str) -> Card:
        link = deep_link(bot_username, entry.id, self._revision(entry))
        buttons = (
            Button(Phrase(MessageKey.BUTTON_SOURCE), Link(entry.source_url)),
            Button(Phrase(MessageKey.BUTTON_CHECK), Link(link)),
        )
        message = self._renderer.message(
            Message(answer(entry, language, self._services.today()), (buttons,)), language
        )[0]
        found = f"{self._renderer.label(verdict(entry.verdict), language)} · {entry.publisher}"
        return Card(
            entry.id,
            limits.cut(name_of(entry, language), limits.INLINE_TITLE_UNITS),
            limits.cut(found, limits.INLINE_DESCRIPTION_UNITS),
            message,
        )
