"""What people experience in a private chat."""

import asyncio

from knowledge.entry import FactCheck
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.bot.bot_world import BROKEN_INDEX, BotWorld, button_url

MALAY = "eh betul ke kertas undi ada titik hitam tu undi rosak?"
ENGLISH = "is it true that a black dot spoils the vote?"


async def test_typed_claim_gets_its_fact_check_in_its_language(world: BotWorld, black_dot: FactCheck) -> None:
    """A typed claim is answered with the published fact-check, quoting the message, in the language of the claim."""
    world.knows("titik hitam", black_dot)
    world.knows("black dot", black_dot)
    aina = world.simulator.person("Aina", language_code="en")
    chat = world.simulator.private_chat(aina)
    asked = await aina.send(MALAY)
    malay = await chat.wait_for_reply()
    await aina.send(ENGLISH)
    english = await chat.wait_for_reply()
    assert "PALSU" in malay.text
    assert malay.reply_to is asked
    assert "FALSE" in english.text


async def test_chosen_language_comes_before_the_words(world: BotWorld, black_dot: FactCheck) -> None:
    """Whoever chose a language is answered in it, whatever they write."""
    world.knows("titik hitam", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.send("/start")
    press = await aina.press(await chat.wait_for_reply(), "English")
    await press.answer()
    assert "Hello" in (await chat.wait_for_edit()).text
    await aina.send(MALAY)
    assert "FALSE" in (await chat.wait_for_reply()).text


async def test_forwarded_captioned_and_long_messages_are_claims_without_asking_the_parser(
    world: BotWorld, black_dot: FactCheck
) -> None:
    """What was passed on is a claim, not something said to the bot: the parser is not asked."""
    world.knows("titik hitam", black_dot)
    world.parser.intent = Intent.GOODBYE
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.forward("undi titik hitam dah rosak", "Pak Din")
    assert "PALSU" in (await chat.wait_for_reply()).text
    await aina.send_photo(b"\x89PNG", "undi titik hitam dah rosak")
    assert "PALSU" in (await chat.wait_for_reply()).text
    await aina.send("undi titik hitam dah rosak " * 6)
    assert "PALSU" in (await chat.wait_for_reply()).text
    assert not world.parser.asked


async def test_short_reply_points_at_the_message_it_replies_to(world: BotWorld, black_dot: FactCheck) -> None:
    """A few words in reply to a message ("betul ke?") ask about that message."""
    world.knows("titik hitam", black_dot)
    world.knows("elsewhere", black_dot.model_copy(update={"id": "other"}))
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    claim = await aina.send("undi titik hitam dah rosak kawan")
    await chat.wait_for_reply()
    await aina.reply_to(claim, "betul ke ni?")
    answer = await chat.wait_for_reply()
    assert "PALSU" in answer.text
    assert answer.reply_to is claim


async def test_parser_decides_about_short_texts(world: BotWorld) -> None:
    """A short typed text is answered by what the parser says it wants."""
    world.parser.intent = Intent.BOT_CHALLENGE
    aina = world.simulator.person("Aina", language_code="en")
    await aina.send("are you a robot or a person")
    assert "I am a bot" in (await world.simulator.private_chat(aina).wait_for_reply()).text


async def test_without_the_parser_a_text_is_a_claim_and_nothing_is_said(world: BotWorld, black_dot: FactCheck) -> None:
    """When the parser is down, the person gets the same answer."""
    world.knows("titik hitam", black_dot)
    world.parser.is_down = True
    aina = world.simulator.person("Aina")
    await aina.send(MALAY)
    assert "PALSU" in (await world.simulator.private_chat(aina).wait_for_reply()).text


async def test_button_knows_the_message_it_is_about(world: BotWorld) -> None:
    """A button's action gets the words of the message that the answer quotes; nothing was stored before."""
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.send("mesin undi di Puchong kena hack semalam")
    answer = await chat.wait_for_reply()
    assert world.services.tips.count() == 0
    press = await aina.press(answer, "Hantar")
    await press.answer()
    await world.until(lambda: world.services.tips.count() == 1, "tip")
    assert world.services.tips.list(1)[0].text == "mesin undi di Puchong kena hack semalam"


async def test_unknown_button_is_answered_once(world: BotWorld, black_dot: FactCheck) -> None:
    """A button of another version is answered with a notice, exactly once, and nothing else happens."""
    world.knows("titik hitam", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.send(MALAY)
    answer = await chat.wait_for_reply()
    sender = world.simulator.world
    keyboard = answer.keyboard
    assert keyboard
    button = next(one for one in keyboard.buttons if one.action == "callback_data")
    answer.keyboard = type(keyboard)(((type(button)(button.label, "callback_data", "gone:1"),),))
    press = await aina.press(answer, "gone:1")
    assert "butang" in (await press.answer()).text.lower()
    await asyncio.sleep(0.1)
    assert len(world.simulator.calls.of("answerCallbackQuery")) == 1
    assert len(chat.bot_messages) == 1
    assert sender.callbacks


async def test_failing_button_is_answered_with_an_apology(world: BotWorld, black_dot: FactCheck) -> None:
    """When a button's action fails, the waiting sign ends with the apology and its id, once."""
    world.knows("titik hitam", black_dot)
    aina = world.simulator.person("Aina", language_code="en")
    chat = world.simulator.private_chat(aina)
    await aina.send("/start")
    welcome = await chat.wait_for_reply()
    world.retriever.broken = RuntimeError("boom")
    press = await aina.press(welcome, "sample")
    answer = await press.answer()
    assert answer.show_alert
    assert "Something failed" in answer.text
    assert len(world.simulator.calls.of("answerCallbackQuery")) == 1


async def test_deep_link_opens_the_current_entry(world: BotWorld, black_dot: FactCheck) -> None:
    """A shared link shows the entry as it is now; the share button carries that link and the short text."""
    world.knows("titik hitam", black_dot)
    aina, ben = world.simulator.person("Aina"), world.simulator.person("Ben", language_code="en")
    await aina.send(MALAY)
    shared = button_url(await world.simulator.private_chat(aina).wait_for_reply(), "Kongsi")
    assert shared.startswith(
        "https://t.me/share/url?url=https%3A%2F%2Ft.me%2FSaferTogetherBot%3Fstart%3De_black-dot_r1&"
    )
    assert "PALSU" in shared
    await ben.open_deep_link("e_black-dot_r1")
    assert "FALSE" in (await world.simulator.private_chat(ben).wait_for_reply()).text


async def test_commands_answer_in_the_apps_language(world: BotWorld) -> None:
    """A command has no words to tell the language by: the app's language is used."""
    aina, ben = world.simulator.person("Aina", language_code="ms"), world.simulator.person("Ben", language_code="en")
    await aina.send("/about")
    await ben.send("/about")
    assert "kempen" in (await world.simulator.private_chat(aina).wait_for_reply()).text.lower()
    assert "campaign" in (await world.simulator.private_chat(ben).wait_for_reply()).text.lower()


async def test_check_command_checks_its_words(world: BotWorld, black_dot: FactCheck) -> None:
    """/check with words checks them; the button under the answer sees them without the command."""
    world.knows("titik hitam", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    await aina.send("/check undi titik hitam rosak")
    assert "PALSU" in (await chat.wait_for_reply()).text
    assert world.retriever.asked[-1] == "undi titik hitam rosak"
    await aina.send("/check mesin undi digodam di Puchong")
    press = await aina.press(await chat.wait_for_reply(), "Hantar")
    await press.answer()
    await world.until(lambda: world.services.tips.count() == 1, "tip")
    assert world.services.tips.list(1)[0].text == "mesin undi digodam di Puchong"


async def test_unknown_command_gets_a_way_on(world: BotWorld) -> None:
    """An unknown command is not taken for a claim."""
    aina = world.simulator.person("Aina", language_code="en")
    await aina.send("/frobnicate")
    assert "/help" in (await world.simulator.private_chat(aina).wait_for_reply()).text


async def test_pictures_and_files_without_words_are_explained(world: BotWorld) -> None:
    """What cannot be read is answered with what to send instead."""
    aina = world.simulator.person("Aina", language_code="en")
    chat = world.simulator.private_chat(aina)
    await aina.send_photo(b"\x89PNG")
    assert "picture" in (await chat.wait_for_reply()).text
    await aina.send_document("a.pdf", b"%PDF")
    assert "file" in (await chat.wait_for_reply()).text


async def test_broken_index_is_never_nothing_found(world: BotWorld) -> None:
    """An index that fails is told as such, in the person's language."""
    world.retriever.broken = BROKEN_INDEX
    aina = world.simulator.person("Aina", language_code="en")
    await aina.send("the voting machines in Puchong were hacked")
    text = (await world.simulator.private_chat(aina).wait_for_reply()).text
    assert "cannot search" in text


async def test_any_failure_is_told_with_an_id_and_the_next_message_works(world: BotWorld, black_dot: FactCheck) -> None:
    """An unexpected error costs one answer, not the bot."""
    world.knows("black dot", black_dot)
    world.services.people.set_language("x" * 32, Language.EN)
    world.retriever.broken = ValueError("boom")
    aina = world.simulator.person("Aina", language_code="en")
    chat = world.simulator.private_chat(aina)
    await aina.send(ENGLISH)
    assert "Something failed" in (await chat.wait_for_reply()).text
    world.retriever.broken = None
    await aina.send(ENGLISH)
    assert "FALSE" in (await chat.wait_for_reply()).text


async def test_edited_message_is_not_answered_again(world: BotWorld, black_dot: FactCheck) -> None:
    """Correcting a typo brings no second answer."""
    world.knows("black dot", black_dot)
    aina = world.simulator.person("Aina")
    chat = world.simulator.private_chat(aina)
    message = await aina.send(ENGLISH)
    await chat.wait_for_reply()
    await aina.edit(message, ENGLISH + " really")
    await asyncio.sleep(0.2)
    assert len(chat.bot_messages) == 1
