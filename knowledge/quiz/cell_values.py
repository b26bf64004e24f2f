"""What a cell of a table holds."""

import re
from datetime import datetime
from typing import Final

Value = str | int | float | datetime | None

_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def storable(text: str) -> str:
    """The text without what no file can hold: control characters and halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return _UNPRINTABLE.sub("", whole)
