"""What there is: published entries counted by what they are about, who says it and when."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from knowledge.entry import FactCheck, Guideline, QuizItem, Status, Verdict
from knowledge.inspection.listed import Listed
from knowledge.inspection.tables import rows, shipped
from knowledge.text.language import Language

Table = list[tuple[str, ...]]
"""A heading and rows of cells."""

UNDATED = "undated"
_SMALLEST = 3
_BODIES = re.compile(r"(?:AFP|Bernama MyCheck|Bersih|JPN|KKM|MCMC|MKN|MetMalaysia|PDRM|SPRM|SPR|The Star)\b")


def statuses(entries: Sequence[Listed]) -> Table:
    """Kinds against statuses, with how many published ones were read twice, and how."""
    table: Table = [("", "published", "confirmed", "corrected", "not read twice", "pending", "withdrawn")]
    for kind in dict.fromkeys(listed.entry.kind for listed in entries):
        mine = [listed for listed in entries if listed.entry.kind is kind]
        seen = [listed.entry for listed in mine if listed.is_published]
        results = Counter(entry.check_result.value for entry in seen if entry.is_read_twice() and entry.check_result)
        unread = sum(not entry.is_read_twice() for entry in seen)
        waiting, gone = (
            sum(listed.status is status for listed in mine) for status in (Status.PENDING, Status.WITHDRAWN)
        )
        counts = (len(seen), results["confirmed"], results["corrected"], unread, waiting, gone)
        table.append((kind.value, *map(str, counts)))
    return table


def checks_by(name: str, entries: Iterable[FactCheck], key: Callable[[FactCheck], Iterable[str]]) -> Table:
    """Fact-checks by something, most first, and how many of them found what; one may count in several rows."""
    counts: dict[str, Counter[Verdict]] = {}
    for entry in entries:
        for value in key(entry):
            counts.setdefault(value, Counter())[entry.verdict] += 1
    shown = [verdict for verdict in Verdict if any(count[verdict] for count in counts.values())]
    ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    table: Table = [(name, "all", *(verdict.value for verdict in shown))]
    table += [
        (value, str(count.total()), *(str(count[verdict] or "") for verdict in shown)) for value, count in ordered
    ]
    return table


def counted(name: str, values: Iterable[str], *, smallest: int = 1) -> Table:
    """Values with how often they occur, most first; those rarer than `smallest` in one row together."""
    counts = Counter(values)
    often = sorted((item for item in counts.items() if item[1] >= smallest), key=lambda item: (-item[1], item[0]))
    rare = [count for count in counts.values() if count < smallest]
    table: Table = [(name, "entries"), *((value, str(count)) for value, count in often)]
    if rare:
        table.append((f"{len(rare)} others, fewer than {smallest} each", str(sum(rare))))
    return table


def publishers(entries: Iterable[FactCheck]) -> Table:
    """Who says so, without by whom it was reported."""
    return counted("publisher", (_first_named(entry.publisher) for entry in entries), smallest=_SMALLEST)


def owners(entries: Iterable[Guideline]) -> Table:
    """Whose rule or service it is."""
    return counted("owner", (entry.owner for entry in entries), smallest=_SMALLEST)


def subjects(entries: Iterable[QuizItem]) -> Table:
    """What quiz items train."""
    return counted("skill or topic", (entry.skill_or_topic for entry in entries), smallest=_SMALLEST)


def waiting(entries: Iterable[Listed]) -> Table:
    """What is pending, and why."""
    pending = [listed.entry for listed in entries if listed.status is Status.PENDING]
    ordered = sorted(pending, key=lambda entry: (entry.kind.value, entry.id))
    table: Table = [("entry", "kind", "why it is pending")]
    return table + [(entry.id, entry.kind.value, entry.pending_reason or "no reason given") for entry in ordered]


def year_of(entry: FactCheck) -> str:
    """The year of the review, or of the claim when the review has none."""
    return (entry.review_date or entry.claim_date or UNDATED)[: len(UNDATED)].split("-")[0]


def parties_in(entry: FactCheck) -> list[str]:
    """The parties and coalitions that the claim, the summary or the entities name."""
    texts = [entry.claim(language) or "" for language in Language] + [
        entry.summary(language) or "" for language in Language
    ]
    whole = "\n".join((*texts, *entry.entities))
    return [party for party, pattern in _parties() if pattern.search(whole)]


def _first_named(publisher: str) -> str:
    """The body that says so; its offices, branches and officers count as the body."""
    first = re.split(r",| \(| via | / |'s statement| statement", publisher)[0].strip()
    body = _BODIES.match(first)
    return body[0] if body else first


@cache
def _parties() -> list[tuple[str, re.Pattern[str]]]:
    listed = rows(shipped("parties.tsv"), ("party", "how it is written"))
    return [(party, _written(names.split(","))) for _, (party, names) in listed]


def _written(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(name.strip()) for name in names)})\b")
