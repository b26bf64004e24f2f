"""The code under which an educator shares a question set: eight characters, so that it is never taken for a class's."""

import random
import re
from typing import Final

# No vowels, and nothing that looks like another: 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V, G. That leaves 17 thousand million.
ALPHABET: Final = "CDFHJKMNPRTWXY34679"
LENGTH: Final = 8
_BETWEEN: Final = re.compile(r"[\s\-\u2010-\u2015_.]+")


def new_set_code(source: random.Random) -> str:
    """Makes a code; `source` is `random.SystemRandom()` outside tests, so that codes cannot be guessed."""
    return "".join(source.choices(ALPHABET, k=LENGTH))


def read_set_code(text: str) -> str | None:
    """The code as people type it, in any case, with spaces or hyphens between; None when it cannot be one."""
    joined = _BETWEEN.sub("", text).upper()
    return joined if len(joined) == LENGTH and all(character in ALPHABET for character in joined) else None


def spoken_set_code(code: str) -> str:
    """The code as it is easiest to copy: "K7M4-RPTW"."""
    return f"{code[:4]}-{code[4:]}"
