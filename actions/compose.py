"""Phrases put together: lines under each other, paragraphs apart."""

from functools import reduce

from actions.message_key import MessageKey
from actions.reply import Phrase


def lines(first: Phrase, *rest: Phrase) -> Phrase:
    """The phrases on lines of their own."""
    return reduce(lambda above, below: _pair(MessageKey.LINE_PAIR, above, below), rest, first)


def paragraphs(first: Phrase, *rest: Phrase) -> Phrase:
    """The phrases with an empty line between them."""
    return reduce(lambda above, below: _pair(MessageKey.PARAGRAPH_PAIR, above, below), rest, first)


def listed(first: Phrase, *rest: Phrase) -> Phrase:
    """The phrases after each other, with commas."""
    return reduce(lambda above, below: _pair(MessageKey.LIST_PAIR, above, below), rest, first)


def _pair(key: MessageKey, above: Phrase, below: Phrase) -> Phrase:
    return Phrase(key, {"first": above, "second": below})
