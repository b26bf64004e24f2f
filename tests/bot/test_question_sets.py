"""Question sets through the real bot: files go both ways."""

from knowledge.quiz.question_sets import read_question_set
from tests.bot.bot_world import BotWorld

CSV = "Soalan (BM),A (BM),B (BM),C (BM),D (BM),Betul\nApa itu SPR?,Badan pilihan raya,Bank,Parti,Akhbar,A\n"


async def test_an_educator_sends_a_table_and_gets_one_back(world: BotWorld) -> None:
    """A faulty table names its line; the mended one is a set; the set comes back as a workbook that reads the same."""
    aina = world.simulator.person("Aina", language_code="ms")
    chat = world.simulator.private_chat(aina)
    await aina.send_document("Minggu 3.csv", CSV.replace(",A\n", ",E\n").encode())
    assert "Baris 2, Betul (A-D)" in (await chat.wait_for_reply()).text
    await aina.send_document("Minggu 3.csv", CSV.encode())
    assert "“Minggu 3”, 1 soalan" in (await chat.wait_for_reply()).text
    press = await aina.press(await chat.wait_for_reply(), "Dapatkan fail")
    await press.answer()
    assert "Fail akan tiba" in (await chat.wait_for_reply()).text
    sent = await chat.wait_for_reply()
    assert sent.media is not None
    reading = read_question_set(sent.media.file.data)
    assert reading.faults == []
    assert [question.question_ms for question in reading.questions] == ["Apa itu SPR?"]
