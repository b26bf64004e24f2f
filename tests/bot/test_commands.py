"""What Telegram shows of the bot by itself."""

import pytest

from actions.desk.registry import COMMANDS as DESK_COMMANDS
from actions.registry import COMMANDS
from bot import limits
from bot.commands import MENU, menu
from bot.localisation import Localisation
from knowledge.text.language import Language

# Commands for some people or moments only, which everybody's menu leaves out.
FOR_SOME = {"cancel", "eve", *DESK_COMMANDS}


def test_menu_offers_every_command_and_no_other() -> None:
    """A command nobody can find is as useless as one that does nothing."""
    assert set(MENU) == set(COMMANDS) - FOR_SOME
    assert set(COMMANDS) >= FOR_SOME


@pytest.mark.parametrize("language", Language)
def test_descriptions_fit(language: Language) -> None:
    """Telegram refuses a menu with one description too long or empty."""
    for command in menu(Localisation(), language):
        assert 0 < limits.utf16_units(command.description) <= limits.COMMAND_DESCRIPTION_UNITS
