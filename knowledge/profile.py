"""An entry as matching sees it: its terms, names and numbers, read once when it is indexed."""

from dataclasses import dataclass

from knowledge.entry import FactCheck, Guideline
from knowledge.passage import Passage, PassageRole, passages_of
from knowledge.text.analysis import Analysis, Term, analyse
from knowledge.text.numbers import Numbers

HEADING_COPIES = 2
"""How often the heading's terms count in the entry's document: a claim tells more of its entry than a summary."""


@dataclass(frozen=True)
class Profile:
    """What an entry says.

    `headings` are the claim or title, one reading per language; `rest` are the terms of everything else, each once;
    `document` is what the lexical index counts; `all_names` and `all_numbers` are of all its texts.
    """

    entry: FactCheck | Guideline
    passages: tuple[Passage, ...]
    headings: tuple[Analysis, ...]
    rest: tuple[Term, ...]
    document: tuple[str, ...]
    all_names: dict[str, frozenset[str]]
    all_numbers: Numbers


def _merge_names(readings: tuple[Analysis, ...]) -> dict[str, frozenset[str]]:
    kinds = {kind for reading in readings for kind in reading.names}
    return {kind: frozenset().union(*(reading.names.get(kind, frozenset()) for reading in readings)) for kind in kinds}


def _merge_numbers(readings: tuple[Analysis, ...]) -> Numbers:
    return Numbers(
        *(
            frozenset().union(*(getattr(reading.numbers, field) for reading in readings))
            for field in ("numbers", "amounts", "years", "days")
        )
    )


def profile_of(entry: FactCheck | Guideline) -> Profile:
    """Read an entry."""
    passages = tuple(passages_of(entry))
    headings = tuple(analyse(passage.text) for passage in passages if passage.role is PassageRole.HEADING)
    bodies = tuple(analyse(passage.text) for passage in passages if passage.role is PassageRole.BODY)
    extra = analyse(" . ".join(entry.entities)) if isinstance(entry, FactCheck) else analyse(entry.owner)
    readings = (*headings, *bodies, extra)
    return Profile(
        entry=entry,
        passages=passages,
        headings=headings,
        rest=tuple(dict.fromkeys(unit for reading in (*bodies, extra) for unit in reading.units)),
        document=tuple(term for reading in (*headings * HEADING_COPIES, *bodies, extra) for term in reading.terms),
        all_names=_merge_names(readings),
        all_numbers=_merge_numbers(readings),
    )
