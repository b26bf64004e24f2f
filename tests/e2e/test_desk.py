"""The whole loop with real parts: asked, written, published, told, corrected, told again."""

import asyncio
import time
from collections.abc import Callable

import pytest

from bot.simulator import Message, SimulatedPerson
from knowledge.entry import FactCheck, Status
from knowledge.freshness import malaysian_day
from tests.e2e.conftest import RunningBot

pytestmark = [pytest.mark.e2e, pytest.mark.model, pytest.mark.asyncio(loop_scope="session")]

WAIT_S = 20.0
FIRST = "betul ke air paip di Kluang dicampur pewarna hijau sempena pilihan raya"
SECOND = "Air paip Kluang dicampur pewarna hijau untuk pilihan raya, betul ke?"
CLAIM_MS = "Air paip di Kluang dicampur pewarna hijau sempena pilihan raya."
CLAIM_EN = "Tap water in Kluang was mixed with green dye for the election."
ANSWERS = (
    CLAIM_MS,
    "Syarikat air berkata tiada pewarna dicampurkan; warna hijau berpunca daripada paip lama.",
    CLAIM_EN,
    "The water company says no dye was added; the green colour came from old pipes.",
)
ENTRY_ID = "tap-water-in-kluang-was-mixed-with-green-dye-for"


class Chat:
    """One person's private chat with the bot, seen as a whole."""

    def __init__(self, bot: RunningBot, person: SimulatedPerson) -> None:
        self.bot = bot
        self.person = person

    @property
    def messages(self) -> list[Message]:
        """What the bot wrote."""
        return self.bot.simulator.private_chat(self.person).bot_messages

    async def until(self, is_so: Callable[[Message], bool], what: str) -> Message:
        """Wait for a message from the bot of which something is so; the newest such."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            found = [message for message in self.messages if is_so(message)]
            if found:
                return found[-1]
            await asyncio.sleep(0.05)
        raise AssertionError(f"{what} was not said; last: {self.messages[-1].text if self.messages else None}")

    async def hears(self, words: str) -> Message:
        """Wait for a message with these words."""
        return await self.until(lambda message: words in message.text, words)

    async def says(self, text: str, words: str) -> Message:
        """Send something, and wait for these words in an answer."""
        known = self._known()
        await self.person.send(text)
        return await self.until(lambda one: words in one.text and (one.id, one.text) not in known, words)

    async def presses(self, message: Message, label: str, words: str) -> Message:
        """Press a button, and wait for these words in a new message or one that was changed."""
        known = self._known()
        await self.person.press(message, label)
        return await self.until(lambda one: words in one.text and (one.id, one.text) not in known, words)

    def _known(self) -> set[tuple[int, str]]:
        return {(one.id, one.text) for one in self.messages}


async def joined(bot: RunningBot, name: str, role: str) -> Chat:
    """Somebody whom the owner invited."""
    owner, member = Chat(bot, bot.owner), Chat(bot, bot.simulator.person(name, language_code="en"))
    team = await owner.says("/team", "Team")
    invitation = await owner.presses(team, f"Invite a {role}", "start=j_")
    await member.person.open_deep_link(invitation.text.rpartition("start=")[2].strip())
    await member.hears("What shall the team call you?")
    await member.says(name, f"Welcome, {name}")
    return member


async def asks_to_know(chat: Chat, text: str) -> None:
    """A voter asks, gets no answer, sends the message on and asks to be told."""
    reply = await chat.bot.ask(chat.person, text)
    if "Hantar kepada penyemak fakta" not in reply.button_labels:
        reply = await chat.bot.press(chat.person, reply, reply.button_labels[-1])
    stored = await chat.bot.press(chat.person, reply, "Hantar kepada penyemak fakta")
    assert "Disimpan untuk penyemak fakta" in stored.text
    follow = next(label for label in stored.button_labels if "Beritahu" in label)
    await chat.bot.press(chat.person, stored, follow)


async def writes(member: Chat, cluster: Message) -> None:
    """Answer every question from the cluster on, and save."""
    await member.presses(cluster, "Write an entry", "The claim in Malay")
    questions = (
        "in Malay: a few sentences",
        "The claim in English",
        "in English: a few sentences",
        "What is the verdict",
    )
    for text, question in zip(ANSWERS, questions, strict=True):
        await member.says(text, question)
    await member.presses(await member.hears("What is the verdict"), "FALSE", "Who checked or said it")
    await member.says("Ranhill SAJ, a report in a local newspaper", "The address of the page")
    await member.says("https://www.example.com/kluang-air", "When did the claim go round")
    await member.presses(await member.hears("When did the claim go round"), "Skip", "When was it checked")
    await member.presses(await member.hears("When was it checked"), "Today", "What is it about")
    await member.presses(
        await member.hears("What is it about"), "Government policy", "Does it hold only for some states"
    )
    await member.says("Johor", "Does it belong to an election")
    await member.presses(await member.hears("Does it belong to an election"), "Skip", "Until which day")
    await member.presses(await member.hears("Until which day"), "Skip", "By when should somebody read it")
    await member.presses(await member.hears("By when should somebody read it"), "Skip", "Is this right?")
    await member.presses(await member.hears("Is this right?"), "Yes, save it", f"Saved as {ENTRY_ID}")


async def approves(reviewer: Chat, words: str) -> float:
    """Read what waits first, publish it; returns when it was pressed."""
    listed = await reviewer.says("/review", "Waiting for a second person")
    decide = await reviewer.presses(listed, "1", "Read the source before you decide")
    pressed = time.monotonic()
    await reviewer.presses(decide, "I read the source: publish", words)
    return pressed


async def test_the_whole_loop(bot_without_nlu: RunningBot) -> None:
    """Ask, tip, second asker, queue, write, review, both told, correct, both told, the link shows the change."""
    bot = bot_without_nlu
    aina = Chat(bot, bot.simulator.person("Aina", language_code="ms"))
    badrul = Chat(bot, bot.simulator.person("Badrul", language_code="ms"))
    await asks_to_know(aina, FIRST)
    await asks_to_know(badrul, SECOND)

    writer, reviewer = await joined(bot, "Chong", "contributor"), await joined(bot, "Devi", "reviewer")
    queue = await writer.says("/queue", "Asked and not answered")
    assert any("2 people" in line and "Kluang" in line for line in queue.text.splitlines()), queue.text
    place = next(line.partition(".")[0] for line in queue.text.splitlines() if "Kluang" in line)
    cluster = await writer.presses(queue, place, "Asked by 2 people")
    await writes(writer, await writer.presses(cluster, "Take it", "has it for 120 more minutes"))

    pressed = await approves(reviewer, f"Published: {ENTRY_ID}")
    while bot.knowledge.retriever.search(CLAIM_MS)[0].entry.id != ENTRY_ID:
        assert time.monotonic() - pressed < WAIT_S
        await asyncio.sleep(0.01)
    for asker in (aina, badrul):
        told = await asker.hears("warna hijau berpunca daripada paip lama")
        assert "❌ PALSU" in told.text
    await writer.hears("was approved and is published")

    await writer.says(f"/correct {ENTRY_ID}", "What is corrected")
    await writer.says("Keputusan diubah: pewarna ujian pernah digunakan pada 2019.", "The same note in English")
    await writer.says("The verdict changed: a test dye was used in 2019.", "Is this right?")
    which = await writer.presses(await writer.hears("Is this right?"), "Change an answer", "Which")
    verdicts = await writer.presses(which, "Verdict", "What is the verdict")
    preview = await writer.presses(verdicts, "MISSING CONTEXT", "Is this right?")
    await writer.presses(preview, "Yes, save it", "must approve it")
    await approves(reviewer, f"Corrected: {ENTRY_ID}")
    for asker in (aina, badrul):
        corrected = await asker.hears("pewarna ujian pernah digunakan pada 2019")
        assert "🧩 KURANG KONTEKS" in corrected.text
        assert sum("pewarna ujian pernah digunakan" in message.text for message in asker.messages) == 1

    wei = Chat(bot, bot.simulator.person("Wei", language_code="en"))
    await wei.person.open_deep_link(f"e_{ENTRY_ID}_r2")
    shown = await wei.hears("✏️ Corrected on")
    assert "changed after this link was shared: the verdict (it was ❌ FALSE)." in shown.text
    assert "🧩 MISSING CONTEXT" in shown.text
    assert "a test dye was used in 2019" in shown.text
    stored = bot.knowledge.entries.require(ENTRY_ID)
    assert isinstance(stored.entry, FactCheck)
    assert (stored.status, stored.revision) == (Status.PUBLISHED, 3)
    assert stored.entry.corrected_on == malaysian_day(stored.updated_at).isoformat()
    log = (await Chat(bot, bot.owner).says("/audit", "newest first")).text
    assert all(deed in log for deed in ("Chong", "Devi", "approved a correction", "claimed", "submitted"))
