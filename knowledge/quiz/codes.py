"""Class codes: six characters that nobody mistakes for each other on a whiteboard.

Left out are all that look alike in handwriting or a bad font (0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V, 6 G: of the last
pair 6 stays) and the vowels, so that no code spells a word. 19 characters leave 47 million codes.
"""

import random
import re
from typing import Final

ALPHABET: Final = "CDFHJKMNPRTWXY34679"
LENGTH: Final = 6
_DIGITS: Final = frozenset("34679")
_BETWEEN: Final = re.compile(r"[\s\-\u2010-\u2015_.]+")


def new_code(source: random.Random) -> str:
    """Make a code.

    Args:
        source: Of randomness; `random.SystemRandom()` outside tests, so that codes cannot be guessed from each other.

    Returns:
        Six characters of `ALPHABET`, with at least one digit and one letter: never an ordinary word or number.
    """
    while True:
        code = "".join(source.choices(ALPHABET, k=LENGTH))
        if 0 < sum(character in _DIGITS for character in code) < LENGTH:
            return code


def read_code(text: str) -> str | None:
    """Read a code as people type it: any case, with spaces or hyphens between.

    Args:
        text: What was typed.

    Returns:
        The code, or None when this cannot be one.
    """
    joined = _BETWEEN.sub("", text).upper()
    if len(joined) != LENGTH or any(character not in ALPHABET for character in joined):
        return None
    return joined if 0 < sum(character in _DIGITS for character in joined) < LENGTH else None


def spoken(code: str) -> str:
    """Write a code as it is easiest to copy: "K7M P4R"."""
    return f"{code[:3]} {code[3:]}"
