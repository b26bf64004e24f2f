"""One language's Fluent messages, each parsed when it is first asked for: parsing all takes a third of a second."""

import re
from collections.abc import Iterable
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

# What belongs to a message is indented, so a name at the beginning of a line begins the next one.
_BEGINNING: Final = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)


class FluentTexts:
    """Messages of several files; none refers to another. Any thread may use it."""

    def __init__(self, locale: str, files: Iterable[str]) -> None:
        """Finds where each message stands.

        Args:
            locale: For numbers and plurals, like "ms-MY".
            files: The text of each file; of two messages of one name the first counts.
        """
        # Isolating marks around parameters would show up in labels and in what people forward.
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._sources: dict[str, str] = {}
        for text in files:
            for name, source in _messages(text):
                self._sources.setdefault(name, source)

    def pattern(self, name: str) -> Pattern | None:
        """A message's pattern; None when it is empty.

        Raises:
            KeyError: There is no such message, or it cannot be parsed.
        """
        if not self._bundle.has_message(name):
            self._bundle.add_resource(FluentResource(self._sources[name]))
        return self._bundle.get_message(name).value

    def format(self, pattern: Pattern, params: dict[str, str | int]) -> tuple[str, list[Exception]]:
        """Fill a pattern in; what was wrong comes with it."""
        text, errors = self._bundle.format_pattern(pattern, params)
        return str(text), errors


def _messages(text: str) -> Iterable[tuple[str, str]]:
    found = list(_BEGINNING.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    return ((one[1], text[one.start() : end]) for one, end in zip(found, ends, strict=False))
