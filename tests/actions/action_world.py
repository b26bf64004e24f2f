"""A small world for actions: real stores on SQLite, a retriever that finds what it is told to, a clock that stands."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from actions.registry import answer, command, press
from actions.reply import Link, Phrase, Press, Reply, Share
from actions.request import Origin, Request
from actions.services import Services
from bot.localisation import Localisation
from knowledge.entry import EntryKind, FactCheck, Guideline, QuizItem, Status
from knowledge.errors import IndexUnavailableError
from knowledge.matching import Decision, Match, MatchDecision
from knowledge.text.language import Language
from nlu.intents import Intent

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
TEXTS = Localisation()
ANN, BEN, OWNER = "a" * 32, "b" * 32, "0" * 32


@dataclass
class FakeRetriever:
    """Finds what a test says, whatever the message; notes the messages it was asked about."""

    found: dict[EntryKind, MatchDecision] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    is_broken: bool = False

    def decide(self, text: str, kinds: frozenset[EntryKind]) -> MatchDecision:
        """What the test set for the kind."""
        if self.is_broken:
            raise IndexUnavailableError
        self.asked.append(text)
        (kind,) = kinds
        return self.found.get(kind, MatchDecision(Decision.NO_MATCH, ()))

    def search(self, text: str, kinds: frozenset[EntryKind], limit: int = 10) -> tuple[Match, ...]:
        """The ranking the test set for the kind."""
        return self.decide(text, kinds).ranked[:limit]


@dataclass
class World:
    """What a test drives: it writes messages, presses buttons, and reads the replies as people do."""

    services: Services
    retriever: FakeRetriever

    def store(self, *entries: FactCheck | Guideline | QuizItem, status: Status = Status.PUBLISHED) -> None:
        """Save entries."""
        self.services.entries.save([(entry, status) for entry in entries])

    def finds(self, decision: Decision, *entries: FactCheck | Guideline, others: tuple[Guideline, ...] = ()) -> None:
        """Let the retriever find these, at the same time making sure they are stored; `others` rank below."""
        self.store(*entries, *others)
        matches = tuple(Match(entry, 0.95) for entry in entries)
        ranked = (*matches, *(Match(entry, 0.5) for entry in others))
        self.retriever.found[entries[0].kind] = MatchDecision(decision, matches, ranked)

    def say(
        self, text: str, intent: Intent = Intent.CHECK_CLAIM, language: Language = Language.EN, **more: object
    ) -> Reply:
        """Write a message that the parser is sure about."""
        request = Request(ANN, text, language, intent=intent, confidence=0.9)
        return answer(replace(request, **more), self.services)  # type: ignore[arg-type]

    def command(self, name: str, argument: str = "", language: Language = Language.EN, **more: object) -> Reply:
        """Send a command."""
        request = Request(ANN, "", language, origin=Origin.COMMAND, argument=argument)
        return command(replace(request, **more), name, self.services)  # type: ignore[arg-type]

    def press(
        self,
        name: str,
        argument: str = "",
        text: str = "",
        language: Language = Language.EN,
        person: str = ANN,
        address: str = "",
    ) -> Reply:
        """Press a button of an answer to `text`."""
        request = Request(person, text, language, origin=Origin.BUTTON, argument=argument, address=address)
        return press(request, name, self.services)

    def read(self, reply: Reply) -> str:
        """All the messages of a reply, as HTML."""
        return "\n".join(TEXTS.text(message.text, reply.language, escape=True) for message in reply.messages)

    def notice(self, reply: Reply) -> str:
        """The line shown over the chat."""
        assert reply.notice is not None
        return TEXTS.text(reply.notice, reply.language, escape=False)

    def labels(self, reply: Reply) -> list[str]:
        """The buttons' labels."""
        buttons = [one for message in reply.messages for row in message.buttons for one in row]
        return [TEXTS.label(button.label, reply.language) for button in buttons]

    def presses(self, reply: Reply) -> list[str]:
        """The buttons' callback data."""
        return [f"{one.action}:{one.argument}" for one in targets(reply) if isinstance(one, Press)]

    def plain(self, phrase: Phrase, language: Language = Language.EN) -> str:
        """A phrase as plain text."""
        return TEXTS.text(phrase, language, escape=False)

    def asked_about(self) -> dict[str, int]:
        """Entries people were recorded to have asked about, with how many people."""
        trends = self.services.questions.trending(NOW - timedelta(days=30), 100)
        return {trend.entry_id: trend.people for trend in trends}


def targets(reply: Reply) -> list[Press | Link | Share]:
    """What the buttons of a reply do."""
    return [button.target for message in reply.messages for row in message.buttons for button in row]
