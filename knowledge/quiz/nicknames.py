"""Nicknames: all that a class knows of a student, so never a phone number, a link or a handle."""

import random
import re
import unicodedata
from enum import StrEnum
from typing import Final

from knowledge.text.language import Language

SHORTEST: Final = 2
LONGEST: Final = 20
_MALAY: Final = (
    ("Helang", "Enggang", "Penyu", "Harimau", "Tapir", "Kancil", "Merak", "Kijang", "Tupai", "Rusa", "Lebah", "Duyung"),
    ("Biru", "Hijau", "Ungu", "Kelabu", "Jingga", "Putih", "Bijak", "Tenang", "Pantas", "Cekal", "Ceria", "Teliti"),
)  # fmt: skip
_ENGLISH: Final = (
    ("Blue", "Green", "Violet", "Grey", "Orange", "White", "Clever", "Calm", "Swift", "Steady", "Merry", "Careful"),
    ("Eagle", "Hornbill", "Turtle", "Tiger", "Tapir", "Gecko", "Heron", "Otter", "Squirrel", "Deer", "Bee", "Dugong"),
)  # fmt: skip
_CONTACT: Final = re.compile(r"@|://|\bwww\.|\.(?:com|my|net|org|me)\b|(?:\d[\s-]*){7,}", re.IGNORECASE)


class NicknameFault(StrEnum):
    """What is wrong with a nickname."""

    LENGTH = "length"
    CONTACT = "contact"
    NO_LETTERS = "no_letters"
    TAKEN = "taken"


def read_nickname(text: str) -> str | NicknameFault:
    """Tidy a nickname as it was typed, or say what is wrong with it.

    Args:
        text: What was typed.
    """
    visible = "".join(one for one in text if unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
    name = " ".join(unicodedata.normalize("NFC", visible).split())
    if not SHORTEST <= len(name) <= LONGEST:
        return NicknameFault.LENGTH
    if _CONTACT.search(name):
        return NicknameFault.CONTACT
    return name if any(one.isalpha() for one in name) else NicknameFault.NO_LETTERS


def name_key(nickname: str) -> str:
    """What two nicknames are compared by: "AINA " is "Aina", and so is a full-width one."""
    return " ".join(unicodedata.normalize("NFKC", nickname).casefold().split())[:80]


def offered_nickname(source: random.Random, language: Language) -> str:
    """Make up a nickname such as "Penyu Biru 42" or "Calm Otter 17": among 200 students they hardly ever meet."""
    first, second = _MALAY if language is Language.MS else _ENGLISH
    return f"{source.choice(first)} {source.choice(second)} {source.randint(10, 99)}"
