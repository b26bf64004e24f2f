"""Entries as JSON Lines: one JSON object on each line."""

import json
from collections.abc import Iterable
from typing import TextIO

from knowledge.transfer.faults import LineFault
from knowledge.transfer.fields import Record
from knowledge.transfer.source import Row, Source

_ONE_OBJECT = "Write one entry per line, as {...}, in JSON: names and texts in double quotes, no comma at the end."


class _RepeatedFieldError(ValueError):
    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def read_json_lines(source: Source) -> tuple[list[Row], list[LineFault]]:
    """The rows of the file, and the lines that are no JSON object. Blank lines are skipped."""
    rows: list[Row] = []
    faults: list[LineFault] = []
    for number, text in enumerate(source.lines, start=1):
        if number in source.unreadable or not text.strip():
            continue
        read = _read_line(number, text)
        if isinstance(read, Row):
            rows.append(read)
        else:
            faults.append(read)
    return rows, faults


def write_json_lines(records: Iterable[Record], file: TextIO) -> int:
    """Writes one line per record; returns how many there are."""
    count = 0
    for record in records:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")
        count += 1
    return count


def _read_line(number: int, text: str) -> Row | LineFault:
    try:
        record = json.loads(text, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        problem = f"The line is not JSON: {error.msg} at column {error.colno}."
        return LineFault(number, None, problem, _ONE_OBJECT)
    except _RepeatedFieldError as error:
        return LineFault(number, error.field, "The field is there twice.", "Keep one of the two.")
    except (ValueError, RecursionError):
        return LineFault(number, None, "The line holds a number or a nesting beyond reason.", _ONE_OBJECT)
    if not isinstance(record, dict):
        return LineFault(number, None, "The line is JSON, but not an object with fields.", _ONE_OBJECT)
    return Row(number, record)


def _without_repeats(pairs: list[tuple[str, object]]) -> Record:
    record: Record = {}
    for name, value in pairs:
        if name in record:
            raise _RepeatedFieldError(name)
        record[name] = value
    return record
