"""Single updates, handled by the real application against a Telegram that only records."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Update
from telegram.error import NetworkError

from actions.services import Services
from bot import app as app_module
from bot.app import BotConfig, build_application
from bot.flood import FloodLimits
from bot.localisation import Localisation
from bot.receiving import AnyApplication
from knowledge.entry import FactCheck, Status
from knowledge.store.database import Database
from knowledge.store.update_inbox import UpdateInbox
from tests.bot.bot_world import GENEROUS, KEY, UNPACED, FakeParser, FakeRetriever
from tests.bot.recording_request import BOT, TOKEN, RecordingRequest
from tests.bot.telegram_json import FILE, GROUP, PERSON, PRIVATE, message, update

OWN = message("an answer", **{"from": BOT})
VOICE: dict[str, Any] = {"voice": {**FILE, "duration": 3}}
VIDEO: dict[str, Any] = {"video": {**FILE, "duration": 3, "width": 9, "height": 9}}
STICKER: dict[str, Any] = {
    "sticker": {**FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}
}
PHOTO: dict[str, Any] = {"photo": [{**FILE, "width": 9, "height": 9}]}


class Bot:
    """The application, its Telegram, and a way to hand it updates."""

    def __init__(self, application: AnyApplication, telegram: RecordingRequest) -> None:
        self.application, self.telegram = application, telegram

    async def get(self, **kind: Any) -> list[dict[str, Any]]:
        """Handle one update; returns the messages sent for it."""
        before = len(self.telegram.of("sendMessage"))
        read = Update.de_json(update(**kind), self.application.bot)
        await self.application.update_processor.process_update(read, self.application.process_update(read))
        return self.telegram.of("sendMessage")[before:]


@pytest.fixture
def flood() -> FloodLimits:
    """Hardly a limit."""
    return GENEROUS


@pytest.fixture
async def bot(
    telegram: RecordingRequest,
    services: Services,
    database: Database,
    flood: FloodLimits,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Bot]:
    """The real application with the recording Telegram as its outermost transport."""
    monkeypatch.setattr(app_module, "sending_request", lambda: telegram)
    config = BotConfig(TOKEN, KEY, flood=flood, sending=UNPACED, retry_pause_s=0.001)
    application = build_application(services, FakeParser(), UpdateInbox(database, "run"), Localisation(), config)
    async with application:
        yield Bot(application, telegram)
    assert application.post_shutdown
    await application.post_shutdown(application)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (PHOTO, "picture"),
        (VIDEO, "videos"),
        (VOICE, "voice"),
        (STICKER, "stickers"),
        ({"document": {**FILE, "mime_type": "image/png"}}, "picture"),
        ({"document": {**FILE, "mime_type": "application/pdf"}}, "file"),
        ({"animation": {**FILE, "duration": 1, "width": 9, "height": 9}, "document": FILE}, "animations"),
        ({"location": {"latitude": 3.1, "longitude": 101.7}}, "kind of message"),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, "kind of message"),
    ],
)
async def test_each_kind_of_wordless_message_has_its_line(bot: Bot, fields: dict[str, Any], words: str) -> None:
    """What cannot be read is named, with what to send instead."""
    (sent,) = await bot.get(message=message(**fields))
    assert words in sent["text"]


async def test_service_messages_are_not_answered(bot: Bot) -> None:
    """A pinned message, a new member or a changed title is nobody asking."""
    assert await bot.get(message=message(chat=GROUP, new_chat_members=[PERSON])) == []
    assert await bot.get(message=message(pinned_message=message("x"))) == []
    assert await bot.get(edited_message=message("undi digodam di Puchong", edit_date=1_700_000_001)) == []


async def test_album_is_answered_once(bot: Bot) -> None:
    """Ten pictures without words bring one line; one with a caption is checked wherever it stands."""
    album: dict[str, Any] = {"media_group_id": "a", **PHOTO}
    sent = [await bot.get(message=message(**album)) for _ in range(10)]
    assert [len(one) for one in sent] == [1] + [0] * 9
    assert len(await bot.get(message=message(caption="undi digodam di Puchong", **album))) == 1


async def test_hidden_link_is_part_of_the_words(bot: Bot, retriever: FakeRetriever) -> None:
    """A link behind words reaches the retriever, which knows sources by their address."""
    link = {"type": "text_link", "offset": 0, "length": 4, "url": "https://sebenarnya.my/titik-hitam"}
    await bot.get(message=message("baca sebelum undi semalam", entities=[link]))
    assert "https://sebenarnya.my/titik-hitam" in retriever.asked[0]


async def test_group_mention_in_a_caption_addresses_the_bot(bot: Bot) -> None:
    """A captioned picture that names the bot is for it, in its topic; the same without the name is not."""
    caption = "@TestBot mesin undi digodam di Puchong"
    mention = [{"type": "mention", "offset": 0, "length": 8}]
    topic = {"message_thread_id": 9, "is_topic_message": True}
    fields: dict[str, Any] = {"caption": caption, "caption_entities": mention, **PHOTO, **topic}
    (sent,) = await bot.get(message=message(chat=GROUP, **fields))
    assert sent["message_thread_id"] == 9
    assert await bot.get(message=message(chat=GROUP, caption="mesin undi digodam", **PHOTO)) == []
    assert await bot.get(message=message(chat=GROUP, reply_to_message=OWN, **STICKER)) != []


async def test_bare_mention_asks_for_the_claim(bot: Bot) -> None:
    """Only the bot's name: it says what to send."""
    (sent,) = await bot.get(message=message("@TestBot", chat=GROUP))
    assert "Send or forward" in sent["text"]


async def test_button_of_a_message_telegram_no_longer_shows(bot: Bot) -> None:
    """An old button still does what it can: it answers anew, and says so when the words it was about are gone."""
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "message": {"message_id": 3, "date": 0, "chat": PRIVATE}}
    (gone,) = await bot.get(callback_query={**query, "data": "tip"})
    assert "no longer see" in gone["text"]
    (welcome,) = await bot.get(callback_query={**query, "data": "hello:en"})
    assert "Hello" in welcome["text"]
    assert len(bot.telegram.of("answerCallbackQuery")) == 2
    assert not bot.telegram.of("editMessageText")


async def test_button_outside_every_chat_is_told_to_be_expired(bot: Bot) -> None:
    """Under an inline message there is no chat to answer in: a notice says so, once."""
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "help", "inline_message_id": "i"}
    assert await bot.get(callback_query=query) == []
    (answered,) = bot.telegram.of("answerCallbackQuery")
    assert "too old" in answered["text"]


async def test_press_answered_too_late_is_no_error(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """Telegram forgets a press after a while; the answer is sent all the same."""
    bot.telegram.will_fail("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "help", "message": OWN}
    assert len(await bot.get(callback_query=query)) == 1
    assert "Error" not in caplog.text


async def test_markup_telegram_refuses_still_gets_its_words_through(bot: Bot) -> None:
    """If Telegram refuses a message's form, its words go out plain; the mistake is logged."""
    bot.telegram.will_fail("sendMessage", 400, "Bad Request: can't parse entities")
    first, second = await bot.get(message=message("/help"))
    assert "<b>" in first["text"]
    assert "<b>" not in second["text"]
    assert "parse_mode" not in second


async def test_edit_of_a_vanished_message_becomes_a_new_one(bot: Bot) -> None:
    """A message that cannot be changed any more is sent anew; one that is the same already is left."""
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "hello:en", "message": OWN}
    bot.telegram.will_fail("editMessageText", 400, "Bad Request: message to edit not found")
    assert len(await bot.get(callback_query=query)) == 1
    bot.telegram.will_fail("editMessageText", 400, "Bad Request: message is not modified: ...")
    assert await bot.get(callback_query=query) == []


async def test_group_that_moved_or_is_closed(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """An upgraded group is answered at its new id; one where the bot may not write is left alone."""
    bot.telegram.will_fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100200)
    sent = await bot.get(message=message("/help@TestBot", chat=GROUP))
    assert [one["chat_id"] for one in sent] == [-1001, -100200]
    bot.telegram.will_fail("sendMessage", 400, "Bad Request: not enough rights to send text messages to the chat")
    assert len(await bot.get(message=message("/help", chat=GROUP))) == 1
    assert "Error" not in caplog.text


async def test_failure_handler_never_raises(
    bot: Bot, retriever: FakeRetriever, caplog: pytest.LogCaptureFixture
) -> None:
    """Even when the apology fails too, the error is logged and the next update handled."""
    retriever.broken = RuntimeError("boom")
    for _ in range(6):
        bot.telegram.will_raise("sendMessage", NetworkError("down"))
    await bot.get(message=message("undi digodam di Puchong"))
    assert caplog.text.count("RuntimeError") >= 1
    retriever.broken = None
    bot.telegram.answers.clear()
    assert len(await bot.get(message=message("undi digodam di Puchong"))) == 1


async def test_id_in_the_apology_is_the_id_in_the_log(
    bot: Bot, retriever: FakeRetriever, caplog: pytest.LogCaptureFixture
) -> None:
    """An operator finds what a person was told."""
    retriever.broken = RuntimeError("boom")
    (sent,) = await bot.get(message=message("undi digodam di Puchong"))
    (record,) = [one for one in caplog.records if one.name == "bot.errors"]
    assert isinstance(record.args, tuple)
    assert str(record.args[0]) in sent["text"]


async def test_database_down_is_told_in_the_apps_language(
    bot: Bot, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """Without the database the person still hears that something failed."""
    database.dispose()
    with database.session() as session:
        session.connection().exec_driver_sql("DROP TABLE people")
    (sent,) = await bot.get(message=message("undi digodam di Puchong"))
    assert "Something failed" in sent["text"]
    assert "people" in caplog.text


async def test_answers_carry_no_link_preview_and_quote_without_needing_the_message(
    bot: Bot, services: Services, retriever: FakeRetriever, black_dot: FactCheck
) -> None:
    """No preview of the page that is denied; a deleted question does not prevent its answer."""
    services.entries.save([(black_dot, Status.PUBLISHED)])
    retriever.by_word["undi"] = black_dot
    (sent,) = await bot.get(message=message("undi digodam di Puchong"))
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_parameters"]["allow_sending_without_reply"] is True


async def test_forwarded_command_is_no_command(bot: Bot, retriever: FakeRetriever) -> None:
    """What somebody else once typed is a text to check, without its command."""
    origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Pak Din"}
    await bot.get(message=message("/privacy undi digodam di Puchong", forward_origin=origin))
    assert retriever.asked[0] == "undi digodam di Puchong"


async def test_admins_who_write_as_their_group_are_one_person_per_group(bot: Bot, services: Services) -> None:
    """Telegram hides anonymous admins behind one account; one group's choice of language is not another's."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    other = {**GROUP, "id": -1002}
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "lang:en", "message": OWN}
    await bot.get(callback_query=query)
    sent = [
        await bot.get(message=message("/about", chat=chat, sender_chat=chat, **{"from": anonymous}))
        for chat in (GROUP, other)
    ]
    assert all("kempen" in one["text"].lower() for (one,) in sent)


class TestFlood:
    """Too many at once."""

    @pytest.fixture
    def flood(self) -> FloodLimits:
        """Two, then a long pause."""
        return FloodLimits(burst=2, per_second=0.1)

    async def test_presses_count_and_are_warned_by_notice(self, bot: Bot) -> None:
        """Button presses are limited too; the warning is the notice."""
        query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "help", "message": OWN}
        sent = [await bot.get(callback_query=query) for _ in range(4)]
        assert [len(one) for one in sent] == [1, 1, 0, 0]
        notices = [params.get("text", "") for params in bot.telegram.of("answerCallbackQuery")]
        assert len(notices) == 3
        assert "faster" in notices[2]

    async def test_talk_among_people_does_not_count(self, bot: Bot) -> None:
        """What a group says without the bot uses nobody's allowance."""
        for _ in range(10):
            await bot.get(message=message("jom makan", chat=GROUP))
        assert len(await bot.get(message=message("/help", chat=GROUP))) == 1
