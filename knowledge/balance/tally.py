"""How balanced the published fact-checks are, and how much of what people ask they cover. Pure counting."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from knowledge.entry import FactCheck, Verdict
from knowledge.store.demand import Asking, Fate, TipFate

UNDATED: Final = ""
"""The month of what has no review date, or only a year."""
_REPORTED: Final = re.compile(r"\s*(?:,|;|\bvia\b|\bciting\b|\breported by\b).*", re.DOTALL)
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
_SPEAKER: Final = re.compile(
    r"(?:'s)?\s+(?:statement|report|denial|fact.?check|secretary|(?:deputy )?chair(?:man|person)|officer)\b.*",
    re.IGNORECASE,
)

Verdicts = Counter[Verdict]


@dataclass(frozen=True)
class Coverage:
    """What was asked in a month: by people who got an entry, and by tips with what became of them."""

    shown: int
    answered: int
    closed: int
    open: int

    @property
    def share(self) -> float | None:
        """How much of it got an answer, 0 to 1; None when nothing was asked. What is closed counts on neither side."""
        asked = self.shown + self.answered + self.open
        return (self.shown + self.answered) / asked if asked else None


@dataclass(frozen=True)
class Balance:
    """Verdicts by topic, by publisher and by month of the review, each in its order; and what was asked.

    Attributes:
        by_topic: the topics, most fact-checks first.
        by_publisher: who checked, most first.
        by_month: YYYY-MM, oldest first; `UNDATED` last.
        asked_by_topic: how often people were shown an entry of a topic.
        coverage: by month, oldest first.
    """

    by_topic: Mapping[str, Verdicts]
    by_publisher: Mapping[str, Verdicts]
    by_month: Mapping[str, Verdicts]
    asked_by_topic: Mapping[str, int]
    coverage: Mapping[str, Coverage]

    @property
    def total(self) -> Verdicts:
        """All verdicts."""
        return sum(self.by_topic.values(), Counter())

    @property
    def all_coverage(self) -> Coverage:
        """What was asked in all months together."""
        months = self.coverage.values()
        return Coverage(
            *(sum(getattr(month, name) for month in months) for name in ("shown", "answered", "closed", "open"))
        )


def balance(entries: Sequence[FactCheck], askings: Sequence[Asking], tips: Sequence[TipFate]) -> Balance:
    """Count published fact-checks, what people were shown, and tips."""
    topics = {entry.id: entry.topic.value for entry in entries}
    asked = Counter(topics[asking.entry_id] for asking in askings if asking.entry_id in topics)
    months = _counted((_month(entry), entry.verdict) for entry in entries)
    return Balance(
        by_topic=_most_first(_counted((entry.topic.value, entry.verdict) for entry in entries)),
        by_publisher=_most_first(_counted((checker(entry.publisher), entry.verdict) for entry in entries)),
        by_month={month: months[month] for month in sorted(months, key=lambda month: month or "9999-99")},
        asked_by_topic=asked,
        coverage=_coverage(askings, tips),
    )


def checker(publisher: str) -> str:
    """Who checked, without who reported it and who spoke: "SPR statement, reported by Bernama" is SPR.

    The first name of the text, as people wrote it: two spellings of one body stay two.
    """
    first = _SPEAKER.sub("", _ASIDE.sub("", _REPORTED.sub("", publisher))).strip()
    return first or publisher


def _month(entry: FactCheck) -> str:
    return entry.review_date[:7] if entry.review_date and len(entry.review_date) >= len("2026-08") else UNDATED


def _counted(pairs: Iterable[tuple[str, Verdict]]) -> dict[str, Verdicts]:
    found: dict[str, Verdicts] = defaultdict(Counter)
    for key, verdict in pairs:
        found[key][verdict] += 1
    return dict(found)


def _most_first(found: Mapping[str, Verdicts]) -> dict[str, Verdicts]:
    return {key: found[key] for key in sorted(found, key=lambda key: (-found[key].total(), key))}


def _coverage(askings: Sequence[Asking], tips: Sequence[TipFate]) -> dict[str, Coverage]:
    shown = Counter(asking.month for asking in askings)
    fates = Counter((tip.month, tip.fate) for tip in tips)
    months = sorted({*shown, *(month for month, _ in fates)})
    return {
        month: Coverage(shown[month], *(fates[month, fate] for fate in (Fate.ANSWERED, Fate.CLOSED, Fate.OPEN)))
        for month in months
    }
