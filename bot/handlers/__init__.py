"""The handlers, in the order they are asked: the first that applies to an update handles it."""

from collections.abc import Callable
from typing import Final

from bot.channel import AnyHandler, Channel
from bot.handlers import (
    buttons,
    commands,
    free_text,
    inline,
    membership,
    poll_answers,
    too_fast,
    unknown_command,
    wordless,
)

HANDLERS: Final[tuple[Callable[[Channel], AnyHandler], ...]] = (
    too_fast.build,
    commands.build,
    unknown_command.build,
    free_text.build,
    wordless.build,
    buttons.build,
    inline.build,
    poll_answers.build,
    membership.build,
)
