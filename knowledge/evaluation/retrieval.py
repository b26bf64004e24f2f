"""How often retrieval is right, and how often it says something wrong with confidence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from knowledge.evaluation.examples import JsonObject, read_examples, text_of
from knowledge.matching import Decision, MatchDecision


@dataclass(frozen=True)
class Query:
    """A message, the ids it is about (none: nothing known matches), and its register.

    A near-miss says which entry it resembles (`near`) and what was changed (`twist`).
    """

    text: str
    expected: tuple[str, ...]
    register: str | None = None
    near: str | None = None
    twist: str | None = None

    @property
    def subject(self) -> str:
        """What it turns on: messages with one subject are never split between learning and judging."""
        return self.expected[0] if self.expected else self.near or self.text


@dataclass
class Tally:
    """Counts over queries. `top1`, `top3` and `mrr` are means over those with an expected id."""

    n: int = 0
    with_match: int = 0
    top1: float = 0.0
    top3: float = 0.0
    mrr: float = 0.0
    outcomes: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, float | int]:
        """Flat, with the counts confirmed_right ... no_match_wrong."""
        flat = asdict(self)
        outcomes = flat.pop("outcomes")
        return {**flat, **outcomes}


@dataclass(frozen=True)
class RetrievalReport:
    """The whole picture: all queries, and by register."""

    overall: Tally
    per_register: dict[str, Tally]

    def as_dict(self) -> dict[str, object]:
        """For printing as JSON."""
        return {
            "overall": self.overall.as_dict(),
            "per_register": {name: tally.as_dict() for name, tally in self.per_register.items()},
        }


def read_queries(path: Path) -> list[Query]:
    """Read `{"query", "expected": [ids], "register"?, "near"?, "twist"?}` lines.

    Raises:
        TransferError: if the file or a line is wrong.
    """
    return read_examples(path, _query)


def _query(record: JsonObject) -> Query:
    expected = record["expected"]
    if not isinstance(expected, list) or not all(isinstance(entry_id, str) for entry_id in expected):
        raise TypeError("expected must be a list of ids")
    register, near, twist = (
        text_of(record, name) if record.get(name) is not None else None for name in ("register", "near", "twist")
    )
    return Query(text_of(record, "query"), tuple(expected), register, near, twist)


def outcome_of(query: Query, decision: MatchDecision) -> str:
    """confirmed_right, confirmed_wrong, suggested_right, suggested_wrong, no_match_right or no_match_wrong."""
    shown = {match.entry.id for match in decision.matches}
    is_nothing = decision.decision is Decision.NO_MATCH
    is_right = not query.expected if is_nothing else bool(shown & set(query.expected))
    return f"{decision.decision}_{'right' if is_right else 'wrong'}"


def _rank(query: Query, decision: MatchDecision) -> int | None:
    ids = [match.entry.id for match in decision.ranked]
    return min((ids.index(entry_id) + 1 for entry_id in query.expected if entry_id in ids), default=None)


def _tally(results: Iterable[tuple[Query, MatchDecision]]) -> Tally:
    tally = Tally(outcomes={f"{d}_{side}": 0 for d in Decision for side in ("right", "wrong")})
    ranks: list[int | None] = []
    for query, decision in results:
        tally.n += 1
        tally.outcomes[outcome_of(query, decision)] += 1
        if query.expected:
            ranks.append(_rank(query, decision))
    tally.with_match = len(ranks)
    if ranks:
        tally.top1 = sum(rank == 1 for rank in ranks) / len(ranks)
        tally.top3 = sum(rank is not None and rank <= 3 for rank in ranks) / len(ranks)
        tally.mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return tally


def evaluate_retrieval(queries: Sequence[Query], decide: Callable[[str], MatchDecision]) -> RetrievalReport:
    """Run every query through `decide` and count."""
    results = [(query, decide(query.text)) for query in queries]
    by_register: dict[str, list[tuple[Query, MatchDecision]]] = defaultdict(list)
    for query, decision in results:
        if query.register is not None:
            by_register[query.register].append((query, decision))
    return RetrievalReport(_tally(results), {name: _tally(found) for name, found in sorted(by_register.items())})
