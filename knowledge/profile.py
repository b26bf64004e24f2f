"""An entry as matching sees it: its terms, names and numbers, read once when it is indexed."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field, TypeAdapter

from knowledge.claim_pairs import ClaimPairs
from knowledge.entry import FactCheck, Guideline
from knowledge.facts import Facts, facts_of, join_facts
from knowledge.passage import Passage, PassageRole, passages_of
from knowledge.polarity import Turns
from knowledge.text.analysis import Analysis, Term, analyse

HEADING_COPIES = 2
"""How often the heading's terms count in the entry's document: a claim tells more of its entry than a summary."""


@dataclass(frozen=True)
class Profile:
    """What an entry says.

    `headings` are the claim or title and its other wordings, one reading each; `rest` are the terms of the other
    texts, each once; `document` is what the lexical index counts, and `document_terms` its different terms;
    `look_alikes` are claims that sound like it and are others;
    `heading_facts` is what each heading names and counts, and `all_facts` what all texts together do.
    """

    entry: FactCheck | Guideline
    passages: tuple[Passage, ...]
    headings: tuple[Analysis, ...]
    rest: tuple[Term, ...]
    document: tuple[str, ...]
    document_terms: frozenset[str]
    look_alikes: tuple[Analysis, ...]
    heading_facts: tuple[Facts, ...]
    all_facts: Facts

    @property
    def passage_order(self) -> list[int]:
        """The passages' places in the order of `headings`, then the bodies': they come by language, headings do not."""
        roles = list(PassageRole)
        return sorted(range(len(self.passages)), key=lambda at: roles.index(self.passages[at].role))

    @cached_property
    def heading_names(self) -> frozenset[str]:
        """Every name that a heading says or implies."""
        return frozenset().union(*(facts.everything for facts in self.heading_facts))

    @cached_property
    def headings_with(self) -> dict[str, tuple[int, ...]]:
        """Which headings, by their place, have a term."""
        found: dict[str, list[int]] = {}
        for place, heading in enumerate(self.headings):
            for term in heading.places:
                found.setdefault(term, []).append(place)
        return {term: tuple(places) for term, places in found.items()}

    @cached_property
    def heading_turns(self) -> tuple[Turns, ...]:
        """How its headings turn, each way once."""
        return tuple({frozenset(facts.turns.items()): facts.turns for facts in self.heading_facts}.values())

    @cached_property
    def pairs(self) -> ClaimPairs:
        """The pairs of words of its headings, then of its look-alikes."""
        return ClaimPairs.of((*self.headings, *self.look_alikes))


_FINDABLE: TypeAdapter[FactCheck | Guideline] = TypeAdapter(
    Annotated[FactCheck | Guideline, Field(discriminator="kind")]
)


def entry_from_json(text: bytes) -> FactCheck | Guideline:
    """Read what `model_dump_json` wrote of an entry."""
    return _FINDABLE.validate_json(text)


def profile_of(entry: FactCheck | Guideline) -> Profile:
    """Read an entry."""
    passages = tuple(passages_of(entry))
    texts = {role: [passage.text for passage in passages if passage.role is role] for role in PassageRole}
    claims = tuple(map(analyse, texts[PassageRole.HEADING]))
    wordings = tuple(map(analyse, texts[PassageRole.WORDING]))
    headings = claims + wordings
    bodies = tuple(map(analyse, texts[PassageRole.BODY]))
    extra = analyse(" . ".join(entry.entities)) if isinstance(entry, FactCheck) else analyse(entry.owner)
    implied = tuple(
        f"@{name}"
        for name in sorted(frozenset().union(*(heading.implied for heading in headings)))
        if not name.startswith("year ")
    )
    document = (
        *(term for reading in (*claims * HEADING_COPIES, *wordings, *bodies, extra) for term in reading.terms),
        *implied,
    )
    heading_facts = tuple(facts_of(reading) for reading in headings)
    dates = facts_of(analyse(" ".join(_years(entry)))) if isinstance(entry, FactCheck) else Facts()
    return Profile(
        entry=entry,
        passages=passages,
        headings=headings,
        rest=tuple(dict.fromkeys(unit for reading in (*bodies, extra) for unit in reading.units)),
        document=document,
        document_terms=frozenset(document),
        look_alikes=tuple(map(analyse, entry.look_alikes)) if isinstance(entry, FactCheck) else (),
        heading_facts=heading_facts,
        all_facts=join_facts([*heading_facts, *map(facts_of, bodies), facts_of(extra), dates]),
    )


def _years(entry: FactCheck) -> list[str]:
    """The years in which the claim went round and was checked: a message may name either."""
    return [day[:4] for day in (entry.claim_date, entry.review_date) if day]
