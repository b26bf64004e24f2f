"""A file sent to the bot through the simulator does what the command line does."""

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import openpyxl

from bot.identity import Identity
from bot.simulator import SimulatedPerson
from knowledge.entry import Status
from knowledge.transfer import ImportOptions, import_entries, write_template
from tests.bot.bot_world import KEY, BotWorld
from tests.fake_sorter import fake_desk
from tests.knowledge.transfer.records import FACT_CHECK
from tests.knowledge.transfer.review_files import REVIEW, feed, review


@asynccontextmanager
async def _owned(world: BotWorld, language: str) -> AsyncIterator[SimulatedPerson]:
    """Run the bot with one owner at its desk, and give the owner."""
    owner = world.simulator.person("Aida", language_code=language)
    desk = fake_desk(world.database, [Identity(KEY).person(owner.id)])
    world.services = replace(world.services, desk=desk)
    async with world.polling():
        yield owner


def _stored(world: BotWorld) -> list[tuple[str, Status]]:
    return [(stored.entry.id, stored.status) for stored in world.services.entries.all_entries()]


async def test_an_owner_imports_a_feed_as_pending(unstarted: BotWorld, tmp_path: Path) -> None:
    """Document, choice, preview, one press; the entries are those that the command line would store."""
    async with _owned(unstarted, "en") as owner:
        chat = unstarted.simulator.private_chat(owner)
        await owner.send_document("reviews.jsonld", json.dumps(feed(REVIEW)).encode())
        await owner.press(await chat.wait_for_reply(), "Waiting for review")
        assert "New entries: 1" in (await chat.wait_for_reply()).text
        await owner.press(await chat.wait_for_reply(), "Yes, save it")
        await unstarted.until(lambda: _stored(unstarted), "the entry is stored")
    path = tmp_path / "reviews.jsonld"
    path.write_text(json.dumps(feed(REVIEW)), encoding="utf-8")
    known = import_entries(path, unstarted.services.entries, ImportOptions()).known
    assert _stored(unstarted) == [(known[0].entry_id, Status.PENDING)]


async def test_a_workbook_with_a_fault_is_refused_in_malay(unstarted: BotWorld, tmp_path: Path) -> None:
    """The template with one bad row: the row, the column and the mend, and nothing is stored."""
    write_template(tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    sheet = book.worksheets[0]
    record = FACT_CHECK | {"verdict": "falce"}
    values = {name: "|".join(value) if isinstance(value, list) else value for name, value in record.items()}
    sheet.append([values.get(str(cell.value)) for cell in sheet[1]])
    file = io.BytesIO()
    book.save(file)
    async with _owned(unstarted, "ms") as owner:
        await owner.send_document("entri.xlsx", file.getvalue())
        told = (await unstarted.simulator.private_chat(owner).wait_for_reply()).text
    assert "entri.xlsx tidak diimport" in told
    assert "Baris 2, verdict: 'falce' bukan verdict yang dikenali." in told
    assert _stored(unstarted) == []


async def test_a_voters_file_is_not_imported(unstarted: BotWorld) -> None:
    """Who is not on the team gets the ordinary answer to a file."""
    async with _owned(unstarted, "en"):
        voter = unstarted.simulator.person("Ben", language_code="en")
        await voter.send_document("reviews.json", json.dumps(review()).encode())
        assert "file" in (await unstarted.simulator.private_chat(voter).wait_for_reply()).text
    assert _stored(unstarted) == []
