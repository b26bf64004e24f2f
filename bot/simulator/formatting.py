"""From what a bot sends (text, parse_mode, entities) to checked formatted text."""

import json

from bot.simulator.entities import Entity, FormattedText, trimmed, utf16_length, with_detected
from bot.simulator.errors import refuse
from bot.simulator.html_markup import parse_html
from bot.simulator.json_types import JsonObject, as_list, as_object
from bot.simulator.params import ApiParams


def read_text(params: ApiParams, field: str, limit: int, *, too_long: str) -> FormattedText:
    """Reads a text parameter with its `parse_mode` or entities.

    Args:
        params: The call's parameters.
        field: Name of the text, such as "text", "caption", "question" or "explanation".
        limit: Most characters allowed after parsing.
        too_long: Telegram's wording when there are more.

    Returns:
        The text, stripped, with the entities Telegram would find in it; empty if not sent.

    Raises:
        ApiError: 400 for markup errors and for too much text.
    """
    prefix = "" if field == "text" else f"{field}_"
    mode = params.text("parse_mode" if field in {"text", "caption"} else f"{field}_parse_mode")
    raw_entities = params.array("entities" if field == "text" else f"{prefix}entities")
    return formatted(params.text(field), mode, raw_entities, limit, too_long=too_long)


def formatted(text: str, mode: str, raw_entities: list[object], limit: int, *, too_long: str) -> FormattedText:
    """Parses, strips and measures one text.

    Args:
        text: As sent.
        mode: `parse_mode` as sent; empty for none. Only HTML is simulated.
        raw_entities: `MessageEntity` JSON, used without a parse mode.
        limit: Most characters allowed after parsing.
        too_long: Telegram's wording when there are more.

    Returns:
        The checked text.

    Raises:
        ApiError: 400 for markup errors, other parse modes, and too much text.
    """
    if mode.lower() == "html":
        result = parse_html(text)
    elif mode:
        refuse(f"unsupported parse_mode {json.dumps(mode)} (the simulator knows HTML)")
    else:
        result = FormattedText(text, _read_entities(raw_entities, text))
    result = trimmed(result)
    if len(result.text) > limit:
        refuse(too_long)
    return with_detected(result)


def _read_entities(raw_entities: list[object], text: str) -> tuple[Entity, ...]:
    return tuple(_read_entity(as_object(raw), utf16_length(text)) for raw in raw_entities)


def _read_entity(raw: JsonObject, text_length: int) -> Entity:
    offset, length = raw.get("offset"), raw.get("length")
    if not isinstance(offset, int) or not isinstance(length, int):
        refuse('can\'t parse MessageEntity: Field "offset" and "length" must be of type Number')
    if offset < 0 or length < 1 or offset + length > text_length:
        refuse("entity beyond the text of the message")
    user_id = as_object(raw.get("user")).get("id")
    return Entity(
        str(raw.get("type", "")),
        offset,
        length,
        url=str(raw["url"]) if raw.get("url") else None,
        language=str(raw["language"]) if raw.get("language") else None,
        user_id=user_id if isinstance(user_id, int) else None,
    )


def text_options(raw_options: list[object]) -> list[object]:
    """Evens out poll options, which old clients send as plain text.

    Args:
        raw_options: The decoded `options` parameter.

    Returns:
        `InputPollOption` JSON objects.
    """
    return [{"text": option} if isinstance(option, str) else option for option in as_list(raw_options)]
