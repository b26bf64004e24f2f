"""The simulator talks with an unchanged python-telegram-bot application."""

import struct

import pytest

from bot.simulator import PersonCannotError, Simulator
from tests.bot.simulator.tiny_bot import TinyBot, webhook


def png(width: int = 4, height: int = 3) -> bytes:
    """Makes the start of a PNG, enough to carry a size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\2\0\0\0"


async def test_text_is_answered(simulator: Simulator, tiny: TinyBot) -> None:
    """A person's text reaches the bot with their name and language, and its answer comes back."""
    aina = simulator.person("Aina", language_code="ms")
    chat = simulator.private_chat(aina)
    await aina.send("salam")
    assert (await chat.wait_for_reply()).text == "Anda kata: salam"
    user = tiny.seen[0].effective_user
    assert user
    assert (user.first_name, user.language_code) == ("Aina", "ms")


async def test_webhook_delivers_with_secret(simulator: Simulator) -> None:
    """By webhook the same conversation works, with the secret header, and nothing stays pending."""
    async with webhook(simulator) as bot:
        aina = simulator.person("Aina")
        await aina.send("salam")
        assert (await simulator.private_chat(aina).wait_for_reply()).text == "Anda kata: salam"
        info = await bot.app.bot.get_webhook_info()
        assert info.pending_update_count == 0


async def test_deep_link(simulator: Simulator, tiny: TinyBot) -> None:
    """A deep link arrives as /start with its payload."""
    aina = simulator.person("Aina")
    await aina.open_deep_link("e_x")
    assert (await simulator.private_chat(aina).wait_for_reply()).text == "Selamat datang e_x"


async def test_html_becomes_entities_and_buttons(simulator: Simulator, tiny: TinyBot) -> None:
    """Formatting arrives as entities; buttons keep their labels and order."""
    aina = simulator.person("Aina")
    await aina.send("/semak")
    reply = await simulator.private_chat(aina).wait_for_reply()
    assert [entity.kind for entity in reply.content.entities] == ["bold", "blockquote", "text_link"]
    assert reply.button_labels == ["Sumber", "Kongsi", "Buka", "Bukan dakwaan ini", "Salin pautan"]


async def test_press_is_answered_and_edits(simulator: Simulator, tiny: TinyBot) -> None:
    """A pressed button brings a toast and an edited message."""
    aina = simulator.person("Aina")
    chat = simulator.private_chat(aina)
    await aina.send("/semak")
    press = await aina.press(await chat.wait_for_reply(), "Bukan dakwaan ini")
    assert (await press.answer()).text == "Terima kasih"
    edited = await chat.wait_for_edit()
    assert edited.text == "Baik, saya catat."
    assert edited.button_labels == []


async def test_url_button_opens_the_bot(simulator: Simulator, tiny: TinyBot) -> None:
    """A t.me button of this bot works as a deep link; another address does not."""
    aina = simulator.person("Aina")
    chat = simulator.private_chat(aina)
    await aina.send("/semak")
    reply = await chat.wait_for_reply()
    await aina.open_url_button(reply, "Buka")
    assert (await chat.wait_for_reply()).text == "Selamat datang e_1"
    with pytest.raises(PersonCannotError):
        await aina.open_url_button(reply, "Sumber")


async def test_forward_reply_and_edit_reach_the_bot(simulator: Simulator, tiny: TinyBot) -> None:
    """The bot sees where a message was forwarded from, what it replies to, and later edits."""
    aina = simulator.person("Aina")
    chat = simulator.private_chat(aina)
    forwarded = await aina.forward("undi rosak??", "Grup Taman")
    first = await chat.wait_for_reply()
    await aina.reply_to(first, "betul?")
    await chat.wait_for_reply()
    with pytest.raises(PersonCannotError):
        await aina.edit(forwarded, "betul")
    own = await aina.send("salah")
    await chat.wait_for_reply()
    await aina.edit(own, "betul")
    await simulator.wait_until(lambda: len(tiny.seen) == 4, 3, "edited update")
    origin, replied, edited = tiny.seen[0].message, tiny.seen[1].message, tiny.seen[3].edited_message
    assert origin
    assert origin.forward_origin
    assert origin.forward_origin.to_dict()["sender_user_name"] == "Grup Taman"
    assert replied
    assert replied.reply_to_message
    assert replied.reply_to_message.text == first.text
    assert edited
    assert edited.text == "betul"


async def test_photo_and_document_round_trip(simulator: Simulator, tiny: TinyBot) -> None:
    """Files can be downloaded by the bot byte for byte and sent back."""
    aina = simulator.person("Aina")
    chat = simulator.private_chat(aina)
    await aina.send_photo(png(40, 30), "benar ke?")
    reply = await chat.wait_for_reply()
    assert reply.text == f"{len(png())} bait"
    await aina.send_document("nota.txt", "héllo".encode())
    assert (await chat.wait_for_reply()).text == "nota.txt"
    sent = tiny.seen[0].message
    assert sent
    assert (sent.photo[-1].width, sent.photo[-1].height) == (40, 30)


async def test_quiz_answer(simulator: Simulator, tiny: TinyBot) -> None:
    """A quiz takes one answer per person and tells the bot who gave it."""
    aina = simulator.person("Aina")
    chat = simulator.private_chat(aina)
    await aina.send("/kuiz")
    message = await chat.wait_for_reply()
    await aina.answer_poll(message, 1)
    assert (await chat.wait_for_reply()).text == "Jawapan [1]"
    assert message.poll
    assert message.poll.votes(1) == 1
    with pytest.raises(PersonCannotError):
        await aina.answer_poll(message, 2)
    poll = await tiny.app.bot.stop_poll(chat.id, message.id)
    assert poll.is_closed
    assert poll.correct_option_ids == (1,)


async def test_inline_mode(simulator: Simulator, tiny: TinyBot) -> None:
    """An inline query shows the bot's results; the chosen one is sent via the bot."""
    aina = simulator.person("Aina")
    answered = await aina.inline_query("titik")
    assert [result.title for result in answered.results][0] == "Titik hitam pada kertas undi"
    message = await aina.choose(answered, answered.results[0])
    assert message.via_bot
    assert message.text.startswith("❌ PALSU")
