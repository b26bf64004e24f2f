"""Evaluation files: JSON Lines, each line one example."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from knowledge.errors import TransferError

Example = TypeVar("Example")
JsonObject = dict[str, object]


def read_examples(path: Path, read: Callable[[JsonObject], Example]) -> list[Example]:
    """Read a JSON Lines file, making one example of each line; `read` raises KeyError, TypeError or ValueError.

    Raises:
        TransferError: if the file cannot be read, is empty, or a line is wrong; says which line and why.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TransferError(f"cannot read {path}: {error}") from error
    examples = [_read_line(path, number, line, read) for number, line in enumerate(lines, 1) if line.strip()]
    if not examples:
        raise TransferError(f"{path} has no examples.")
    return examples


def _read_line(path: Path, number: int, line: str, read: Callable[[JsonObject], Example]) -> Example:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise TransferError(f"{path}, line {number}: must be a JSON object, as in {{...}}.")
        return read(record)
    except json.JSONDecodeError as error:
        raise TransferError(f"{path}, line {number}: is not JSON ({error.msg}, column {error.colno}).") from error
    except KeyError as error:
        raise TransferError(f"{path}, line {number}: lacks {error}.") from error
    except (TypeError, ValueError) as error:
        raise TransferError(f"{path}, line {number}: {error}") from error


def text_of(record: JsonObject, field: str) -> str:
    """A field that must be text.

    Raises:
        KeyError: if it is missing.
        TypeError: if it is something else.
    """
    value = record[field]
    if not isinstance(value, str):
        raise TypeError(f"{field} must be text")
    return value
