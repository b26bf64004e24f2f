"""Telegram's limits, counted as Telegram counts: in UTF-16 code units, and never through a character people see as one.

Source of the numbers: https://core.telegram.org/bots/api, as in `telegram.constants` of python-telegram-bot 22.8.
"""

import unicodedata
from typing import Final

MESSAGE_UNITS: Final = 4096
CAPTION_UNITS: Final = 1024
CALLBACK_DATA_BYTES: Final = 64
CALLBACK_ANSWER_UNITS: Final = 200
BUTTONS_PER_ROW: Final = 8
BUTTON_ROWS: Final = 12  # of 100 buttons in all
# Not Telegram's: what a cheap phone shows of a full-width button in two lines.
BUTTON_LABEL_UNITS: Final = 60
POLL_QUESTION_UNITS: Final = 300
POLL_OPTION_UNITS: Final = 100
POLL_EXPLANATION_UNITS: Final = 200
POLL_EXPLANATION_LINE_FEEDS: Final = 2
INLINE_RESULTS: Final = 10
INLINE_TITLE_UNITS: Final = 120
INLINE_DESCRIPTION_UNITS: Final = 120
COMMAND_DESCRIPTION_UNITS: Final = 256
DESCRIPTION_UNITS: Final = 512
SHORT_DESCRIPTION_UNITS: Final = 120
# Not Telegram's: percent-encoded, this stays within the 8 kB of an address that every server and phone takes.
SHARE_TEXT_UNITS: Final = 900

_ZERO_WIDTH_JOINER: Final = "\u200d"
_ELLIPSIS: Final = "…"
_BREAKS: Final = ("\n\n", "\n", ". ", " ")


def utf16_units(text: str) -> int:
    """Count UTF-16 code units, the unit of every length in the Bot API."""
    return len(text) + sum(character > "\uffff" for character in text)


def fitting_prefix(text: str, units: int) -> int:
    """Find how much of a text fits.

    Args:
        text: Any text.
        units: The room, in UTF-16 code units, at least 2.

    Returns:
        How many characters (code points) fit without cutting what a person sees as one character. A single one
        longer than the room (a letter under hundreds of accents) is cut between code points.
    """
    used = 0
    for index, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > units:
            return _last_boundary(text, index) or index
    return len(text)


def word_prefix(text: str, units: int) -> int:
    """Find how much of a text fits when it is to be cut between paragraphs, lines, sentences or words.

    Args:
        text: Any text.
        units: The room, in UTF-16 code units, at least 2.

    Returns:
        How many characters fit; the cut falls inside a word only when the second half of the room has no gap.
    """
    end = fitting_prefix(text, units)
    if end == len(text):
        return end
    for gap in _BREAKS:
        found = text.rfind(gap, end // 2, end)
        if found > 0:
            return found + len(gap)
    return end


def cut(text: str, units: int) -> str:
    """Shorten a plain text that is too long, at a word, with an ellipsis.

    Args:
        text: Any plain text.
        units: The most UTF-16 code units it may have, at least 3.

    Returns:
        The text itself when it fits.
    """
    if utf16_units(text) <= units:
        return text
    return text[: word_prefix(text, units - 1)].rstrip() + _ELLIPSIS


def cut_lines(text: str, units: int, line_feeds: int) -> str:
    """Shorten a plain text to a length and a number of line feeds; lines too many are joined by spaces.

    Args:
        text: Any plain text.
        units: The most UTF-16 code units it may have, at least 3.
        line_feeds: The most line feeds it may have.
    """
    lines = text.splitlines()
    kept, rest = lines[:line_feeds], lines[line_feeds:]
    return cut("\n".join([*kept, " ".join(rest)] if rest else kept), units)


def _last_boundary(text: str, end: int) -> int:
    while end > 0 and not _is_boundary(text, end):
        end -= 1
    return end


def _is_boundary(text: str, index: int) -> bool:
    """Whether no grapheme spans this place (the rules of Unicode UAX #29 that emoji and our languages need)."""
    before, after = text[index - 1], text[index]
    if before == _ZERO_WIDTH_JOINER or _extends(after) or (before, after) == ("\r", "\n"):
        return False
    if _is_flag_letter(before) and _is_flag_letter(after):
        return _flag_letters_before(text, index) % 2 == 0
    return True


def _extends(character: str) -> bool:
    return (
        character == _ZERO_WIDTH_JOINER
        or unicodedata.category(character) in {"Mn", "Me", "Mc"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= character <= "\U000e007f"  # tags of regional flags
        or "\u1160" <= character <= "\u11ff"  # Hangul vowels and finals
    )


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flag_letters_before(text: str, index: int) -> int:
    start = index
    while start > 0 and _is_flag_letter(text[start - 1]):
        start -= 1
    return index - start
