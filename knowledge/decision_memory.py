"""Decisions that were made already: viral claims are sent again and again, word for word."""

from collections import OrderedDict

from knowledge.entry import EntryKind
from knowledge.matching import MatchDecision

REMEMBERED = 2048
"""How many decisions are kept."""


class DecisionMemory:
    """Decisions by message and kinds, until an entry changes. Not locked: the retriever takes turns."""

    def __init__(self) -> None:
        self._decided: OrderedDict[tuple[str, frozenset[EntryKind]], MatchDecision] = OrderedDict()
        self.changes = 0

    def recall(self, text: str, kinds: frozenset[EntryKind]) -> MatchDecision | None:
        """What was decided of a message."""
        return self._decided.get((text, kinds))

    def keep(self, text: str, kinds: frozenset[EntryKind], decision: MatchDecision, changes: int) -> None:
        """Keep a decision; the oldest goes when there are too many.

        Args:
            text: the message.
            kinds: what was looked for.
            decision: what was decided.
            changes: the number of changes before it was made: if there was one since, it is not kept.
        """
        if changes == self.changes:
            self._decided[text, kinds] = decision
            if len(self._decided) > REMEMBERED:
                self._decided.popitem(last=False)

    def forget(self) -> None:
        """Forget all of them, for something changed that they rest on."""
        self._decided.clear()
        self.changes += 1
