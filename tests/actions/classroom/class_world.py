"""A class without a channel: an educator and students press, polls are answered, time passes as a test says."""

from dataclasses import replace
from datetime import datetime, timedelta

from actions.classroom.answering import PollAnswer
from actions.classroom.clock import ClassClock
from actions.classroom.letters import read_question_key
from actions.outgoing import QuizPoll, contents
from actions.poll_answers import take_poll_answer
from actions.registry import KEYS, answer, command, press
from actions.reply import Reply
from actions.request import Origin, Request
from knowledge.entry import QuizItem, Status
from knowledge.quiz.roster import Ask, Seat, StoredClass
from knowledge.store.outbox_queue import Arrival, OpenLetter
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import NOW, TEXTS, World

CIKGU = "c" * 32


def item(number: int, theme: str = "verification") -> QuizItem:
    """A question whose right answer is its number modulo 4."""
    return QuizItem(
        id=f"item-{number:02d}",
        skill_or_topic=theme,
        difficulty=1,
        question_ms=f"Soalan {number}?",
        question_en=f"Question {number}?",
        options_ms=("a", "b", "c", "d"),
        options_en=("e", "f", "g", "h"),
        answer_index=number % 4,
        explanation_ms="Kerana.",
        explanation_en="Because.",
        based_on="entry",
        source_url="https://example.com",
    )


class ClassWorld:
    """What a test drives."""

    def __init__(self, world: World) -> None:
        self.now = NOW
        self.services = replace(world.services, clock=lambda: self.now)
        self.services.links.username = "TestBot"
        self.services.entries.save([(item(number), Status.PUBLISHED) for number in range(12)])
        self.clock = ClassClock(self.services)
        self.queue = self.services.outbox.queue("run")
        self.sent: list[OpenLetter] = []

    def request(self, person: str, **more: object) -> Request:
        """Something a person does in their private chat."""
        made = Request(person, "", Language.EN, address=person[:4])
        return replace(made, **more)  # type: ignore[arg-type]

    def press(self, name: str, argument: str = "", person: str = CIKGU) -> Reply:
        """Press a button."""
        return press(self.request(person, origin=Origin.BUTTON, argument=argument), name, self.services)

    def command(self, name: str, argument: str = "", person: str = CIKGU) -> Reply:
        """Send a command."""
        return command(self.request(person, origin=Origin.COMMAND, argument=argument), name, self.services)

    def say(self, text: str, person: str, intent: Intent = Intent.CHECK_CLAIM) -> Reply:
        """Write something."""
        return answer(self.request(person, text=text, intent=intent, confidence=0.9), self.services)

    def text(self, reply: Reply) -> str:
        """A reply as it is read."""
        parts = [TEXTS.text(message.text, reply.language, escape=False) for message in reply.messages]
        notice = [TEXTS.text(reply.notice, reply.language, escape=False)] if reply.notice else []
        return "\n".join([*parts, *notice])

    def draft(self) -> str:
        """Begin a class; returns its number as buttons carry it."""
        reply = self.command("class")
        return str(reply.messages[0].buttons[0][0].target.argument)  # type: ignore[union-attr]

    def open(self, *changes: tuple[str, str]) -> StoredClass:
        """Open a class with some choices made: button and value."""
        number = self.draft()
        for name, value in changes:
            self.press(name, f"{number}/{value}")
        self.press("c_open", number)
        found = self.services.classes.get(int(number))
        assert found is not None
        return found

    def join(self, record: StoredClass, *names: str) -> list[str]:
        """Let students in by code; returns who they are."""
        people = [name.lower().ljust(32, "x") for name in names]
        for person, name in zip(people, names, strict=True):
            self.command("join", record.code or "", person)
            self.say(name, person)
        return people

    def deliver(self) -> list[OpenLetter]:
        """Send everything that is due, as the sender would, and return it."""
        new: list[OpenLetter] = []
        while batch := self.queue.due(self.now, 500, ()):
            for letter in batch:
                number = len(self.sent) + 1
                self.sent.append(letter)
                new.append(letter)
                if letter.edit_number is not None:
                    self.queue.edited(letter)
                    continue
                assert self.queue.begin(letter, 0)
                self.queue.arrived(letter, Arrival(number, f"poll-{letter.key}", self.now), is_last=True)
        return new

    def said(self) -> str:
        """All letters so far, as they were read."""
        return "\n".join(letter.payload for letter in self.sent)

    def questions(self, letters: list[OpenLetter]) -> list[tuple[int, int, QuizPoll]]:
        """The questions among letters: student, question, poll."""
        found = []
        for letter in letters:
            place = read_question_key(letter.key)
            if place:
                (poll,) = contents(letter.payload, KEYS)
                assert isinstance(poll, QuizPoll)
                found.append((place[2], place[1], poll))
        return found

    def answer(self, record: StoredClass, person: str, question: int, *, right: bool = True) -> None:
        """Answer a question by its number, as it was shown to this student."""
        with self.services.classes.room(record.id) as room:
            seat = room.seat_of(person)
            assert seat is not None
            ask = next(one for one in room.asks_of(seat.number) if one.question == question)
            place = ask.options.index(room.item(question).answer_index)
        poll_id = f"poll-class/{record.id}/q{question}/s{seat.number}."
        take_poll_answer(PollAnswer(person, poll_id, place if right else (place + 1) % 4, self.now), self.services)

    def pass_time(self, seconds: float) -> None:
        """Time passes, second by second."""
        end = self.now + timedelta(seconds=seconds)
        while self.now < end:
            self.now = min(end, self.now + timedelta(seconds=1))
            self.clock.tick()

    def sleep(self, seconds: float) -> datetime:
        """Time passes and the bot does not run."""
        self.now += timedelta(seconds=seconds)
        return self.now

    def inside(self, record: StoredClass) -> tuple[StoredClass, list[Seat], list[Ask]]:
        """A class as it is now, with its students and what was asked."""
        with self.services.classes.room(record.id) as room:
            return room.record, room.seats(), room.asks()
