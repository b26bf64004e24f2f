"""Languages, dates and length: what an entry needs to be shown well."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from knowledge.entry import FactCheck, Guideline, QuizItem
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.listed import Listed
from knowledge.text.language import Language

RenderedSize = Callable[[FactCheck | Guideline, Language], int]
"""How many UTF-16 units Telegram shows of an entry's answer in a language."""

SCREEN = 700
"""UTF-16 units of a whole answer, with verdict, source and note: about one screen of a cheap phone."""

_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")


def languages(listed: Listed) -> Iterator[Finding]:
    """What people see is written in both languages."""
    missing = [language.value for language in Language if language not in listed.entry.languages()]
    if listed.is_published and missing:
        problem = f"It is not written in {' and '.join(missing)}."
        yield Finding(Rule.LANGUAGE_MISSING, listed.entry.id, problem, "Write the missing texts.")


def same_numbers(listed: Listed) -> Iterator[Finding]:
    """Both languages give the same figures."""
    if len(listed.entry.languages()) < len(Language):
        return
    malay, english = (
        {number for _, text in listed.texts(language) for number in _figures(text)} for language in Language
    )
    if malay != english:
        only = [f"only {name}: {', '.join(sorted(found))}" for name, found in _differing(malay, english)]
        problem = f"The figures of the two languages differ ({'; '.join(only)})."
        yield Finding(Rule.LANGUAGES_DIFFER, listed.entry.id, problem, "Make both say the same.")


def _differing(malay: set[str], english: set[str]) -> list[tuple[str, set[str]]]:
    return [(name, found) for name, found in (("ms", malay - english), ("en", english - malay)) if found]


def _figures(text: str) -> set[str]:
    """The figures of three characters and more; smaller ones are often words in the other language (ten, noon)."""
    found = {re.sub(r"[,:]", "", number).rstrip(".") for number in _NUMBER.findall(text)}
    return {number for number in found if len(number) > 2}


def dates(listed: Listed, today: date) -> Iterator[Finding]:
    """A published fact-check or guideline says when; nothing was reviewed in the future or before its claim."""
    entry = listed.entry
    if listed.is_published and _is_undated(entry):
        mend = "Write review_date or claim_date." if isinstance(entry, FactCheck) else "Write as_of."
        yield Finding(Rule.DATE_MISSING, entry.id, "It says nowhere from when it is.", mend)
    for field, value in _given_dates(entry):
        if value > today.isoformat()[: len(value)]:
            problem = f"{field} is {value}, which is yet to come."
            yield Finding(Rule.DATE_IMPOSSIBLE, entry.id, problem, "Correct the date.")
    if isinstance(entry, FactCheck) and entry.claim_date and entry.review_date:
        shared = min(len(entry.claim_date), len(entry.review_date))
        if entry.review_date[:shared] < entry.claim_date[:shared]:
            problem = f"It was reviewed ({entry.review_date}) before it was claimed ({entry.claim_date})."
            yield Finding(Rule.DATE_IMPOSSIBLE, entry.id, problem, "Correct one of the two.")


def _is_undated(entry: FactCheck | Guideline | QuizItem) -> bool:
    if isinstance(entry, FactCheck):
        return entry.claim_date is None and entry.review_date is None
    return isinstance(entry, Guideline) and entry.as_of is None


def _given_dates(entry: FactCheck | Guideline | QuizItem) -> Iterator[tuple[str, str]]:
    for field in ("claim_date", "review_date", "as_of", "checked_at"):
        value = getattr(entry, field, None)
        if value is not None:
            yield field, value


def length(listed: Listed, rendered_size: RenderedSize) -> Iterator[Finding]:
    """An answer fits one screen, in either language."""
    entry = listed.entry
    if isinstance(entry, QuizItem) or not listed.is_published:
        return
    for language in entry.languages():
        size = rendered_size(entry, language)
        if size > SCREEN:
            problem = f"Its answer in {language.value} has {size} characters; a screen holds {SCREEN}."
            yield Finding(Rule.TOO_LONG, entry.id, problem, f"Shorten it by {size - SCREEN}.")
