"""Whether a message has anything in it that could be checked."""

import re

from knowledge.text.words import find_urls, split_words

_BARE_LINK = re.compile(r"\b[\w-]+\.(?:my|com|net|org|info|xyz|top|io|me|ly|gov|link|shop|site|online)\b")
# Words that ask, greet or point; what is left when they are gone is what could be checked.
_ASKING = """
a ada adakah ah am an and anot any anybody anyone apa are assalamualaikum bang be benar benarkah berita betul betulkah
boleh bot bro btl btul can cek check could cuba dah dan dgn dia do does eh fact fake fakta false for gambar hai halo
have hello help hey hi hoax hoi i ini is isit it itu jugak kah kak kan ke kene khabar la lah legit link me meh mesej
message mohon msg my ni news not of ok okay one or pal palsu pautan pic picture please pls post real really rumour sahih
salam sama saya semak sila sis so tak tau tahu the thing this that tipu tlg to tolong true truth tu tular ustaz verify
video viral wa weh what x xde ya yang yes yg you
"""
_EMPTY_WORDS = frozenset(_ASKING.split())


def has_link(text: str) -> bool:
    """Whether the message carries a link."""
    return bool(find_urls(text) or _BARE_LINK.search(text.lower()))


def content_words(text: str) -> list[str]:
    """The words that say something, apart from asking whether it is true."""
    return [word for word in split_words(text) if word not in _EMPTY_WORDS and len(word) > 1]


def is_contentless(text: str) -> bool:
    """Whether there is nothing to check: "betul ke?", "is this true?"."""
    return not content_words(text) and not has_link(text)


def is_too_short(text: str) -> bool:
    """Whether one word is all there is to match."""
    return len(content_words(text)) <= 1 and not has_link(text)
