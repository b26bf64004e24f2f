"""Students of a class who answer every question they get, and note when they got it."""

import asyncio
import random
import time
from collections import defaultdict
from typing import Final

from bot.simulator import Message, SimulatedPerson, Simulator
from bot.simulator.world import WorldEvent

_THINK_S: Final = (0.5, 4.0)
_BETWEEN_S: Final = 1.2
_PATIENCE_S: Final = 180.0


class Students:
    """They join under an offered nickname, and answer by chance, half a second to four seconds after a question."""

    def __init__(self, simulator: Simulator, count: int) -> None:
        """Creates them.

        Args:
            simulator: Where they live.
            count: How many.
        """
        self._simulator = simulator
        self._random = random.Random(1)
        self._people = [simulator.person(f"Pelajar {number}", language_code="ms") for number in range(count)]
        self._by_chat = {person.id: person for person in self._people}
        self.got_s: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
        self.answered = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._stop = simulator.world.listen(self._hear)

    async def join(self, code: str) -> None:
        """Let all come in, each through the link, forty at a time."""
        gate = asyncio.Semaphore(40)

        async def one(person: SimulatedPerson) -> None:
            async with gate:
                chat = self._simulator.private_chat(person)
                await person.open_deep_link(f"c_{code}")
                reply = await chat.wait_for_reply(_PATIENCE_S)
                offered = 0
                while len(reply.button_labels) > 1:  # a nickname that somebody took meanwhile is asked for again
                    await asyncio.sleep(_BETWEEN_S)
                    await person.press(reply, reply.button_labels[offered])
                    reply, offered = await chat.wait_for_reply(_PATIENCE_S), 1

        await asyncio.gather(*(one(person) for person in self._people))

    async def all_answered(self, questions: int) -> None:
        """Wait until so many questions came to everyone and all were answered."""
        await self._simulator.wait_until(
            lambda: self.answered >= questions * len(self._people), _PATIENCE_S, f"{questions} questions"
        )

    async def half_got(self, question: int) -> None:
        """Wait until half of the students have got so many questions."""
        half = len(self._people) // 2
        await self._simulator.wait_until(lambda: self._how_many_got(question) >= half, _PATIENCE_S, "half of them")

    def deliveries(self) -> list[list[float]]:
        """When each question came to each student, on `time.monotonic`, earliest first; questions as asked."""
        each = [sorted(moment_s for times in got.values() for moment_s in times) for got in self.got_s.values()]
        return sorted(each, key=lambda times_s: times_s[0])

    def _how_many_got(self, question: int) -> int:
        return sum(sum(person.id in got for got in self.got_s.values()) >= question for person in self._people)

    def _hear(self, event: WorldEvent) -> None:
        message = event.message
        if event.kind != "message" or message is None or message.poll is None or event.chat is None:
            return
        person = self._by_chat.get(event.chat.id)
        if person is None:
            return
        question = message.poll.question.text.partition("· ")[2].partition("· ")[2]
        self.got_s[question][person.id].append(time.monotonic())
        task = asyncio.get_running_loop().create_task(self._answer(person, message))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, person: SimulatedPerson, message: Message) -> None:
        await asyncio.sleep(self._random.uniform(*_THINK_S))
        await person.answer_poll(message, self._random.randrange(4))
        self.answered += 1
