"""Messages written for training alone: as people send them, about a claim or about one that resembles it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.constrained import Paragraph
from knowledge.errors import ListFileError
from knowledge.evaluation.retrieval import Query

MESSAGES_FILE: Final = Path(__file__).parent / "messages.jsonl"


class Messages(BaseModel):
    """The messages of one entry.

    Unlike its wordings and look-alikes they are not searched, so there may be many, and long ones.

    Attributes:
        id: the entry's.
        same: they make its claim.
        other: they make another claim, by one change: roles, the opposite, a name, a place, an amount, a date, an act.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    same: tuple[Paragraph, ...] = Field(min_length=1)
    other: tuple[Paragraph, ...] = Field(min_length=1)


def read_messages(path: Path = MESSAGES_FILE) -> dict[str, Messages]:
    """The messages by the entry's id; one entry on each line.

    Raises:
        ListFileError: naming the line, if one cannot be read or an entry comes twice.
    """
    found: dict[str, Messages] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            messages = Messages.model_validate_json(line)
        except ValidationError as error:
            raise ListFileError(f"{path.name}, line {number}: {error}") from error
        if messages.id in found:
            raise ListFileError(f"{path.name}, line {number}: {messages.id} was there before; put both in one line.")
        found[messages.id] = messages
    return found


def message_queries(messages: Iterable[Messages], entry_ids: Iterable[str]) -> list[Query]:
    """The messages of entries that are there, as messages whose entry, or lack of one, is known."""
    known = frozenset(entry_ids)
    there = [each for each in messages if each.id in known]
    return [
        *(Query(text, (each.id,)) for each in there for text in each.same),
        *(Query(text, (), near=each.id) for each in there for text in each.other),
    ]
