"""Messages that go wrong, each with what a person says of it (`tests/quality/failures.tsv`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import TransferError
from knowledge.evaluation.retrieval import Query
from knowledge.matching import Candidate, Decision, decide


@dataclass(frozen=True)
class Failure:
    """A message of the development set, what trees that never saw it make of it, and a person's words on it."""

    query: Query
    outcome: str
    entry_id: str
    probability: float
    discussion: str


def read_discussions(path: Path) -> dict[str, str]:
    """Message -> discussion, from lines of both with a TAB between.

    Raises:
        TransferError: the file cannot be read, or a line is not of that form; says which.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TransferError(f"cannot read {path}: {error}") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        message, tab, words = line.partition("\t")
        if not tab or not message.strip() or not words.strip():
            raise TransferError(f"{path}, line {number}: write the message, a TAB, and what there is to say of it.")
        found[message.strip()] = words.strip()
    return found


def failures(judged: Sequence[tuple[Query, Sequence[Candidate]]], discussions: dict[str, str]) -> list[Failure]:
    """The discussed messages as they are judged now.

    Raises:
        TransferError: a discussed message is not among those judged, or goes well by now.
    """
    by_text = {query.text: (query, found) for query, found in judged}
    missing = [message for message in discussions if message not in by_text]
    if missing:
        raise TransferError(f"discussed, but not in the development set: {missing[0]!r}")
    mended = [message for message in discussions if not is_failure(*by_text[message])]
    if mended:
        raise TransferError(f"discussed, but no failure any more; take {len(mended)} out: {' | '.join(mended)}")
    return [_failure(*by_text[message], words) for message, words in discussions.items()]


def is_failure(query: Query, found: Sequence[Candidate]) -> bool:
    """Whether a verdict is given that is not due, or a known claim is not first or not shown."""
    decision = decide(found)
    if not query.expected:
        return decision.decision is Decision.CONFIRMED
    shown = {match.entry.id for match in decision.matches}
    return found[0].match.entry.id not in query.expected or not shown & set(query.expected) if found else True


def _failure(query: Query, found: Sequence[Candidate], words: str) -> Failure:
    decision = decide(found)
    best = found[0].match if found else None
    return Failure(
        query,
        decision.decision.value,
        best.entry.id if best else "nothing",
        best.probability if best else 0.0,
        words,
    )
