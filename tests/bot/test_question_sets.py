"""Question sets through the real bot: files go both ways."""

import io

import pytest
from openpyxl import load_workbook

from knowledge.quiz.question_sets import read_question_set
from tests.bot.bot_world import BotWorld

CSV = "Soalan (BM),A (BM),B (BM),C (BM),D (BM),Betul\nApa itu SPR?,Badan pilihan raya,Bank,Parti,Akhbar,A\n"


async def test_an_educator_sends_a_table_and_gets_one_back(bot_world: BotWorld) -> None:
    """A faulty table names its line; the mended one is a set; the set comes back as a workbook."""
    async with bot_world.polling():
        aina = bot_world.simulator.person("Aina", language_code="ms")
        await aina.send_document("Minggu 3.csv", CSV.replace(",A\n", ",E\n").encode())
        refused = await aina.chat.wait_for_reply()
        assert "Baris 2, Betul (A-D)" in refused.text
        await aina.send_document("Minggu 3.csv", CSV.encode())
        saved = await aina.chat.wait_for_reply()
        assert "“Minggu 3”, 1 soalan" in saved.text
        shown = await aina.chat.wait_for_reply()
        await aina.press(shown, "Dapatkan fail")
        await bot_world.until(lambda: [one for one in aina.chat.bot_messages if one.document], "the workbook arrives")
