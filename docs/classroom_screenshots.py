"""Takes the pictures of docs/classroom.md: a class of four from /class to the files, and a set that is imported.

It starts the bot on a simulator and a database of its own, plays the educator and the students, and looks at the
simulator's page as one of them. Needs Debian's chromium and chromium-driver:
`.venv/bin/python docs/classroom_screenshots.py`.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from page_window import keep, window
from selenium.webdriver.common.by import By

from bot.bench.class_bot_process import BenchBot
from bot.simulator import Message, SimulatedPerson, Simulator
from bot.simulator.model import Photo

WIDTH, HEIGHT, COLOURS = 400, 760, 128
MOST = (3 * WIDTH // 2, 3 * HEIGHT // 2)  # a screen and a half
PATIENCE_S = 30.0
QUESTIONS = 10
FAULTY_SET = """Question (English),A (English),B (English),C (English),D (English),Right
Who draws the electoral roll?,The Election Commission,A party,A bank,A newspaper,A
Is this photo from this year?,Yes,No,It cannot be told,,B
"""


class Camera:
    """A headless Chromium on the simulator's page."""

    def __init__(self, address: str) -> None:
        self._chrome = window(WIDTH, HEIGHT)
        self._chrome.get(address)

    def take(self, name: str, person_id: int, at: Message | None) -> None:
        """Save what a person sees; with a message, where it begins instead of the end."""
        script = 'localStorage.setItem("language", "en"); localStorage.setItem("person", arguments[0]);'
        self._chrome.execute_script(script, person_id)
        self._chrome.refresh()
        time.sleep(1.5)
        self._chrome.execute_script("document.querySelector('#chats .avatar.bot').click()")
        time.sleep(1.5)
        if at is not None:
            row = f'#log [data-id="{at.id}"]'
            self._chrome.find_element(By.CSS_SELECTOR, row)
            self._chrome.execute_script("document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", row)
            time.sleep(0.5)
        keep(f"class-{name}", self._chrome.get_screenshot_as_png(), COLOURS, MOST)

    def close(self) -> None:
        """End the browser."""
        self._chrome.quit()


class Somebody:
    """A person of the simulator, and what the bot wrote to them."""

    def __init__(self, simulator: Simulator, camera: Camera, name: str) -> None:
        self.simulator = simulator
        self.camera = camera
        self.person: SimulatedPerson = simulator.person(name, language_code="en")

    @property
    def messages(self) -> list[Message]:
        """What the bot wrote."""
        return self.simulator.private_chat(self.person).bot_messages

    async def until(self, look: Callable[[], Message | None], what: str) -> Message:
        """Wait for a message."""
        return await self.simulator.wait_until(look, PATIENCE_S, what)

    async def read(self, words: str) -> Message:
        """Wait for a message that says this."""
        return await self.until(lambda: next((one for one in self.messages[::-1] if words in one.text), None), words)

    async def button(self, label: str) -> Message:
        """Wait for the newest message with a button of this name."""

        def look() -> Message | None:
            return next((one for one in self.messages[::-1] if any(label in own for own in one.button_labels)), None)

        return await self.until(look, label)

    async def press(self, label: str) -> None:
        """Press the newest button of this name."""
        message = await self.button(label)
        await self.person.press(message, next(one for one in message.button_labels if label in one))

    async def answer(self, number: int, *, right: bool) -> None:
        """Answer the question that came as the `number`th, from 1."""

        def look() -> Message | None:
            polls = [one for one in self.messages if one.poll]
            return polls[number - 1] if len(polls) >= number else None

        message = await self.until(look, f"question {number}")
        assert message.poll is not None
        correct = message.poll.correct[0]
        await self.person.answer_poll(message, correct if right else (correct + 1) % 4)

    async def shown(self, name: str, at: Message | None = None) -> None:
        """Take a picture of what they see."""
        await asyncio.sleep(2.5)
        await asyncio.to_thread(self.camera.take, name, self.person.id, at)


async def play(simulator: Simulator, camera: Camera) -> None:
    """Play the class and take a picture of each step."""
    teacher = Somebody(simulator, camera, "Cikgu Aina")
    students = [Somebody(simulator, camera, name) for name in ("Ben", "Chong", "Devi", "Esa")]
    await teacher.person.send("/class")
    await teacher.button("Open the class")
    await teacher.shown("1-plan")
    await teacher.press("Open the class")
    invitation = await teacher.read("Class code")
    code = invitation.text.split("Class code:")[1].split("\n")[0].strip()
    await teacher.shown("2-open", invitation)
    for student in students:
        await join(student, code, is_shown=student is students[0])
    await teacher.press("Start")
    await play_questions(teacher, students)
    await teacher.press("End")
    await teacher.press("Yes, end")
    results = await teacher.read("Results of")
    await teacher.shown("8-results", results)
    picture = await teacher.until(lambda: _results_picture(teacher), "the picture")
    assert isinstance(picture.media, Photo)
    keep("class-9-picture", picture.media.file.data, COLOURS, MOST)
    await teacher.until(lambda: _last_file(teacher), "the files")
    await teacher.shown("10-files")
    await import_set(Somebody(simulator, camera, "Cikgu Bala"))


def _results_picture(teacher: Somebody) -> Message | None:
    """The second picture: the first is the invitation's."""
    pictures = [one for one in teacher.messages if isinstance(one.media, Photo)]
    return pictures[1] if len(pictures) > 1 else None


def _last_file(teacher: Somebody) -> Message | None:
    """The last of the invitation's picture, the results' picture, three tables and a workbook."""
    files = [one for one in teacher.messages if one.media is not None]
    return files[5] if len(files) >= 6 else None


async def join(student: Somebody, code: str, *, is_shown: bool) -> None:
    """Come in with the code and a nickname."""
    await student.person.send(code)
    await student.read("Which nickname")
    if is_shown:
        await student.shown("3-nickname")
    await student.person.send(student.person.data.first_name)
    await student.read("You are in")
    if is_shown:
        await student.shown("4-waiting")


async def play_questions(teacher: Somebody, students: list[Somebody]) -> None:
    """Everybody answers at their own pace; the board is looked at in between."""
    for number in range(1, QUESTIONS + 1):
        for place, student in enumerate(students):
            await student.answer(number, right=(place + number) % 3 > 0)
        if number == 1:
            first = next(one for one in students[0].messages if one.poll)
            await students[0].shown("5-question", first)
        if number == 3:
            await teacher.shown("6-board")
    await students[0].shown("7-student-result", await students[0].read(f"of {QUESTIONS} right"))


async def import_set(educator: Somebody) -> None:
    """Send a table with a fault, then the mended one."""
    await educator.person.send("/sets")
    await educator.person.send_document("week-3.csv", FAULTY_SET.encode())
    await educator.shown("11-set-faults")
    await educator.person.send_document("week-3.csv", FAULTY_SET.replace("told,,B", "told,Ask the sender,B").encode())
    await educator.shown("12-set")


async def main() -> None:
    """Start everything, play, end everything."""
    with tempfile.TemporaryDirectory(prefix="safertogether-pictures-") as data:
        async with Simulator() as simulator:
            bot = BenchBot(simulator, Path(data))
            await bot.start()
            camera = await asyncio.to_thread(Camera, simulator.page_url)  # the page is served by this loop
            try:
                await play(simulator, camera)
            finally:
                await bot.kill()
                camera.close()


if __name__ == "__main__":
    asyncio.run(main())
