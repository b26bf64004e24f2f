"""The words of entries: what a verdict needs, Malaysian Malay, and nothing private."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.entry import FactCheck, Verdict
from knowledge.errors import ListFileError
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.listed import Listed
from knowledge.inspection.tables import rows, shipped
from knowledge.text.language import Language

_ROLES = ("supports", "opposes")
_IC_NUMBER = re.compile(r"(?<!\d)\d{6}[- ]?(?:0[1-9]|[1-9]\d)[- ]?\d{4}(?!\d)")
_MOBILE_NUMBER = re.compile(r"(?<!\d)(?:\+?6)?01[0-46-9][- ]?\d{3,4}[- ]?\d{4}(?!\d)")
_PRIVATE_MAIL = re.compile(r"[\w.+-]+@(?:gmail|yahoo|hotmail|outlook|icloud|proton(?:mail)?)\.[a-z.]+", re.IGNORECASE)
_PRIVATE = (("an IC number", _IC_NUMBER), ("a mobile number", _MOBILE_NUMBER), ("a private address", _PRIVATE_MAIL))


@dataclass(frozen=True)
class VerdictWords:
    """What a summary in one language says when a verdict is right, and what it never says then."""

    supports: re.Pattern[str]
    opposes: re.Pattern[str] | None


def verdict_support(listed: Listed) -> Iterator[Finding]:
    """A summary has words that carry the verdict, and none that speak against it."""
    entry = listed.entry
    if not isinstance(entry, FactCheck) or not listed.is_published:
        return
    for language in entry.languages():
        words = verdict_words(language)[entry.verdict]
        yield from _unsupported(entry, language, words, entry.summary(language) or "")


def _unsupported(entry: FactCheck, language: Language, words: VerdictWords, text: str) -> Iterator[Finding]:
    mend = "Word the summary as the source does, or change the verdict."
    against = words.opposes.search(text) if words.opposes else None
    if against:
        problem = f"Its verdict is {entry.verdict.value}, but its summary in {language.value} says {against[0]!r}."
        yield Finding(Rule.VERDICT_UNSUPPORTED, entry.id, problem, mend)
    elif not words.supports.search(text):
        problem = f"Nothing in its summary in {language.value} says that the claim is {entry.verdict.value}."
        yield Finding(Rule.VERDICT_UNSUPPORTED, entry.id, problem, mend)


@cache
def verdict_words(language: Language) -> dict[Verdict, VerdictWords]:
    """The words for each verdict in a language.

    Raises:
        ListFileError: the list is damaged, or has no words for a verdict.
    """
    source = shipped(f"verdict_words_{language.value}.tsv")
    phrases: dict[tuple[str, str], list[str]] = {}
    for number, (verdict, role, words) in rows(source, ("verdict", "supports or opposes", "words")):
        if verdict not in list(Verdict) or role not in _ROLES:
            raise ListFileError(f"{source.name}, line {number}: {verdict} {role} is not a verdict and a role.")
        phrases.setdefault((verdict, role), []).extend(word.strip() for word in words.split(","))
    missing = [verdict.value for verdict in Verdict if (verdict.value, "supports") not in phrases]
    if missing:
        raise ListFileError(f"{source.name} has no words for {', '.join(missing)}.")
    return {
        verdict: VerdictWords(
            any_of(phrases[verdict, "supports"]),
            any_of(phrases[verdict, "opposes"]) if (verdict.value, "opposes") in phrases else None,
        )
        for verdict in Verdict
    }


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole words; a star at an end of a phrase stands for any letters."""
    written = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def malaysian(listed: Listed) -> Iterator[Finding]:
    """No Indonesian spelling or word stands where Malaysians use another."""
    pattern, instead = _indonesian()
    for field, text in listed.texts(Language.MS):
        for found in dict.fromkeys(match[0] for match in pattern.finditer(text)):
            problem = f"{field} has {found!r}, which is Indonesian."
            mend = f"Malaysians write {instead[found.casefold()]!r}."
            yield Finding(Rule.INDONESIAN, listed.entry.id, problem, mend)


@cache
def _indonesian() -> tuple[re.Pattern[str], dict[str, str]]:
    instead = {word: malay for _, (word, malay) in rows(shipped("indonesian.tsv"), ("Indonesian", "Malaysian"))}
    return any_of(instead), instead


def private_data(listed: Listed) -> Iterator[Finding]:
    """No text holds a person's number or address; those that bodies publish for the public are listed."""
    for language in Language:
        for field, text in listed.texts(language):
            for what, pattern in _PRIVATE:
                for match in pattern.finditer(text):
                    if _digits(match[0]) not in _public_numbers():
                        problem = f"{field} holds what looks like {what}: {match[0]}."
                        mend = "Take it out; a body's own public number goes into public_numbers.tsv."
                        yield Finding(Rule.PRIVATE_DATA, listed.entry.id, problem, mend)


@cache
def _public_numbers() -> frozenset[str]:
    listed = rows(shipped("public_numbers.tsv"), ("number", "whose", "published at"))
    return frozenset(_digits(number) for _, (number, _, _) in listed)


def _digits(text: str) -> str:
    """The number without what people write between digits, and without the country's prefix."""
    return re.sub(r"[^\w@.]", "", text).removeprefix("60").removeprefix("0").casefold()
