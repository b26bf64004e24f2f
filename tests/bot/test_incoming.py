"""Reading updates."""

from typing import Any

import pytest
from telegram import Update

from bot.identity import Identity
from bot.incoming import Reader
from tests.bot.bot_world import KEY
from tests.bot.telegram_json import GROUP, PERSON, PRIVATE, message, update

READER = Reader(Identity(KEY))
INLINE = {"inline_query": {"id": "1", "from": PERSON, "query": "titik hitam", "offset": ""}}


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ({"message": message("hello", chat=PRIVATE)}, "5"),
        ({"message": message("hello", chat=GROUP)}, ""),
        (INLINE, ""),
    ],
)
def test_only_a_private_chat_is_an_address(kind: dict[str, Any], address: str) -> None:
    """What is sent later goes to one person alone, never to a group they once wrote in."""
    assert READER.somebody(Update.de_json(update(**kind), None)).address == address
