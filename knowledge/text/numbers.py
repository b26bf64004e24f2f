"""Numbers, money and dates in their many spellings, as comparable values."""

import re
from dataclasses import dataclass, field

from knowledge.text.lexicon import approximations, months, number_words

_MONEY = re.compile(r"^(?:rm|us\$|usd|\$)\s?(\d[\d,]*(?:\.\d+)?)([a-z]*)$")
_PLAIN = re.compile(r"^(\d[\d,]*(?:\.\d+)?)([a-z]*)(%?)$")
_SLASHED = re.compile(r"^(\d{1,2})(?:[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?|\.(\d{1,2})\.(\d{2}|\d{4}))$")
_SCALES = {"k": 1e3, "ribu": 1e3, "m": 1e6, "mil": 1e6, "juta": 1e6, "j": 1e6, "b": 1e9, "bil": 1e9, "bilion": 1e9}
_DAY_SUFFIXES = {"hb", "st", "nd", "rd", "th"}
_BEFORE_MONTHS = frozenset(["bulan", "bln", "pada", "hingga", "sejak", "mulai", "in", "since", "until", "of", "from"])
_FIRST_YEAR, _LAST_YEAR, _LAST_DAY = 1900, 2099, 31
_REACH = 2  # "lebih daripada 300": how far before its number an approximation stands
# Alone, these say "many", not a number.
_SCALE_ONLY = frozenset(
    ["puluh", "ratus", "ribu", "juta", "bilion", "billion", "trilion", "trillion", "million", "thousand", "hundred"]
)


@dataclass(frozen=True)
class Numbers:
    """What a text counts and dates, as comparable keys.

    `amounts` are in ringgit; `days` are "day" or "day-month"; `months` are those named without a day ("Mac 2023");
    `numbers` is whatever is none of the others; `rough` are those of `numbers` and `amounts` that are only roughly so
    ("lebih 300", "nearly RM1,000").
    """

    numbers: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    rough: frozenset[str] = frozenset()

    def terms(self) -> list[str]:
        """The keys as index terms, each marked by its kind."""
        marked = (("#", self.numbers), ("rm#", self.amounts), ("year#", self.years), ("day#", self.days))
        return [mark + key for mark, keys in marked for key in sorted(keys)]


def _key(value: float) -> str:
    return f"{value:.10g}"


def _value(digits: str, suffix: str) -> float:
    return float(digits.replace(",", "")) * _SCALES.get(suffix, 1.0)


def _spelled(words: list[str], at: int) -> tuple[float, int] | None:
    """The value of number words from `at`, and how many words it took; None if there is none."""
    table, taken = number_words(), 0
    total = below_thousand = below_ten = 0.0
    while at + taken < len(words) and words[at + taken] in table:
        role, value = table[words[at + taken]]
        if role == "unit":
            below_ten += value
        elif role == "teen":
            below_ten += 10
        elif value < 1000:
            below_thousand, below_ten = below_thousand + max(below_ten, 1.0) * value, 0.0
        else:
            total, below_thousand, below_ten = total + max(below_thousand + below_ten, 1.0) * value, 0.0, 0.0
        taken += 1
    return (total + below_thousand + below_ten, taken) if taken else None


@dataclass
class _Found:
    numbers: set[str] = field(default_factory=set)
    amounts: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    months: set[str] = field(default_factory=set)
    rough: set[str] = field(default_factory=set)

    def counted(self) -> set[str]:
        """The numbers and amounts."""
        return self.numbers | self.amounts


def _read_digits(words: list[str], at: int, found: _Found) -> int:
    """Read the number written in digits at `at`, if there is one; returns how many words it took."""
    after = words[at + 1] if at + 1 < len(words) else ""
    role, scale = number_words().get(after, ("", 1.0))
    is_scaled = role == "scale"
    if money := _MONEY.match(words[at]):
        found.amounts.add(_key(_value(money[1], money[2]) * (scale if is_scaled else 1.0)))
        return 2 if is_scaled else 1
    if slashed := _SLASHED.match(words[at]):
        return _read_slashed(slashed, found)
    plain = _PLAIN.match(words[at])
    if plain is None:
        return 0
    value, suffix = _value(plain[1], plain[2]), plain[2]
    if is_scaled:
        is_money = at + 2 < len(words) and words[at + 2] == "ringgit"
        (found.amounts if is_money else found.numbers).add(_key(value * scale))
        return 2
    if after in ("ringgit", "sen"):
        found.amounts.add(_key(value if after == "ringgit" else value / 100))
    elif after in months() and value <= _LAST_DAY:
        found.days.add(f"{int(value)}-{months()[after]}")
    elif suffix in _DAY_SUFFIXES:
        found.days.add(_key(value))
    elif _FIRST_YEAR <= value <= _LAST_YEAR and "," not in plain[1] and not suffix:
        found.years.add(_key(value))
    else:
        found.numbers.add(_key(value) + plain[3])
    return 1


def _read_slashed(slashed: re.Match[str], found: _Found) -> int:
    month, year = slashed[2] or slashed[4], slashed[3] or slashed[5]
    found.days.add(f"{int(slashed[1])}-{int(month)}")
    if year:
        found.years.add(year if len(year) == 4 else f"20{year}")
    return 1


def _read_words(words: list[str], at: int, found: _Found) -> int:
    """Read the number written in words at `at`, if there is one; returns how many words it took.

    A bare "satu" or "one" is an article more often than a number and is not counted.
    """
    spelled = _spelled(words, at)
    if spelled is None:
        return 0
    value, taken = spelled
    if words[at + taken : at + taken + 1] == ["ringgit"]:
        found.amounts.add(_key(value))
    elif value > 1 and words[at] not in _SCALE_ONLY:
        found.numbers.add(_key(value))
    return taken


def _read_month(words: list[str], at: int, found: _Found) -> int:
    """Read a month named without a day; a word such as "may" or "mac" counts only where a month is expected."""
    number = months().get(words[at])
    if number is None:
        return 0
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    year = _PLAIN.match(after)
    if before in _BEFORE_MONTHS or (year and not year[2] and _FIRST_YEAR <= _value(year[1], "") <= _LAST_YEAR):
        found.months.add(str(number))
    return 1


def find_numbers(words: list[str]) -> Numbers:
    """Read every number in a list of lower-case words."""
    found, at = _Found(), 0
    while at < len(words):
        before = found.counted()
        taken = _read_digits(words, at, found) or _read_words(words, at, found) or _read_month(words, at, found) or 1
        if not approximations().isdisjoint(words[max(0, at - _REACH) : at]):
            found.rough |= found.counted() - before
        at += taken
    sets = (found.numbers, found.amounts, found.years, found.days, found.months, found.rough)
    return Numbers(*map(frozenset, sets))
