"""Finds every area of the bot by itself: its keys, its texts and its buttons."""

import importlib
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from actions.message_key import MessageKey
from actions.press_name import PressName

ACTIONS = Path(__file__).parents[1] / "actions"
VOTER = "voter"


def area_modules(name: str) -> dict[str, ModuleType]:
    """The modules `actions/<area>/<name>.py` by area."""
    paths = sorted(ACTIONS.glob(f"*/{name}.py"))
    return {path.parent.name: importlib.import_module(f"actions.{path.parent.name}.{name}") for path in paths}


def key_enums() -> dict[str, type[StrEnum]]:
    """The enum of keys of each area."""
    return {VOTER: MessageKey} | {area: _enum(module) for area, module in area_modules("keys").items()}


def press_enums() -> dict[str, type[StrEnum]]:
    """The enum of button names of each area that has buttons."""
    return {VOTER: PressName} | {area: _enum(module) for area, module in area_modules("presses").items()}


def _enum(module: ModuleType) -> type[StrEnum]:
    """The one enum a module defines."""
    (found,) = [
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, StrEnum) and one.__module__ == module.__name__
    ]
    return found
