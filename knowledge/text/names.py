"""Known names in a list of words: the same thing in both languages and all its spellings becomes one name."""

from functools import cache

from knowledge.text.lexicon import Alias, aliases, honorifics


@cache
def _longest_by_first_word() -> dict[str, int]:
    """First word of a known name or title -> the longest word count that may follow from it."""
    longest: dict[str, int] = {}
    for words in (*aliases(), *honorifics()):
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def replace_names(words: list[str]) -> list[str | Alias]:
    """Put each known name's `Alias` in the place of its words (longest first) and drop titles."""
    known, titles, longest = aliases(), honorifics(), _longest_by_first_word()
    out: list[str | Alias] = []
    at = 0
    while at < len(words):
        for count in range(min(longest.get(words[at], 0), len(words) - at), 0, -1):
            candidate = tuple(words[at : at + count])
            if candidate in known:
                out.append(known[candidate])
                break
            if candidate in titles and at + count < len(words):
                break
        else:
            out.append(words[at])
            count = 1
        at += count
    return out
