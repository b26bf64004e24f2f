"""What a bot says about itself: names, descriptions, command menus, menu buttons."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bot.simulator.json_types import JsonObject
from bot.simulator.model import BotCommand, Chat, Person

ProfileText: TypeAlias = Literal["name", "description", "short_description"]


@dataclass(frozen=True, slots=True)
class CommandScope:
    """Whom a command menu is for; ids are 0 where the kind of scope has none."""

    kind: str = "default"
    chat_id: int = 0
    person_id: int = 0


@dataclass(slots=True)
class BotProfile:
    """The bot's texts and menus by language code ("" for every other language)."""

    texts: dict[tuple[ProfileText, str], str] = field(default_factory=dict)
    commands: dict[tuple[CommandScope, str], tuple[BotCommand, ...]] = field(default_factory=dict)
    menu_buttons: dict[int, JsonObject] = field(default_factory=dict)

    def text(self, name: ProfileText, language_code: str) -> str:
        """Reads one text as a person sees it.

        Args:
            name: Which text.
            language_code: The person's language.

        Returns:
            The text for that language, else the general one, else "".
        """
        return self.texts.get((name, language_code)) or self.texts.get((name, ""), "")

    def set_text(self, name: ProfileText, language_code: str, text: str) -> None:
        """Writes one text; an empty one removes it.

        Args:
            name: Which text.
            language_code: For people with this language, or "".
            text: The new text.
        """
        if text:
            self.texts[name, language_code] = text
        else:
            self.texts.pop((name, language_code), None)

    def commands_for(self, person: Person, chat: Chat, *, is_admin: bool = False) -> tuple[BotCommand, ...]:
        """Chooses the menu a person sees in a chat.

        The order is that of https://core.telegram.org/bots/api#botcommandscope.

        Args:
            person: Who looks.
            chat: Where.
            is_admin: Whether they administer the group.

        Returns:
            The first menu set for a fitting scope and language, or none.
        """
        for scope in _scopes(person, chat, is_admin=is_admin):
            for language_code in (person.language_code, ""):
                commands = self.commands.get((scope, language_code))
                if commands:
                    return commands
        return ()


def _scopes(person: Person, chat: Chat, *, is_admin: bool) -> list[CommandScope]:
    if chat.is_private:
        return [CommandScope("chat", chat.id), CommandScope("all_private_chats"), CommandScope()]
    scopes = [CommandScope("chat_member", chat.id, person.id)]
    if is_admin:
        scopes.append(CommandScope("chat_administrators", chat.id))
    scopes.append(CommandScope("chat", chat.id))
    if is_admin:
        scopes.append(CommandScope("all_chat_administrators"))
    return [*scopes, CommandScope("all_group_chats"), CommandScope()]
