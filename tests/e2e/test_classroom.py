"""A teacher and five students: a whole class over the simulator, with a late joiner and a restart in the middle."""

import asyncio
import csv
import io
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.app import BotConfig, build_application
from bot.localisation import Localisation
from bot.polling import run_polling
from bot.settings import Settings
from bot.simulator import Message, SimulatedPerson, Simulator
from bot.simulator.model import Document
from bot.wiring import Knowledge, services_of
from knowledge.quiz.codes import read_code
from knowledge.store.update_inbox import UpdateInbox
from nlu.late_parser import LateParser
from tests.e2e.conftest import AT_ONCE, UNHURRIED

pytestmark = [pytest.mark.e2e, pytest.mark.model, pytest.mark.asyncio(loop_scope="session")]

QUESTIONS = 10
PATIENCE_S = 60.0


@asynccontextmanager
async def bot_run(simulator: Simulator, knowledge: Knowledge, settings: Settings) -> AsyncIterator[None]:
    """One run of the bot; the class goes on in the next."""
    config = BotConfig(
        token=simulator.token,
        person_key=settings.person_key_bytes(),
        base_url=simulator.base_url,
        base_file_url=simulator.base_file_url,
        flood=UNHURRIED,
        sending=AT_ONCE,
    )
    inbox = UpdateInbox(knowledge.database, os.urandom(8).hex())
    application = build_application(services_of(knowledge), LateParser(), inbox, Localisation(), config)
    stop = asyncio.Event()
    polling = asyncio.create_task(run_polling(application, stop))
    try:
        yield
    finally:
        stop.set()
        await polling


class Player:
    """A person in the test: what they read and press, and how often they tap."""

    def __init__(self, simulator: Simulator, name: str) -> None:
        self.simulator = simulator
        self.person: SimulatedPerson = simulator.person(name, language_code="en")
        self.taps = 0

    @property
    def messages(self) -> list[Message]:
        """What the bot wrote."""
        return self.simulator.private_chat(self.person).bot_messages

    @property
    def polls(self) -> list[Message]:
        """The questions that came."""
        return [message for message in self.messages if message.poll]

    async def send(self, text: str) -> None:
        """Send a message: one tap."""
        self.taps += 1
        await self.person.send(text)

    async def press(self, label: str) -> None:
        """Press the newest button of this name."""
        message = await self.wait(lambda: self._with_button(label), f"button {label}")
        self.taps += 1
        await self.person.press(message, next(one for one in message.button_labels if label in one))

    async def wait(self, look: object, what: str) -> Message:
        """Wait for something."""
        return await self.simulator.wait_until(look, PATIENCE_S, what)  # type: ignore[arg-type]

    async def read(self, words: str) -> Message:
        """Wait for a message that says this."""
        return await self.wait(lambda: next((one for one in self.messages if words in one.text), None), words)

    async def answer(self, count: int, *, right: bool) -> None:
        """Answer the `count`th question that came, counted from 1."""
        await self.wait(lambda: len(self.polls) >= count, f"question {count}")
        message = self.polls[count - 1]
        assert message.poll is not None
        correct = message.poll.correct[0]
        await self.person.answer_poll(message, correct if right else (correct + 1) % 4)

    def _with_button(self, label: str) -> Message | None:
        found = [one for one in self.messages if any(label in name for name in one.button_labels)]
        return found[-1] if found else None


def rows_of(message: Message) -> list[dict[str, str]]:
    """A CSV document as it is read at home."""
    assert isinstance(message.media, Document)
    return list(csv.DictReader(io.StringIO(message.media.file.data.decode("utf-8-sig"))))


def documents(player: Player) -> dict[str, Message]:
    """The files that came, by name."""
    return {one.media.file.name: one for one in player.messages if isinstance(one.media, Document)}


async def test_class_of_ten_questions_and_five_students(knowledge: Knowledge, settings: Settings) -> None:
    """From /class to the CSV: nothing is lost over a restart, nobody gets a question twice, first answers count."""
    async with Simulator() as simulator:
        teacher = Player(simulator, "Cikgu")
        students = [Player(simulator, name) for name in ("Aina", "Ben", "Chong", "Devi", "Esa")]
        async with bot_run(simulator, knowledge, settings):
            await teacher.send("/class")
            await teacher.press("Open the class")
            invitation = await teacher.read("Class code")
            code = read_code(invitation.text.split("Class code:")[1].split("\n")[0])
            assert code
            for student in students[:4]:
                await student.send(f"/join {code}")
                await student.read("Which nickname")
                await student.send(student.person.data.first_name)
                await student.read("You are in")
            await teacher.press("Start")
            assert teacher.taps <= 8
            for number in range(1, 6):
                for place, student in enumerate(students[:4]):
                    await student.answer(number, right=place <= number % 4)
        async with bot_run(simulator, knowledge, settings):
            late = students[4]
            await late.person.open_deep_link(f"c_{code}")
            await late.read("Which nickname")
            await late.send("Esa")
            await late.read("You are in")
            for number in range(6, QUESTIONS + 1):
                for place, student in enumerate(students[:4]):
                    await student.answer(number, right=place <= number % 4)
            for number in range(1, QUESTIONS + 1):
                await late.answer(number, right=True)
            for student in students:
                await student.read(f"of {QUESTIONS} right")
            await teacher.press("End")
            await teacher.press("Yes, end")
            await teacher.read("Results of")
            await teacher.wait(lambda: f"{code}.xlsx" in documents(teacher), "workbook")
        check_results(teacher, students, code)


def check_results(teacher: Player, students: list[Player], code: str) -> None:
    """Read the files back and compare them with what was answered."""
    files = documents(teacher)
    answers, people = rows_of(files[f"{code}-answers.csv"]), rows_of(files[f"{code}-students.csv"])
    assert len(answers) == QUESTIONS * len(students)
    assert len(people) == len(students)
    for student in students:
        questions = [message.poll.question.text.split("· ")[1] for message in student.polls if message.poll]
        assert len(questions) == len(set(questions)) == QUESTIONS
    by_name = {row["Student"]: row for row in people}
    assert by_name["Esa"]["Right"] == str(QUESTIONS)
    expected = {
        name: sum(place <= number % 4 for number in range(1, 11)) for place, name in enumerate(list(by_name)[:4])
    }
    assert {name: int(by_name[name]["Right"]) for name in expected} == expected
