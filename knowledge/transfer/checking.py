"""From a line's fields to an entry, or to every fault they have."""

from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, to_json

from knowledge.entry import EntryKind, FactCheck, Guideline, QuizItem, Status
from knowledge.second_reading import CheckResult
from knowledge.text.language import Language
from knowledge.transfer.fault_wording import worded
from knowledge.transfer.faults import LineFault, choose, nearest, shown
from knowledge.transfer.fields import MODELS, STATUS, Record, fields_of, texts_of
from knowledge.transfer.source import Row

AnyEntry = FactCheck | Guideline | QuizItem
_Choice = TypeVar("_Choice", EntryKind, Status)


@dataclass(frozen=True)
class Checked:
    """A line that is an entry; `status` is None when the line gives none."""

    line: int
    entry: AnyEntry
    status: Status | None


def check(row: Row) -> Checked | list[LineFault]:
    """The row's entry, or what is wrong with the row; a field that is null counts as left out."""
    broken = _broken_characters(row)
    if broken:
        return broken
    record = {name: value for name, value in row.record.items() if value is not None}
    kind = _choice(EntryKind, "kind", row.line, record.get("kind"))
    if isinstance(kind, LineFault):
        return [kind]
    faults = [_unknown_field(row.line, name, kind) for name in record if name not in fields_of(kind)]
    if faults:
        return faults
    status = _choice(Status, STATUS, row.line, record[STATUS]) if STATUS in record else None
    found = _entry(row.line, kind, {name: value for name, value in record.items() if name != STATUS})
    if isinstance(status, LineFault):
        return [status, *found] if isinstance(found, list) else [status]
    if isinstance(found, list):
        return found
    return unfit_to_publish(row.line, found, status) or Checked(row.line, found, status)


def unfit_to_publish(line: int, entry: AnyEntry, status: Status | None) -> list[LineFault]:
    """People see nothing whose source was not found, nor what waits for a reason."""
    if status is not Status.PUBLISHED:
        return []
    mend = "Set its status to pending, or read the source and correct the field."
    faults = []
    if entry.check_result is CheckResult.SOURCE_NOT_FOUND:
        problem = "A published entry's source was not found at its second reading."
        faults.append(LineFault(line, "check_result", problem, mend))
    if entry.pending_reason is not None:
        problem = "A published entry has a reason to be pending."
        faults.append(LineFault(line, "pending_reason", problem, mend))
    return faults


def _entry(line: int, kind: EntryKind, record: Record) -> AnyEntry | list[LineFault]:
    language_faults = _language_faults(line, kind, record)
    texts = {name: None for language in Language for name in texts_of(kind, language)}
    try:
        # Strict, as JSON: a number is no text and `true` is no number.
        entry = MODELS[kind].model_validate_json(to_json(texts | record), strict=True)
    except ValidationError as error:
        faults = worded(line, record, error)
        if language_faults:  # which the model reports too, but for the whole line
            faults = [fault for fault in faults if fault.field is not None]
        return language_faults + faults
    return language_faults or entry


def _language_faults(line: int, kind: EntryKind, record: Record) -> list[LineFault]:
    """A language is written whole or not at all, and one of them is written."""
    faults: list[LineFault] = []
    none_written = True
    for language in Language:
        texts = texts_of(kind, language)
        missing = [name for name in texts if not record.get(name)]
        none_written = none_written and len(missing) == len(texts)
        if 0 < len(missing) < len(texts):
            written = ", ".join(name for name in texts if name not in missing)
            mend = f"Write {', '.join(missing)}, or leave out {written}."
            faults += [LineFault(line, missing[0], f"It is missing while {written} is there.", mend)]
    if none_written:
        first = texts_of(kind, Language.MS)
        mend = f"Write {', '.join(first)}, or the same in English, or both."
        return [LineFault(line, first[0], "The entry has its texts in neither language.", mend)]
    return faults


def _choice(choices: type[_Choice], field: str, line: int, value: object) -> _Choice | LineFault:
    allowed = [choice.value for choice in choices]
    if value is None:
        return LineFault(line, field, "The field is missing.", choose("", allowed))
    if isinstance(value, str) and value in allowed:
        return choices(value)
    return LineFault(line, field, f"{shown(value)} is not a known {field}.", choose(str(value), allowed))


def _unknown_field(line: int, name: str, kind: EntryKind) -> LineFault:
    owners = [other.value for other in EntryKind if name in fields_of(other)]
    if owners:
        problem = f"A {kind.value} has no such field; a {owners[0]} has."
        return LineFault(line, name, problem, "Leave it empty or correct the kind.")
    guess = nearest(name, fields_of(kind))
    mend = f"Did you mean {guess!r}? Else leave it out." if guess else "Leave it out."
    return LineFault(line, name, "There is no such field.", mend)


def _broken_characters(row: Row) -> list[LineFault]:
    """JSON can write half of a character (a lone surrogate), which nothing can store or show."""
    faults: list[LineFault] = []
    for name, value in row.record.items():
        try:
            to_json({name: value})
        except (PydanticSerializationError, UnicodeEncodeError):
            readable = name.encode("utf-8", "replace").decode("utf-8")
            problem = "It holds half of a character, such as an emoji cut in two."
            faults.append(LineFault(row.line, readable, problem, "Delete the broken character or write it again."))
    return faults
