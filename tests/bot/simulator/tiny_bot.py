"""A tiny python-telegram-bot application, to drive the simulator the way a real bot does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode, PollType
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    JobQueue,
    MessageHandler,
    PollAnswerHandler,
    TypeHandler,
    filters,
)

from bot.simulator import Simulator

Connect: TypeAlias = Callable[[Simulator], Awaitable[Bot]]
Context: TypeAlias = ContextTypes.DEFAULT_TYPE
App: TypeAlias = Application[
    ExtBot[None], Context, dict[object, object], dict[object, object], dict[object, object], JobQueue[Context]
]

VERDICT = (
    "❌ <b>PALSU</b>\n“Kertas undi bertanda titik hitam sengaja diedarkan supaya undi menjadi rosak.”\n"
    "<blockquote>SPR berkata dakwaan ini tidak benar. Kertas undi disemak sebelum diberikan; jika rosak "
    "tanpa sengaja, anda boleh minta ganti sekali.</blockquote>"
    'Disemak oleh <a href="https://sebenarnya.my/">Sebenarnya.my</a> (MCMC)'
)


@dataclass
class TinyBot:
    """The running application and everything it has seen."""

    app: App
    seen: list[Update] = field(default_factory=list)


def verdict_keyboard(username: str) -> InlineKeyboardMarkup:
    """Makes one button of each kind."""
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Sumber", url="https://sebenarnya.my/"),
                InlineKeyboardButton("Kongsi", switch_inline_query="titik hitam"),
            ],
            [
                InlineKeyboardButton("Buka", url=f"https://t.me/{username}?start=e_1"),
                InlineKeyboardButton("Bukan dakwaan ini", callback_data="not:1"),
            ],
            [InlineKeyboardButton("Salin pautan", copy_text=CopyTextButton("https://sebenarnya.my/"))],
        ]
    )


async def _start(update: Update, context: Context) -> None:
    assert update.message
    payload = " ".join(context.args or [])
    await update.message.reply_text(f"Selamat datang {payload}".strip())


async def _check(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_chat_action("typing")
    await asyncio.sleep(0.05)
    await update.message.reply_text(
        VERDICT, parse_mode=ParseMode.HTML, reply_markup=verdict_keyboard(context.bot.username)
    )


async def _quiz(update: Update, context: Context) -> None:
    assert update.effective_chat
    await context.bot.send_poll(
        update.effective_chat.id,
        "Apakah yang patut dibuat dahulu apabila menerima berita tular?",
        ["Kongsi segera", "Semak sumbernya", "Padam telefon", "Tanya jiran"],
        type=PollType.QUIZ,
        correct_option_ids=[1],
        is_anonymous=False,
        explanation="Semak <b>siapa</b> yang mula-mula mengatakannya, dan bila.",
        explanation_parse_mode=ParseMode.HTML,
    )


async def _echo(update: Update, _: Context) -> None:
    assert update.message
    await update.message.reply_text(f"Anda kata: {update.message.text}")


async def _photo(update: Update, _: Context) -> None:
    assert update.message
    file = await update.message.photo[-1].get_file()
    data = await file.download_as_bytearray()
    await update.message.reply_photo(bytes(data), caption=f"<i>{len(data)} bait</i>", parse_mode="HTML")


async def _document(update: Update, _: Context) -> None:
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    data = bytes(await file.download_as_bytearray())
    await update.message.reply_document(data, filename="balik.txt", caption=update.message.document.file_name)


async def _press(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query
    if query.data == "alert":
        await query.answer("Amaran penting", show_alert=True)
        return
    await query.answer("Terima kasih")
    await query.edit_message_text("Baik, saya catat.")


async def _poll_answer(update: Update, context: Context) -> None:
    answer = update.poll_answer
    assert answer
    assert answer.user
    await context.bot.send_message(answer.user.id, f"Jawapan {list(answer.option_ids)}")


async def _inline(update: Update, _: Context) -> None:
    query = update.inline_query
    assert query
    content = InputTextMessageContent(VERDICT, parse_mode=ParseMode.HTML)
    titles = ["Titik hitam pada kertas undi", "Lilin pada kertas undi"] if query.query else []
    results = [
        InlineQueryResultArticle(str(number), title, content, description="PALSU · Sebenarnya.my")
        for number, title in enumerate(titles)
    ]
    await query.answer(results, cache_time=0)


def build(simulator: Simulator) -> TinyBot:
    """Builds the application; only its addresses differ from one that talks to Telegram."""
    app: App = (
        Application.builder()
        .token(simulator.token)
        .base_url(simulator.base_url)
        .base_file_url(simulator.base_file_url)
        .build()
    )
    bot = TinyBot(app)

    async def note(update: Update, _: Context) -> None:
        bot.seen.append(update)

    app.add_handler(TypeHandler(Update, note), group=-1)
    app.add_handler(CommandHandler("start", _start))
    app.add_handler(CommandHandler(["check", "semak"], _check))
    app.add_handler(CommandHandler(["quiz", "kuiz"], _quiz))
    app.add_handler(CallbackQueryHandler(_press))
    app.add_handler(PollAnswerHandler(_poll_answer))
    app.add_handler(InlineQueryHandler(_inline))
    app.add_handler(MessageHandler(filters.PHOTO, _photo))
    app.add_handler(MessageHandler(filters.Document.ALL, _document))
    app.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, _echo))
    return bot


async def introduce(app: App) -> None:
    """Sets menus and descriptions in both languages."""
    malay = [BotCommand("semak", "Semak satu dakwaan"), BotCommand("kuiz", "Jawab satu soalan")]
    english = [BotCommand("check", "Check a claim"), BotCommand("quiz", "Answer a question")]
    scope = BotCommandScopeAllPrivateChats()
    await app.bot.set_my_commands(english)
    await app.bot.set_my_commands(malay, scope=scope, language_code="ms")
    await app.bot.set_my_description("Hantar mesej tular. Kami semak.", language_code="ms")
    await app.bot.set_my_description("Send a viral message. We check it.")


@asynccontextmanager
async def polling(simulator: Simulator) -> AsyncIterator[TinyBot]:
    """Runs the bot by long polling."""
    bot = build(simulator)
    async with bot.app:
        assert bot.app.updater
        await bot.app.start()
        await bot.app.updater.start_polling(poll_interval=0, timeout=5, allowed_updates=Update.ALL_TYPES)
        yield bot
        await bot.app.updater.stop()
        await bot.app.stop()


@asynccontextmanager
async def webhook(simulator: Simulator, secret: str = "rahsia") -> AsyncIterator[TinyBot]:
    """Runs the bot behind its own small web server, which checks the secret header."""
    bot = build(simulator)
    server = web.Application()
    server.router.add_post("/hook", partial(_accept, bot, secret))
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with bot.app:
        await bot.app.start()
        await bot.app.bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=secret)
        yield bot
        await bot.app.bot.delete_webhook()
        await bot.app.stop()
    await runner.cleanup()


async def _accept(bot: TinyBot, secret: str, request: web.Request) -> web.Response:
    if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != secret:
        return web.Response(status=403)
    await bot.app.update_queue.put(Update.de_json(await request.json(), bot.app.bot))
    return web.Response()
