"""The parts of a message that may each carry a claim: long forwards bury it among greetings and calls to share."""

import re

_BREAK = re.compile(r"(?<=[.!?…])\s+|\n+|\s+[•▪►👉*]+\s*|(?<=[!?]{2})\s*")
_WHOLE_UP_TO = 28  # words; shorter messages are one part
_WINDOW_WORDS = 24
_MIN_WORDS = 4
MAX_PARTS = 10


def claim_parts(text: str) -> list[str]:
    """The whole message first and, if it is long, its sentences (overlong ones in half-overlapping windows).

    At most 10 parts: sentences are taken in order, so that the beginning is never lost.
    """
    if len(text.split()) <= _WHOLE_UP_TO:
        return [text]
    parts = [text]
    for sentence in _BREAK.split(text):
        words = sentence.split()
        if len(words) < _MIN_WORDS:
            continue
        if len(words) <= _WHOLE_UP_TO:
            parts.append(sentence)
        else:
            step = _WINDOW_WORDS // 2
            parts += [" ".join(words[at : at + _WINDOW_WORDS]) for at in range(0, len(words) - step, step)]
    return parts[:MAX_PARTS]
