"""The simulator refuses what Telegram refuses, in Telegram's words."""

from datetime import timedelta

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.simulator import RateLimits, SimulatedPerson, Simulator, SimulatorOptions
from tests.bot.simulator.tiny_bot import Connect


async def refused(bot: Bot, person: SimulatedPerson, text: str, **options: object) -> str:
    """Sends a message that must be refused; returns the reason."""
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(person.id, text, **options)  # type: ignore[arg-type]
    return caught.value.message


async def test_text_length_counts_after_parsing(bot: Bot, aina: SimulatedPerson) -> None:
    """4096 characters are allowed after markup is taken out; 4097 and none are not."""
    await bot.send_message(aina.id, f"<b>{'a' * 4096}</b>", parse_mode="HTML")
    assert await refused(bot, aina, "a" * 4097) == "Message is too long"
    assert await refused(bot, aina, "  ") == "Message text is empty"
    assert await refused(bot, aina, "<b> </b>", parse_mode="HTML") == "Message text is empty"


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_broken_html(bot: Bot, aina: SimulatedPerson, markup: str, problem: str) -> None:
    """Markup errors are refused with Telegram's message and byte offset."""
    reason = await refused(bot, aina, markup, parse_mode="HTML")
    assert reason.lower() == f"can't parse entities: {problem}".lower()


async def test_entities_count_utf16(bot: Bot, aina: SimulatedPerson) -> None:
    """Offsets are UTF-16 code units, nested tags and attributes are kept, links are found."""
    html = (
        "😀 <b>tebal <i>condong</i></b> &lt;a&gt; <tg-spoiler>s</tg-spoiler>"
        '<blockquote expandable>q</blockquote><pre><code class="language-py">x</code></pre> semak.my @aina'
    )
    sent = await bot.send_message(aina.id, html, parse_mode="HTML")
    found = {entity.type: text for entity, text in sent.parse_entities().items()}
    assert found == {
        "bold": "tebal condong",
        "italic": "condong",
        "spoiler": "s",
        "expandable_blockquote": "q",
        "pre": "x",
        "url": "semak.my",
        "mention": "@aina",
    }
    assert sent.entities[0].offset == 3
    assert [entity.language for entity in sent.entities if entity.type == "pre"] == ["py"]


@pytest.mark.parametrize(
    ("button", "problem"),
    [
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "callback_data": "d", "url": "https://a.my"}, "exactly one action must be specified"),
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "", "callback_data": "d"}, "Button text must be non-empty"),
        ({"text": "x", "url": "not a link"}, "Wrong HTTP URL"),
    ],
)
async def test_bad_buttons(simulator: Simulator, aina: SimulatedPerson, button: dict[str, str], problem: str) -> None:
    """A button needs a label and exactly one valid action; callback data is 1-64 bytes."""
    markup = {"inline_keyboard": [[button]]}
    async with httpx.AsyncClient() as http:
        answer = await http.post(
            f"{simulator.base_url}{simulator.token}/sendMessage",
            json={"chat_id": aina.id, "text": "x", "reply_markup": markup},
        )
    assert answer.status_code == 400
    assert problem.lower() in answer.json()["description"].lower()


async def test_polls_are_measured(bot: Bot, aina: SimulatedPerson) -> None:
    """Question 300, 2-12 options of 100, explanation 200 with two line feeds, a right answer for quizzes."""
    quiz = {"type": "quiz", "correct_option_ids": [0]}
    bad: list[tuple[str, list[str], dict[str, object]]] = [
        ("q" * 301, ["a", "b"], {}),
        ("q", ["a"], {}),
        ("q", [str(number) for number in range(13)], {}),
        ("q", ["a" * 101, "b"], {}),
        ("q", ["a", " "], {}),
        ("q", ["a", "b"], {**quiz, "explanation": "e" * 201}),
        ("q", ["a", "b"], {**quiz, "explanation": "a\nb\nc\nd"}),
        ("q", ["a", "b"], {"type": "quiz"}),
        ("q", ["a", "b"], {"type": "quiz", "correct_option_ids": [2]}),
        ("q", ["a", "b"], {"open_period": 4}),
    ]
    for question, options, more in bad:
        with pytest.raises(BadRequest):
            await bot.send_poll(aina.id, question, options, **more)  # type: ignore[arg-type]
    sent = await bot.send_poll(aina.id, "q" * 300, [str(n) for n in range(12)], **quiz)  # type: ignore[arg-type]
    assert sent.poll
    assert len(sent.poll.options) == 12


async def test_edits(bot: Bot, aina: SimulatedPerson) -> None:
    """Editing to the same content, someone else's message or a missing one is refused."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")]])
    sent = await bot.send_message(aina.id, "sama", reply_markup=keyboard)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("sama", aina.id, sent.id, reply_markup=keyboard)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(aina.id, sent.id, reply_markup=keyboard)
    edited = await bot.edit_message_text("sama", aina.id, sent.id)
    assert isinstance(edited, Message)
    assert edited.reply_markup is None
    own = await aina.send("saya")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("x", aina.id, own.id)
    with pytest.raises(BadRequest, match="to edit not found"):
        await bot.edit_message_text("x", aina.id, 999)
    assert await bot.delete_message(aina.id, sent.id)
    with pytest.raises(BadRequest, match="to delete not found"):
        await bot.delete_message(aina.id, sent.id)


async def test_unreachable_people(simulator: Simulator, bot: Bot, aina: SimulatedPerson) -> None:
    """Unknown chats are 400; people who never started or blocked the bot, and groups it left, are 403."""
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(simulator.person("Baru").id, "x")
    await aina.block_bot()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(aina.id, "x")
    await aina.unblock_bot()
    await bot.send_message(aina.id, "x")
    group = simulator.group("Keluarga", [aina])
    await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="not a member of the supergroup"):
        await bot.send_message(group.id, "x")


async def test_callback_queries_grow_old(simulator: Simulator, bot: Bot, aina: SimulatedPerson) -> None:
    """A query can be answered with up to 200 characters and only while it is fresh."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="x")]])
    await bot.send_message(aina.id, "tekan", reply_markup=keyboard)
    message = simulator.private_chat(aina).bot_messages[-1]
    press = await aina.press(message, "x")
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(press.query.id, "a" * 201)
    assert await bot.answer_callback_query(press.query.id, "a" * 200)
    late = await aina.press(message, "x")
    simulator.clock.advance(31)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(late.query.id)


async def test_wrong_token_and_method(simulator: Simulator) -> None:
    """A wrong token is 401, an unknown method 404."""
    async with httpx.AsyncClient() as http:
        assert (await http.get(f"{simulator.base_url}1:wrong/getMe")).status_code == 401
        assert (await http.get(f"{simulator.base_url}{simulator.token}/noSuchMethod")).status_code == 404


async def test_rate_limits(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    """With limits on, a second message within a second to one chat is 429 with retry_after."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as simulator:
        aina, ben = simulator.person("Aina"), simulator.person("Ben")
        for person in (aina, ben):
            await person.send("/start")
        bot = await connect(simulator)
        await bot.send_message(aina.id, "1")
        await bot.send_message(ben.id, "1")
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(aina.id, "2")
        assert caught.value.retry_after == timedelta(seconds=1)


async def test_captions_commands_and_forwarding(bot: Bot, aina: SimulatedPerson) -> None:
    """Captions end at 1024; menus are kept by scope and language; forwards name their origin."""
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(aina.id, b"x", caption="a" * 1025)
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([("Huruf", "x")])
    await bot.set_my_commands([("semak", "Semak")], language_code="ms")
    assert [item.command for item in await bot.get_my_commands(language_code="ms")] == ["semak"]
    assert await bot.get_my_commands() == ()
    own = await aina.send("asal")
    forwarded = await bot.forward_message(aina.id, aina.id, own.id)
    assert forwarded.forward_origin
    assert forwarded.forward_origin.to_dict()["sender_user"]["first_name"] == "Aina"
    copied = await bot.copy_message(aina.id, aina.id, own.id)
    await bot.pin_chat_message(aina.id, copied.message_id)
    chat = await bot.get_chat(aina.id)
    assert chat.pinned_message
    assert chat.pinned_message.text == "asal"
    member = await bot.get_chat_member(aina.id, aina.id)
    assert member.status == "member"
