"""What a file brings that is known already: by its page for certain, by its words perhaps."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from knowledge.entry import FactCheck, Guideline, QuizItem, Verdict
from knowledge.matching import Match
from knowledge.store.entry_store import StoredEntry
from knowledge.store.url_key import normalised_url
from knowledge.text.language import Language
from knowledge.transfer.checking import AnyEntry
from knowledge.transfer.reading import ReadResult

Search = Callable[[str], Sequence[Match]]
LIKELY: Final = 0.3
"""From this probability on an entry is named as a likely duplicate: people decide, and a glance costs little."""


@dataclass(frozen=True)
class KnownReview:
    """A review whose page an entry rests on already, and the review's verdict where that differs from the entry's."""

    line: int
    entry_id: str
    other_verdict: Verdict | None


@dataclass(frozen=True)
class Alike:
    """A new entry that may be known already: from the same page (probability 1), or by its words."""

    line: int
    entry_id: str
    known_id: str
    probability: float
    same_page: bool


def without_known_reviews(
    read: ReadResult, stored: Mapping[str, StoredEntry]
) -> tuple[ReadResult, tuple[KnownReview, ...]]:
    """Take out the reviews that entries rest on already: by id, or as the only review of a page in file and database.

    A page with several reviews is told apart by the claims' words, which is what the reviews' ids are made of.
    """
    by_page = _by_page(stored.values())
    in_file = Counter(normalised_url(entry.source_url) for entry, _ in read.items if entry.id in read.reviews)
    known: dict[str, KnownReview] = {}
    for entry, _ in read.items:
        if entry.id not in read.reviews or not isinstance(entry, FactCheck):
            continue
        page = normalised_url(entry.source_url)
        there = by_page[page]
        same = entry.id if entry.id in there else _same_claim(entry, there)
        if same is None and in_file[page] == len(there) == 1:
            (same,) = there
        if same is not None:
            differs = entry.verdict if there[same].verdict is not entry.verdict else None
            known[entry.id] = KnownReview(read.lines[entry.id], same, differs)
    items = [item for item in read.items if item[0].id not in known]
    return replace(read, items=items), tuple(known.values())


def _by_page(stored: Iterable[StoredEntry]) -> dict[str, dict[str, FactCheck]]:
    found: dict[str, dict[str, FactCheck]] = defaultdict(dict)
    for each in stored:
        if isinstance(each.entry, FactCheck):
            for url in (each.entry.source_url, *each.entry.more_sources):
                found[normalised_url(url)][each.entry.id] = each.entry
    return found


def _same_claim(entry: FactCheck, there: Mapping[str, FactCheck]) -> str | None:
    for language in Language:
        claim = entry.claim(language)
        for entry_id, other in there.items():
            if claim and _folded(claim) == _folded(other.claim(language) or ""):
                return entry_id
    return None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def find_alike(
    fresh: Sequence[AnyEntry], lines: Mapping[str, int], stored: Mapping[str, StoredEntry], search: Search | None
) -> Iterator[Alike]:
    """For each new entry the stored ones from its page or, failing that, the one most like it."""
    pages: dict[str, list[str]] = defaultdict(list)
    for each in stored.values():
        pages[normalised_url(each.entry.source_url)].append(each.entry.id)
    for entry in fresh:
        if isinstance(entry, QuizItem):
            continue
        same_page = pages[normalised_url(entry.source_url)]
        if isinstance(entry, FactCheck) and same_page:
            yield from (Alike(lines[entry.id], entry.id, known_id, 1.0, same_page=True) for known_id in same_page)
        elif search is not None:
            best = max(_matches(entry, search), key=lambda match: match.probability, default=None)
            if best is not None and best.probability >= LIKELY:
                yield Alike(lines[entry.id], entry.id, best.entry.id, best.probability, same_page=False)


def _matches(entry: FactCheck | Guideline, search: Search) -> Iterator[Match]:
    for language in Language:
        heading = entry.claim(language) if isinstance(entry, FactCheck) else entry.title(language)
        if heading:
            yield from search(heading)
