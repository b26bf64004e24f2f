"""getMe, the bot's texts, its command menus and its menu button."""

import re
from functools import partial
from typing import Final

from bot.simulator import limits
from bot.simulator.errors import refuse
from bot.simulator.json_types import JsonObject, as_object
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.model import BotCommand
from bot.simulator.params import ApiParams
from bot.simulator.profile import CommandScope, ProfileText
from bot.simulator.serialise import user_json
from bot.simulator.world import WorldEvent

_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE: Final = re.compile(r"(?:[a-z]{2})?")
_LONGEST: Final[dict[ProfileText, int]] = {
    "name": limits.BOT_NAME_CHARS,
    "description": limits.DESCRIPTION_CHARS,
    "short_description": limits.SHORT_DESCRIPTION_CHARS,
}
_SCOPES: Final = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)


async def _get_me(backend: Backend, _: ApiParams) -> object:
    bot = backend.world.bot
    return {
        **user_json(bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not bot.privacy_mode,
        "supports_inline_queries": bot.supports_inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def _set_text(name: ProfileText, backend: Backend, params: ApiParams) -> object:
    text = params.text(name).strip()
    if len(text) > _LONGEST[name]:
        refuse(f"bot {name.replace('_', ' ')} is too long")
    backend.world.profile.set_text(name, _language(params), text)
    backend.world.announce(WorldEvent("profile"))
    return True


async def _get_text(name: ProfileText, backend: Backend, params: ApiParams) -> object:
    text = backend.world.profile.text(name, _language(params))
    return {name: text or (backend.world.bot.first_name if name == "name" else "")}


async def _set_commands(backend: Backend, params: ApiParams) -> object:
    commands = tuple(_read_command(as_object(raw)) for raw in params.array("commands"))
    if len(commands) > limits.COMMANDS:
        refuse("BOT_COMMANDS_TOO_MUCH")
    backend.world.profile.commands[_scope(params), _language(params)] = commands
    backend.world.announce(WorldEvent("profile"))
    return True


async def _get_commands(backend: Backend, params: ApiParams) -> object:
    commands = backend.world.profile.commands.get((_scope(params), _language(params)), ())
    return [{"command": item.command, "description": item.description} for item in commands]


async def _delete_commands(backend: Backend, params: ApiParams) -> object:
    backend.world.profile.commands.pop((_scope(params), _language(params)), None)
    backend.world.announce(WorldEvent("profile"))
    return True


async def _set_menu_button(backend: Backend, params: ApiParams) -> object:
    button = params.mapping("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        refuse("can't parse menu button: Unsupported type specified")
    backend.world.profile.menu_buttons[params.integer("chat_id")] = button
    return True


async def _get_menu_button(backend: Backend, params: ApiParams) -> object:
    buttons = backend.world.profile.menu_buttons
    standard: JsonObject = {"type": "default"}
    return buttons.get(params.integer("chat_id")) or buttons.get(0) or standard


def _read_command(raw: JsonObject) -> BotCommand:
    command, description = str(raw.get("command", "")).removeprefix("/"), str(raw.get("description", ""))
    if not _COMMAND.fullmatch(command):
        refuse("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= limits.COMMAND_DESCRIPTION_CHARS:
        refuse("BOT_COMMAND_DESCRIPTION_INVALID")
    return BotCommand(command, description)


def _language(params: ApiParams) -> str:
    code = params.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        refuse("invalid language code specified")
    return code


def _scope(params: ApiParams) -> CommandScope:
    raw = ApiParams(params.mapping("scope"))
    kind = raw.text("type") or "default"
    if kind not in _SCOPES:
        refuse("can't parse BotCommandScope: Unsupported type specified")
    return CommandScope(kind, raw.integer("chat_id"), raw.integer("user_id"))


METHODS: Final[dict[str, ApiMethod]] = {
    "getMe": _get_me,
    "setMyName": partial(_set_text, "name"),
    "getMyName": partial(_get_text, "name"),
    "setMyDescription": partial(_set_text, "description"),
    "getMyDescription": partial(_get_text, "description"),
    "setMyShortDescription": partial(_set_text, "short_description"),
    "getMyShortDescription": partial(_get_text, "short_description"),
    "setMyCommands": _set_commands,
    "getMyCommands": _get_commands,
    "deleteMyCommands": _delete_commands,
    "setChatMenuButton": _set_menu_button,
    "getChatMenuButton": _get_menu_button,
}
