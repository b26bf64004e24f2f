"""Takes the pictures of docs/desk.md: the fact-checkers' loop, from a tip to a correction, on the simulator's page.

It starts a bot of its own in a scratch folder. Everything in the pictures but the bot's words is made up.
Needs Debian's chromium and chromium-driver: `.venv/bin/python docs/desk_screenshots.py`.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from page_window import IMAGES, keep, resize, window
from selenium.webdriver.common.by import By

from bot.settings import load_settings
from bot.simulator import Message
from bot.wiring import open_knowledge, services_of
from knowledge.scope import State
from knowledge.text.language import Language
from nlu.late_parser import LateParser
from tests.e2e.conftest import RunningBot, running
from tests.e2e.test_desk import Chat, approves, asks_to_know, joined

WIDTH, HEIGHT, COLOURS = 440, 900, 256
RUMOUR = "betul ke air paip di Bandar Contoh dicampur pewarna hijau sempena pilihan raya"
OTHERS = (
    ("Air paip Bandar Contoh dicampur pewarna hijau untuk pilihan raya, betul ke?", 0, State.JOHOR),
    ("Betul ke paip air di Bandar Contoh ada pewarna hijau sebab pilihan raya? call saya 012-3456789", 1, State.JOHOR),
    ("air paip bandar contoh warna hijau sebab dicampur pewarna pilihan raya", 2, State.MELAKA),
    ("Viral: air paip Bandar Contoh dicampur pewarna hijau sempena pilihan raya!!", 2, None),
    ("pewarna hijau dalam air paip Bandar Contoh sempena pilihan raya?", 7, State.JOHOR),
)
ASIDE = (("Sekolah Kampung Misal tutup seminggu, guru kena jaga pusat mengundi", 5, None),
         ("Stadium Contoh jadi tempat simpan peti undi ke?", 26, State.PERAK))  # fmt: skip
WORDS = (
    ("Air paip di Bandar Contoh dicampur pewarna hijau sempena pilihan raya.", "in Malay: a few sentences"),
    ("Syarikat Air Contoh berkata tiada pewarna dicampurkan; warna hijau berpunca daripada paip lama.",
     "The claim in English"),
    ("Tap water in Bandar Contoh was mixed with green dye for the election.", "in English: a few sentences"),
    ("Syarikat Air Contoh says no dye was added; the green colour came from old pipes.", "What is the verdict"),
)  # fmt: skip
ENTRY = "tap-water-in-bandar-contoh-was-mixed-with-green"
NOTES = ("Keputusan diubah: pewarna ujian pernah digunakan pada 2019.",
         "The verdict changed: a test dye was used in 2019.")  # fmt: skip


class Camera:
    """A headless Chromium window the size of a phone, that looks over somebody's shoulder."""

    def __init__(self, address: str) -> None:
        """Open the window."""
        self._address = address
        self._chrome = window(WIDTH, HEIGHT)

    async def take(self, name: str, chat: Chat, height: int = HEIGHT) -> None:
        """Take a picture of the end of somebody's chat with the bot, in few colours so that the file is small."""
        language = chat.person.data.language_code or "ms"
        picture = await asyncio.to_thread(self._shoot, chat.person.id, language, height)
        keep(f"desk-{name}", picture, COLOURS)

    def close(self) -> None:
        """Close the window."""
        self._chrome.quit()

    def _shoot(self, person: int, language: str, height: int) -> bytes:
        resize(self._chrome, WIDTH, height)
        self._chrome.get(self._address)
        for name, value in (("person", str(person)), ("language", language)):
            self._chrome.execute_script("localStorage.setItem(arguments[0], arguments[1])", name, value)
        self._chrome.get(self._address)
        time.sleep(1.0)
        self._chrome.find_element(By.CSS_SELECTOR, f"#chats [data-id='{person}']").click()
        time.sleep(1.0)
        return self._chrome.get_screenshot_as_png()


def earlier_tips(bot: RunningBot) -> None:
    """What others asked in the hours before."""
    services, now = services_of(bot.knowledge), datetime.now(UTC)
    for number, (text, hours_ago, state) in enumerate([*OTHERS, *ASIDE]):
        person = f"earlier-{number}"
        tip = services.tips.add(person, text, Language.MS, now - timedelta(hours=hours_ago, minutes=5))
        services.desk.sorter.catch_up(now)
        if state is not None:
            services.desk.clusters.tell_home_state(tip.id, person, state)


async def write(member: Chat, cluster: Message, camera: Camera) -> None:
    """Write the entry from its cluster on."""
    await member.presses(cluster, "Write an entry", "The claim in Malay")
    for text, question in WORDS:
        await member.says(text, question)
    await camera.take("4-writing", member)
    await choose(member, (("What is the verdict", "FALSE"),))
    await member.hears("Who checked or said it")
    await member.says("Syarikat Air Contoh (contoh)", "The address of the page")
    await member.says("https://www.example.com/air", "When did the claim go round")
    await choose(member, (("When did the claim go round", "Skip"), ("When was it checked", "Today"),
                          ("What is it about", "Government policy")))  # fmt: skip
    await member.hears("Does it hold only for some states")
    await member.says("Johor", "Does it belong to an election")
    await choose(member, (("Does it belong to an election", "Skip"), ("Until which day", "Skip"),
                          ("By when should somebody read it", "Skip")))  # fmt: skip
    preview = await member.hears("Is this right?")
    await camera.take("5-preview", member, 1240)
    await member.presses(preview, "Yes, save it", f"Saved as {ENTRY}")


async def choose(member: Chat, pairs: Sequence[tuple[str, str]]) -> None:
    """Press a button below each question."""
    for question, label in pairs:
        await member.person.press(await member.hears(question), label)


async def loop(bot: RunningBot, camera: Camera) -> None:
    """Go through the loop and take a picture of each step."""
    earlier_tips(bot)
    aina = Chat(bot, bot.simulator.person("Aina", language_code="ms"))
    await asks_to_know(aina, RUMOUR)
    await camera.take("1-tip", aina)
    writer, reviewer = await joined(bot, "Chong", "contributor"), await joined(bot, "Devi", "reviewer")
    queue = await writer.says("/queue", "Asked and not answered")
    await camera.take("2-queue", writer)
    place = next(line.partition(".")[0] for line in queue.text.splitlines() if "Bandar Contoh" in line)
    cluster = await writer.presses(queue, place, "Asked by")
    taken = await writer.presses(cluster, "Take it", "has it for 120 more minutes")
    await camera.take("3-cluster", writer, 1060)
    await write(writer, taken, camera)
    listed = await reviewer.says("/review", "Waiting for a second person")
    decide = await reviewer.presses(listed, "1", "Read the source before you decide")
    await camera.take("6-review", reviewer, 1060)
    await reviewer.presses(decide, "I read the source: publish", f"Published: {ENTRY}")
    await aina.hears("warna hijau berpunca daripada paip lama")
    await correct(writer)
    await approves(reviewer, f"Corrected: {ENTRY}")
    await aina.hears("pewarna ujian pernah digunakan pada 2019")
    await camera.take("7-correction", aina)
    wei = Chat(bot, bot.simulator.person("Wei Ling", language_code="en"))
    await wei.person.open_deep_link(f"e_{ENTRY}_r2")
    await wei.hears("changed after this link was shared")
    await camera.take("8-link", wei, 700)


async def correct(writer: Chat) -> None:
    """Correct the verdict, with a public note."""
    await writer.says(f"/correct {ENTRY}", "What is corrected")
    await writer.says(NOTES[0], "The same note in English")
    preview = await writer.says(NOTES[1], "Is this right?")
    which = await writer.presses(preview, "Change an answer", "Which")
    verdicts = await writer.presses(which, "Verdict", "What is the verdict")
    preview = await writer.presses(verdicts, "MISSING CONTEXT", "Is this right?")
    await writer.presses(preview, "Yes, save it", "must approve it")


async def main() -> None:
    """Start the bot, take the pictures."""
    with tempfile.TemporaryDirectory(prefix="safertogether-pictures-") as scratch:
        settings = load_settings(data=Path(scratch))
        knowledge = open_knowledge(settings, seeded=True)
        try:
            async with running(knowledge, settings, LateParser()) as bot:
                camera = Camera(bot.simulator.page_url)
                try:
                    await loop(bot, camera)
                finally:
                    await asyncio.to_thread(camera.close)
        finally:
            knowledge.close()


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    asyncio.run(main())
