"""What fact-checkers type, read as values of an entry: dates, addresses, states, elections.

Each function gives the value, or raises `TypedValueError` with what is wrong, named so that the desk can say it in
both languages.
"""

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from knowledge.errors import KnowledgeError
from knowledge.scope import State

MAX_SOURCES: Final = 5
EARLIEST_YEAR: Final = 1955  # the first general election


class Wrong(StrEnum):
    """What is wrong with something typed."""

    EMPTY = "empty"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    ONLY_A_LINK = "only-a-link"
    VERDICT_IN_CLAIM = "verdict-in-claim"
    PERSONAL_DATA = "personal-data"
    SAME_AS_CLAIM = "same-as-claim"
    NOT_AN_ADDRESS = "not-an-address"
    SHORT_LINK = "short-link"
    PRIVATE_PAGE = "private-page"
    TOO_MANY_SOURCES = "too-many-sources"
    REPEATED_SOURCE = "repeated-source"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DAY = "no-such-day"
    TWO_DIGIT_YEAR = "two-digit-year"
    IN_THE_FUTURE = "in-the-future"
    TOO_EARLY = "too-early"
    BEFORE_CLAIM = "before-claim"
    ALREADY_PAST = "already-past"
    DAY_NEEDED = "day-needed"
    UNKNOWN_STATE = "unknown-state"
    UNKNOWN_ELECTION = "unknown-election"
    UNKNOWN_CHOICE = "unknown-choice"


class TypedValueError(KnowledgeError):
    """Something typed is not a value; `detail` is what the message quotes: a word, a number, a suggestion."""

    def __init__(self, wrong: Wrong, **detail: str | int) -> None:
        super().__init__(wrong.value)
        self.wrong = wrong
        self.detail = detail


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("januari january jan", "februari february feb", "mac march mar", "april apr", "mei may", "jun june",
         "julai july jul", "ogos august aug ogo", "september sept sep", "oktober october okt oct",
         "november nov", "disember december dis dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{2}|\d{4})$")
_WORDED = re.compile(r"(?:(\d{1,2})(?:hb|st|nd|rd|th)?\s+)?([a-z]+)\.?,?\s+(\d{2}|\d{4})$")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)
_SHORTENERS = frozenset(
    {"bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "cutt.ly", "rebrand.ly", "shorturl.at", "rb.gy",
     "s.id", "lnkd.in", "fb.watch"}
)  # fmt: skip
_CHATS = re.compile(r"^(?:wa\.me|chat\.whatsapp\.com|web\.whatsapp\.com|web\.telegram\.org)$")
_ALIASES = {
    "penang": State.PULAU_PINANG, "p pinang": State.PULAU_PINANG, "malacca": State.MELAKA, "n9": State.NEGERI_SEMBILAN,
    "n sembilan": State.NEGERI_SEMBILAN, "kl": State.KUALA_LUMPUR, "wp kuala lumpur": State.KUALA_LUMPUR,
    "johore": State.JOHOR, "wp labuan": State.LABUAN, "wp putrajaya": State.PUTRAJAYA, "trengganu": State.TERENGGANU,
    "johor darul takzim": State.JOHOR, "kelate": State.KELANTAN, "jb": State.JOHOR, "sel": State.SELANGOR,
}  # fmt: skip
_STATES = {state.value.replace("-", " "): state for state in State} | _ALIASES
_ELECTION = re.compile(r"^(federal|state|by-election|pru\d{1,2}|pr[nk](-[a-z0-9]+)+-\d{4})$")


def read_date(text: str, today: date) -> str:
    """A day, month or year in the past, as Malaysians write it, in the form of entries (2026-08-31, 2026-08, 2026).

    Days come before months: 3/4/2026 is 3 April.

    Raises:
        TypedValueError: it is none, or none that can be.
    """
    year, month, day = _date_parts(text)
    if year < EARLIEST_YEAR:
        raise TypedValueError(Wrong.TOO_EARLY, year=str(EARLIEST_YEAR))
    first_day = _day(year, month or 1, day or 1)
    if first_day > today:
        raise TypedValueError(Wrong.IN_THE_FUTURE)
    return "-".join([f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])])


def read_coming_day(text: str, today: date) -> str:
    """A day that is not over yet, as `read_date` reads it.

    Raises:
        TypedValueError: it is none.
    """
    year, month, day = _date_parts(text)
    if not month or not day:
        raise TypedValueError(Wrong.DAY_NEEDED)
    read = _day(year, month, day)
    if read < today:
        raise TypedValueError(Wrong.ALREADY_PAST)
    return read.isoformat()


def read_sources(text: str) -> list[str]:
    """One to five addresses of pages that anybody can open, each on a line or after a blank.

    Raises:
        TypedValueError: one of them is none; which, is named.
    """
    addresses = text.split()
    if not addresses:
        raise TypedValueError(Wrong.EMPTY)
    if len(addresses) > MAX_SOURCES:
        raise TypedValueError(Wrong.TOO_MANY_SOURCES, count=len(addresses), limit=MAX_SOURCES)
    for address in addresses:
        _check_address(address)
    repeated = next((one for one in addresses if addresses.count(one) > 1), None)
    if repeated:
        raise TypedValueError(Wrong.REPEATED_SOURCE, word=_quoted(repeated))
    return addresses


def read_states(text: str) -> list[State]:
    """States by name or by what people call them, with commas, "and" or "dan" between them.

    Raises:
        TypedValueError: one is unknown; the nearest name is suggested.
    """
    names = [name.strip() for name in re.split(r"[,;/\n]|\bdan\b|\band\b|&", text.lower()) if name.strip()]
    if not names:
        raise TypedValueError(Wrong.EMPTY)
    return list(dict.fromkeys(_state(name) for name in names))


def read_election(text: str) -> str:
    """An election in the form of entries: "PRU 15", "PRN Johor 2026", "GE15" and the like.

    Raises:
        TypedValueError: it is none.
    """
    words = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    code = re.sub(r"^(?:pru|ge)-?(\d{1,2})$", r"pru\1", words)
    if not _ELECTION.match(code) or len(code) > 56:
        raise TypedValueError(Wrong.UNKNOWN_ELECTION, word=_quoted(text))
    return code


def slug(text: str, length: int = 48) -> str:
    """An entry's id of a text: its first words in small plain letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    made = ""
    for word in words:
        if len(made) + len(word) + 1 > length:
            break
        made = f"{made}-{word}" if made else word
    return made or (words[0][:length] if words else "semakan")


def _date_parts(text: str) -> tuple[int, int | None, int | None]:
    text = " ".join(text.lower().split())
    if not text:
        raise TypedValueError(Wrong.EMPTY)
    if found := _ISO.match(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.match(text):
        day, month, year = found.groups()
    elif (found := _WORDED.match(text)) and found[2] in _MONTHS:
        day, month, year = found[1], str(_MONTHS[found[2]]), found[3]
    else:
        raise TypedValueError(Wrong.NOT_A_DATE, word=_quoted(text))
    if len(year) == 2:
        raise TypedValueError(Wrong.TWO_DIGIT_YEAR, word=f"20{year}")
    return int(year), int(month) if month else None, int(day) if day else None


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise TypedValueError(Wrong.NO_SUCH_DAY, word=f"{day}/{month}/{year}") from None


def _check_address(address: str) -> None:
    if not _ADDRESS.match(address) or len(address) > 2000:
        raise TypedValueError(Wrong.NOT_AN_ADDRESS, word=_quoted(address))
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    if "." not in host.strip("."):
        raise TypedValueError(Wrong.NOT_AN_ADDRESS, word=_quoted(address))
    if host in _SHORTENERS:
        raise TypedValueError(Wrong.SHORT_LINK, word=host)
    if _CHATS.match(host) or _is_number(host) or re.match(r"https?://t\.me/c/", address):
        raise TypedValueError(Wrong.PRIVATE_PAGE, word=_quoted(address))


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _state(name: str) -> State:
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", name).split())
    if plain in _STATES:
        return _STATES[plain]
    near = get_close_matches(plain, _STATES, n=1, cutoff=0.7)
    raise TypedValueError(Wrong.UNKNOWN_STATE, word=_quoted(name), near=near[0].title() if near else "")


def _quoted(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
