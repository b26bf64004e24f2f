"""People at the desk, driven as people do: by typing, commands and the labels of buttons."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from actions.registry import answer, command, press
from actions.reply import Press, Reply
from actions.request import Origin, Request
from actions.services import Services
from knowledge.entry import FactCheck, Status
from knowledge.matching import Decision, Match, MatchDecision
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import NOW, OWNER, TEXTS, World, targets


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """The time it is."""
        return self.now

    def pass_by(self, time: timedelta) -> None:
        """Let time pass."""
        self.now += time


@dataclass
class Somebody:
    """One person with a private chat; remembers the last reply."""

    desk: "Desk"
    person: str
    language: Language = Language.EN
    reply: Reply = field(default_factory=lambda: Reply(Language.EN))

    @property
    def services(self) -> Services:
        """What actions work with."""
        return self.desk.services

    @property
    def text(self) -> str:
        """What was said last, over all its messages."""
        messages = self.reply.messages
        return "\n".join(TEXTS.text(one.text, one.language or self.reply.language, escape=False) for one in messages)

    @property
    def notice(self) -> str:
        """The line over the chat."""
        return TEXTS.label(self.reply.notice, self.reply.language) if self.reply.notice else ""

    @property
    def labels(self) -> list[str]:
        """The buttons' labels."""
        buttons = [one for message in self.reply.messages for row in message.buttons for one in row]
        return [TEXTS.label(one.label, self.reply.language) for one in buttons]

    def says(self, text: str, intent: Intent = Intent.CHECK_CLAIM, **more: object) -> "Somebody":
        """Type something."""
        request = replace(self._request(text), intent=intent, confidence=0.9, **more)  # type: ignore[arg-type]
        return self._heard(answer(request, self.services))

    def commands(self, line: str) -> "Somebody":
        """Send a command, such as "queue Johor"."""
        name, _, argument = line.partition(" ")
        request = replace(self._request(""), origin=Origin.COMMAND, argument=argument)
        return self._heard(command(request, name, self.services))

    def presses(self, label: str) -> "Somebody":
        """Press the button that bears this label, or begins with it."""
        found = [target for one, target in zip(self.labels, targets(self.reply), strict=True) if one.startswith(label)]
        assert found, f"{label!r} is not among {self.labels}"
        assert isinstance(found[0], Press)
        return self.presses_data(found[0].action, found[0].argument)

    def presses_data(self, name: str, argument: str = "", text: str = "") -> "Somebody":
        """Press a button by its data, as an old message still offers it."""
        request = replace(self._request(text), origin=Origin.BUTTON, argument=argument)
        return self._heard(press(request, name, self.services))

    def types(self, *texts: str) -> "Somebody":
        """Type several answers, one after the other."""
        for text in texts:
            self.says(text)
        return self

    def _request(self, text: str) -> Request:
        return Request(self.person, text, self.language, address=f"chat-{self.person[:4]}")

    def _heard(self, reply: Reply) -> "Somebody":
        self.reply = reply
        return self


@dataclass
class Desk:
    """A world with a clock and people."""

    world: World
    clock: Clock

    @property
    def services(self) -> Services:
        """What actions work with."""
        return self.world.services

    def owner(self) -> Somebody:
        """The owner whom the settings name."""
        return Somebody(self, OWNER)

    def voter(self, letter: str, language: Language = Language.EN) -> Somebody:
        """Somebody who is not on the team."""
        return Somebody(self, letter * 32, language)

    def member(self, letter: str, role: Role = Role.CONTRIBUTOR, language: Language = Language.EN) -> Somebody:
        """Somebody who has joined by an invitation, under the name "Name-<letter>"."""
        owner = (
            self.owner().commands("team").presses(f"Invite a {role.value}" if role is not Role.OWNER else "Invite an")
        )
        token = owner.text.rpartition("start=j_")[2].strip()
        joined = Somebody(self, letter * 32, language).commands(f"start j_{token}").says(f"Name-{letter}")
        assert self.services.desk.team.member(joined.person)
        return joined

    def tip(self, letter: str, text: str) -> int:
        """Somebody sends a message to fact-checkers; returns the number of its cluster."""
        self.voter(letter).presses_data("tip", text=text)
        texts = self.services.desk.clusters.open_tips()
        return next(number for number, tips in texts.items() if text in tips.values())

    def publishes(self, *entries: FactCheck, findable: bool = True) -> None:
        """Store entries as published, and let the retriever find them."""
        self.services.entries.save([(entry, Status.PUBLISHED) for entry in entries])
        if findable:
            matches = tuple(Match(entry, 0.9) for entry in entries)
            self.world.retriever.found[entries[0].kind] = MatchDecision(Decision.SUGGESTED, matches, matches)
