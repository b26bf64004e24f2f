"""answerCallbackQuery and answerInlineQuery."""

import re
from typing import Final

from bot.simulator import limits
from bot.simulator.errors import refuse
from bot.simulator.formatting import formatted
from bot.simulator.json_types import JsonObject, as_list, as_object
from bot.simulator.keyboard import read_keyboard
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.model import CallbackAnswer, InlineAnswer, InlineResult
from bot.simulator.params import ApiParams
from bot.simulator.world import World, WorldEvent

_TOO_OLD: Final = "query is too old and response timeout expired or query ID is invalid"
_START_PARAMETER: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def _answer_callback(backend: Backend, params: ApiParams) -> object:
    query = backend.world.callbacks.get(params.text("callback_query_id"))
    if query is None or _is_too_old(backend.world, query.asked_at_s):
        refuse(_TOO_OLD)
    text = params.text("text")
    if len(text) > limits.CALLBACK_ANSWER_CHARS:
        refuse("MESSAGE_TOO_LONG")
    query.answer = CallbackAnswer(text, params.flag("show_alert"), params.text("url"))
    backend.world.announce(WorldEvent("callback", chat=query.message.chat, person=query.person, callback=query))
    return True


async def _answer_inline(backend: Backend, params: ApiParams) -> object:
    query = backend.world.inline_queries.get(params.text("inline_query_id"))
    if query is None or _is_too_old(backend.world, query.asked_at_s):
        refuse(_TOO_OLD)
    if len(params.text("next_offset").encode()) > limits.INLINE_OFFSET_BYTES:
        refuse("NEXT_OFFSET_INVALID")
    label, start = _read_top_button(params.mapping("button"))
    query.answer = InlineAnswer(_read_results(params), params.text("next_offset"), label, start)
    backend.world.announce(WorldEvent("inline", person=query.person, inline=query))
    return True


def _is_too_old(world: World, asked_at_s: float) -> bool:
    return world.clock.now() - asked_at_s > world.query_lifetime_s


def _read_top_button(raw: JsonObject) -> tuple[str, str]:
    if not raw:
        return "", ""
    label, start = str(raw.get("text", "")), str(raw.get("start_parameter", ""))
    if not label or not _START_PARAMETER.fullmatch(start):
        refuse("BUTTON_INVALID")
    return label, start


def _read_results(params: ApiParams) -> tuple[InlineResult, ...]:
    raw = [as_object(item) for item in params.array("results")]
    if len(raw) > limits.INLINE_RESULTS:
        refuse("RESULTS_TOO_MUCH")
    results = tuple(_read_result(item) for item in raw)
    if len({result.id for result in results}) != len(results):
        refuse("RESULT_ID_DUPLICATE")
    return results


def _read_result(raw: JsonObject) -> InlineResult:
    result_id, title = str(raw.get("id", "")), str(raw.get("title", ""))
    if not 1 <= len(result_id.encode()) <= limits.INLINE_RESULT_ID_BYTES:
        refuse("RESULT_ID_INVALID")
    if raw.get("type") != "article":
        refuse("the simulator shows inline results of type article only")
    if not title:
        refuse("ARTICLE_TITLE_EMPTY")
    content = as_object(raw.get("input_message_content"))
    text = formatted(
        str(content.get("message_text", "")),
        str(content.get("parse_mode") or ""),
        as_list(content.get("entities")),
        limits.TEXT_CHARS,
        too_long="MESSAGE_TOO_LONG",
    )
    if not text:
        refuse("message text is empty")
    keyboard = read_keyboard(as_object(raw.get("reply_markup")))
    return InlineResult(result_id, title, str(raw.get("description") or ""), text, keyboard)


METHODS: Final[dict[str, ApiMethod]] = {
    "answerCallbackQuery": _answer_callback,
    "answerInlineQuery": _answer_inline,
}
