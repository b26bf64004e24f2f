"""The Bot API methods the simulator knows, one module per family."""

from typing import Final

from bot.simulator.methods import chats, delivery, editing, media, polls, profiles, queries, sending
from bot.simulator.methods.contract import ApiMethod, Backend

_FAMILIES: Final = (chats, delivery, editing, media, polls, profiles, queries, sending)

METHODS: Final[dict[str, ApiMethod]] = {
    name.lower(): method for family in _FAMILIES for name, method in family.METHODS.items()
}
"""Methods by lower-case name: Telegram does not mind case."""

__all__ = ["METHODS", "ApiMethod", "Backend"]
