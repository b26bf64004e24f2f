"""What fact-checkers type as words of an entry: claim, summary, publisher, notes.

As in `typed_values`, a text that cannot be taken raises `TypedValueError` with what is wrong.
"""

import re
from typing import Final

from knowledge.masking import holds_personal_data
from knowledge.text.words import find_urls
from knowledge.typed_values import TypedValueError, Wrong

CLAIM_LENGTH: Final = 300
SUMMARY_LENGTH: Final = 1000
NAME_LENGTH: Final = 120
NOTE_LENGTH: Final = 500
_CLAIM_MIN_WORDS: Final = 3
_SUMMARY_MIN_WORDS: Final = 4

# A claim is worded as it circulates; whoever writes "PALSU: ..." words its denial.
_VERDICT_FIRST = re.compile(
    r"^\W*(?:palsu|benar|tidak benar|mengelirukan|satira|hoax|hoaks|fake|false|true|misleading|not true|fact.?check"
    r"|semakan fakta)\s*[:–—-]|^\W*(?:tidak benar (?:bahawa|dakwaan)|it is (?:not true|false) that)\b",
    re.IGNORECASE,
)
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


def clean(text: str) -> str:
    """The text without characters nobody sees, and without blanks around it."""
    return _INVISIBLE.sub("", text).strip()


def read_claim(text: str) -> str:
    """A claim in one sentence, as it circulates.

    Raises:
        TypedValueError: it is none, gives its own verdict, or holds personal data.
    """
    text = " ".join(clean(text).split())
    if _VERDICT_FIRST.search(text):
        raise TypedValueError(Wrong.VERDICT_IN_CLAIM)
    return _checked(text, CLAIM_LENGTH, _CLAIM_MIN_WORDS)


def read_summary(text: str, claim: str) -> str:
    """What is so, in a few sentences.

    Raises:
        TypedValueError: it is none, repeats the claim, or holds personal data.
    """
    text = clean(text)
    if " ".join(text.split()).casefold() == claim.casefold():
        raise TypedValueError(Wrong.SAME_AS_CLAIM)
    return _checked(text, SUMMARY_LENGTH, _SUMMARY_MIN_WORDS)


def read_heading(text: str) -> str:
    """What a guideline is about: a question or a heading on one line.

    Raises:
        TypedValueError: it is none, or holds personal data.
    """
    return _checked(" ".join(clean(text).split()), CLAIM_LENGTH, 2)


def read_rule(text: str, heading: str) -> str:
    """What a guideline says. It may name numbers and addresses: those of an authority or a helpline are public.

    Raises:
        TypedValueError: it is none, or repeats its heading.
    """
    text = clean(text)
    if " ".join(text.split()).casefold() == heading.casefold():
        raise TypedValueError(Wrong.SAME_AS_CLAIM)
    return _checked(text, SUMMARY_LENGTH, _SUMMARY_MIN_WORDS, may_name_contacts=True)


def read_name(text: str, length: int = NAME_LENGTH) -> str:
    """Who checked it, or what a member is called: words on one line, no address.

    Raises:
        TypedValueError: it is none.
    """
    return _checked(" ".join(clean(text).split()), length, 1)


def read_note(text: str) -> str:
    """A note to a writer or to readers.

    Raises:
        TypedValueError: it is none, or holds personal data.
    """
    return _checked(clean(text), NOTE_LENGTH, 2)


def _checked(text: str, length: int, min_words: int, *, may_name_contacts: bool = False) -> str:
    if not re.search(r"\w", text):
        raise TypedValueError(Wrong.EMPTY)
    urls = find_urls(text)
    if urls and not re.search(r"\w", re.sub(r"\S*(?:://|www\.|\.\w{2,}/)\S*", "", text)):
        raise TypedValueError(Wrong.ONLY_A_LINK)
    if len(text.split()) < min_words:
        raise TypedValueError(Wrong.TOO_SHORT, words=min_words)
    if len(text) > length:
        raise TypedValueError(Wrong.TOO_LONG, length=len(text), limit=length, over=len(text) - length)
    if not may_name_contacts and holds_personal_data(text):
        raise TypedValueError(Wrong.PERSONAL_DATA)
    return text
