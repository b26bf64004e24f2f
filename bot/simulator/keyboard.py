"""Inline keyboards: what a bot may put under a message."""

from dataclasses import dataclass
from typing import Final

from bot.simulator import limits
from bot.simulator.errors import refuse
from bot.simulator.html_markup import checked_url
from bot.simulator.json_types import JsonObject, as_list, as_object

_ACTIONS: Final = (
    "callback_data",
    "url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
)
_UNSUPPORTED: Final = ("web_app", "login_url", "callback_game", "pay", "switch_inline_query_chosen_chat")


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button; `action` is the Bot API field it was sent with and `value` its content."""

    label: str
    action: str
    value: str


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Rows of inline buttons, top to bottom."""

    rows: tuple[tuple[Button, ...], ...]

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order."""
        return tuple(button for row in self.rows for button in row)


def read_keyboard(markup: JsonObject) -> Keyboard | None:
    """Reads and checks `reply_markup`.

    Args:
        markup: The decoded parameter; empty when it was not sent.

    Returns:
        The inline keyboard, or None if there is none (also for `remove_keyboard` and `force_reply`).

    Raises:
        ApiError: 400 for buttons Telegram refuses, and for reply keyboards, which are not simulated.
    """
    if "keyboard" in markup:
        refuse("the simulator shows inline keyboards only, not reply keyboards")
    rows = tuple(_read_row(row) for row in as_list(markup.get("inline_keyboard")))
    rows = tuple(row for row in rows if row)
    if sum(len(row) for row in rows) > limits.BUTTONS_PER_KEYBOARD:
        refuse("reply markup is too long")
    return Keyboard(rows) if rows else None


def keyboard_json(keyboard: Keyboard) -> JsonObject:
    """Writes a keyboard as `InlineKeyboardMarkup`.

    Args:
        keyboard: The keyboard.

    Returns:
        Its JSON.
    """
    return {"inline_keyboard": [[_button_json(button) for button in row] for row in keyboard.rows]}


def _button_json(button: Button) -> JsonObject:
    value: object = {"text": button.value} if button.action == "copy_text" else button.value
    return {"text": button.label, button.action: value}


def _read_row(row: object) -> tuple[Button, ...]:
    return tuple(_read_button(as_object(button)) for button in as_list(row))


def _read_button(raw: JsonObject) -> Button:
    label = str(raw.get("text", ""))
    if not label.strip():
        refuse("can't parse inline keyboard button: Button text must be non-empty")
    if any(raw.get(name) is not None for name in _UNSUPPORTED):
        refuse("BUTTON_TYPE_INVALID")
    actions = [name for name in _ACTIONS if raw.get(name) is not None]
    if not actions:
        refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        refuse("can't parse inline keyboard button: exactly one action must be specified")
    return Button(label, actions[0], _checked_value(actions[0], raw[actions[0]]))


def _checked_value(action: str, raw: object) -> str:
    value = str(as_object(raw).get("text", "")) if action == "copy_text" else str(raw)
    if action == "callback_data" and not 1 <= len(value.encode()) <= limits.CALLBACK_DATA_BYTES:
        refuse("BUTTON_DATA_INVALID")
    if action == "copy_text" and not 1 <= len(value) <= limits.COPY_TEXT_CHARS:
        refuse("BUTTON_COPY_TEXT_INVALID")
    if action == "url":
        checked = checked_url(value)
        if checked is None:
            refuse(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
        return checked
    return value
