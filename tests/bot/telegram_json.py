"""Updates as Telegram writes them, for tests without a network."""

from itertools import count
from typing import Any

from tests.bot.recording_request import BOT

_IDS = count(1)
PERSON = {"id": 5, "is_bot": False, "first_name": "Aina", "language_code": "en"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Aina"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Keluarga"}
FILE = {"file_id": "f", "file_unique_id": "u"}


def message(text: str | None = None, *, chat: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    """A message; a command at its start and mentions are marked as Telegram marks them."""
    body = {"message_id": next(_IDS), "date": 1_700_000_000, "chat": chat or PRIVATE, "from": PERSON, **fields}
    if text is not None:
        body["text"] = text
        body["entities"] = [*fields.get("entities", []), *_entities(text)]
    return body


def update(**kind: Any) -> dict[str, Any]:
    """An update of a kind."""
    return {"update_id": next(_IDS), **kind}


def _entities(text: str) -> list[dict[str, Any]]:
    found = []
    if text.startswith("/"):
        found.append({"type": "bot_command", "offset": 0, "length": len(text.split()[0])})
    name = f"@{BOT['username']}"
    if f" {name}" in f" {text}":
        found.append({"type": "mention", "offset": text.index(name), "length": len(name)})
    return found
