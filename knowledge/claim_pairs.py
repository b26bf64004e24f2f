"""The pairs of words of several claims, so that a message's are counted in all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.analysis import Analysis


@dataclass(frozen=True)
class ClaimPairs:
    """Which claims, by their place, have a pair of words in this order, and how many different pairs each has."""

    claims_of: dict[tuple[str, str], tuple[int, ...]]
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, claims: Sequence[Analysis]) -> "ClaimPairs":
        """Those of these claims."""
        found: dict[tuple[str, str], list[int]] = {}
        for place, claim in enumerate(claims):
            for pair in claim.pairs:
                found.setdefault(pair, []).append(place)
        return cls({pair: tuple(places) for pair, places in found.items()}, tuple(len(claim.pairs) for claim in claims))

    def likeness(self, message: Analysis) -> list[float]:
        """Dice's coefficient of a message's pairs and each claim's, 0 to 1."""
        shared = [0] * len(self.sizes)
        for pair in message.pairs:
            for place in self.claims_of.get(pair, ()):
                shared[place] += 1
        said = len(message.pairs)
        return [2.0 * both / max(1, said + size) for both, size in zip(shared, self.sizes, strict=True)]
