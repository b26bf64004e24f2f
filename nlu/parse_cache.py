"""Answers to texts seen lately: forwarded messages come in many times over."""

from collections import OrderedDict

from nlu.parser import Parse

CAPACITY = 2048


class ParseCache:
    """The parses of the last `capacity` different texts, letter case aside. Lives in memory only."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._parses: OrderedDict[str, Parse] = OrderedDict()

    def get(self, text: str) -> Parse | None:
        """The parse of this text, if it is remembered."""
        key = text.lower()
        if key in self._parses:
            self._parses.move_to_end(key)
        return self._parses.get(key)

    def put(self, text: str, parse: Parse) -> None:
        """Remember a parse; the text not asked for longest is forgotten."""
        self._parses[text.lower()] = parse
        self._parses.move_to_end(text.lower())
        if len(self._parses) > self._capacity:
            self._parses.popitem(last=False)

    def clear(self) -> None:
        """Forget everything: the model changed."""
        self._parses.clear()
