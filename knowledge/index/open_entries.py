"""The entries that searches looked at last, ready to be compared."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from knowledge.alignment import TermRows
from knowledge.heading_cover import HeadingKeys
from knowledge.index.term_vectors import TermVectors
from knowledge.profile import Profile

MOST_OPEN = 2_048
"""How many are kept: more than the seed has, so that there none is read twice."""


@dataclass(frozen=True)
class EntryRows:
    """An entry's terms as rows of the term table, good for one generation of it."""

    generation: int
    terms: TermRows
    headings: HeadingKeys

    @classmethod
    def of(cls, profile: Profile, table: TermVectors) -> "EntryRows":
        """Look an entry's terms up; new ones get rows."""
        terms = TermRows.of(
            [table.rows(heading.different) for heading in profile.headings],
            table.rows(profile.rest),
            [table.rows(other.different) for other in profile.look_alikes],
        )
        headings = HeadingKeys.of(
            [np.unique(table.numbers(table.rows(heading.different))) for heading in profile.headings]
        )
        return cls(table.generation, terms, headings)


class OpenEntries:
    """Profiles and rows by document number; the one that was not asked for longest goes first.

    Args:
        read: gives the profile of a number.
        table: the term table.
        most: how many are kept.
    """

    def __init__(self, read: Callable[[int], Profile], table: TermVectors, most: int = MOST_OPEN) -> None:
        self._read = read
        self._table = table
        self._most = most
        self._profiles: OrderedDict[int, Profile] = OrderedDict()
        self._rows: dict[int, EntryRows] = {}

    def __len__(self) -> int:
        return len(self._profiles)

    @property
    def is_full(self) -> bool:
        """Whether another would take the place of one."""
        return len(self._profiles) >= self._most

    def put(self, number: int, profile: Profile) -> None:
        """Keep an entry that is at hand."""
        self._profiles[number] = profile
        self._profiles.move_to_end(number)
        if len(self._profiles) > self._most:
            oldest, _ = self._profiles.popitem(last=False)
            self._rows.pop(oldest, None)

    def drop(self, number: int) -> None:
        """Forget an entry."""
        self._profiles.pop(number, None)
        self._rows.pop(number, None)

    def profile(self, number: int) -> Profile:
        """The profile of a number, read if it is not at hand."""
        found = self._profiles.get(number)
        if found is None:
            found = self._read(number)
            self.put(number, found)
        else:
            self._profiles.move_to_end(number)
        return found

    def rows(self, number: int) -> EntryRows:
        """The rows of a number's terms."""
        found = self._rows.get(number)
        if found is None or found.generation != self._table.generation:
            found = self._rows[number] = EntryRows.of(self.profile(number), self._table)
        return found
