"""How sure a measured rate is."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959964


@dataclass(frozen=True)
class Rate:
    """How often something happened: `hits` of `n`."""

    hits: int
    n: int

    @property
    def share(self) -> float:
        """`hits / n`; 0 of nothing is 0."""
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % score interval (Wilson, "Probable Inference", JASA 22, 1927); 0 to 1 of nothing."""
        if not self.n:
            return 0.0, 1.0
        spread = Z_95**2 / self.n
        centre = (self.share + spread / 2) / (1 + spread)
        half = sqrt(self.share * (1 - self.share) / self.n + spread / (4 * self.n)) * Z_95 / (1 + spread)
        return max(0.0, centre - half), min(1.0, centre + half)


def auroc(higher: list[float], lower: list[float]) -> float:
    """The chance that one of `higher` scores above one of `lower`, a tie counting half; 0.5 where one is empty."""
    if not higher or not lower:
        return 0.5
    above = sum((one > other) + 0.5 * (one == other) for one in higher for other in lower)
    return above / (len(higher) * len(lower))
