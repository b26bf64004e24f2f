"""The entries of files, as they are looked at: with their status and where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.entry import FactCheck, Guideline, QuizItem, Status
from knowledge.errors import TransferError
from knowledge.text.language import Language
from knowledge.transfer import read_entries
from knowledge.transfer.fields import texts_of


@dataclass(frozen=True)
class Listed:
    """An entry of a file; one whose line gives no status counts as pending, as it does in the seed."""

    entry: FactCheck | Guideline | QuizItem
    status: Status
    place: str

    @property
    def is_published(self) -> bool:
        """Whether people see it."""
        return self.status is Status.PUBLISHED

    def texts(self, language: Language) -> Iterator[tuple[str, str]]:
        """Its texts in a language, each with its field."""
        for field in texts_of(self.entry.kind, language):
            value = getattr(self.entry, field)
            parts = (value,) if isinstance(value, str) else value or ()
            yield from ((field, part) for part in parts)


def read_listed(paths: Sequence[Path]) -> list[Listed]:
    """The entries of all files, in their order.

    Raises:
        TransferError: a file cannot be read, or one of its lines is no entry.
    """
    found: list[Listed] = []
    for path in paths:
        result = read_entries(path)
        if result.faults:
            fault = result.faults[0]
            raise TransferError(f"{path.name}, line {fault.line}: {fault.problem} {fault.mend}")
        found += [
            Listed(entry, status or Status.PENDING, f"{path.name}:{result.lines[entry.id]}")
            for entry, status in result.items
        ]
    return found
