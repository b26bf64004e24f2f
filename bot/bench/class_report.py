"""What a run of a class came to, for people and for JSON."""

from dataclasses import asdict, dataclass
from typing import Final

from bot.bench.class_faults import Interruption, Refusal

SPREAD_S: Final = 10.0


@dataclass(frozen=True)
class ClassReport:
    """What was measured. Spreads are seconds from a question's first delivery to its last, in the order asked."""

    load: float
    students: int
    questions: int
    spreads_s: tuple[float, ...]
    interruptions: tuple[Interruption, ...]
    delivered: int
    doubled: int
    answers_given: int
    answers_kept: int
    refusals: tuple[Refusal, ...]
    probes: int
    from_start_to_end_s: float

    @property
    def bars(self) -> dict[str, bool]:
        """What is asked of a class, and whether it is so."""
        whole = self.students * self.questions
        running = [one.running_s for one in self.interruptions]
        return {
            f"each question with all within {SPREAD_S:g} s (no kill in it)": max(self.spreads_s) <= SPREAD_S,
            f"with a kill in it: within {SPREAD_S:g} s": all(one.spread_s <= SPREAD_S for one in self.interruptions),
            f"with a kill in it: within {SPREAD_S:g} s less the time without a bot": max(running, default=0)
            <= SPREAD_S,
            "every question to every student, none twice": self.delivered == whole and self.doubled == 0,
            "no 429": not self.refusals,
            "no answer lost": self.answers_kept == self.answers_given == whole,
        }

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {**asdict(self), "bars": self.bars}

    def lines(self) -> list[str]:
        """For people."""
        spreads = ", ".join(f"{one:.1f}" for one in self.spreads_s)
        return [
            f"load at the start {self.load:.1f}",
            f"{self.students} students, {self.questions} questions, {len(self.interruptions)} times kill -9",
            f"first to last delivery of a question, seconds: {spreads}",
            *(one.line() for one in self.interruptions),
            f"delivered {self.delivered}, of these twice {self.doubled}; 429s: {len(self.refusals)}",
            *(one.line() for one in self.refusals),
            f"messages touched to find out what had arrived: {self.probes}",
            f"answers given {self.answers_given}, kept {self.answers_kept}",
            f"from start to end {self.from_start_to_end_s:.0f} s",
            *(f"{'reached' if passed else 'MISSED'}: {bar}" for bar, passed in self.bars.items()),
        ]
