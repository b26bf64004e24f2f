"""Pydantic's errors in the words of an editor."""

from collections.abc import Callable, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.transfer.faults import LineFault, choose, shown
from knowledge.transfer.fields import CHOICES, LISTS, Record

_Wording = Callable[[str, object, Mapping[str, object]], tuple[str, str]]

_DATE = "Write YYYY-MM-DD, YYYY-MM or YYYY, such as 2026-08-31, or leave it out."
_DAY = "Write a day of the calendar as YYYY-MM-DD, such as 2026-08-31, or leave it out."
_URL = "Give the whole address, from https:// on, without spaces."
_ID = "Use small letters, digits and single hyphens only, such as kertas-undi-palsu."
_PATTERN_MENDS = {
    "id": _ID,
    "based_on": _ID,
    "source_url": _URL,
    "claim_date": _DATE,
    "review_date": _DATE,
    "as_of": _DATE,
    "election": "Write federal, state or by-election, or one election, such as pru15 or prn-sabah-2025.",
    "checked_against": _URL,
    "valid_from": _DAY,
    "valid_until": _DAY,
    "checked_at": _DAY,
    "review_by": _DAY,
    "corrected_on": _DAY,
    "more_sources": _URL,
    "source_lang": "Write two or three small letters, such as ms, en or zh.",
    "explanation_ms": "Use at most two line breaks.",
    "explanation_en": "Use at most two line breaks.",
}


def worded(line: int, record: Record, error: ValidationError) -> list[LineFault]:
    """Each error once. One that is about the whole line has no field."""
    faults = (_fault(line, record, details) for details in error.errors(include_url=False))
    return list(dict.fromkeys(faults))


def _fault(line: int, record: Record, details: ErrorDetails) -> LineFault:
    place = details["loc"]
    if not place:
        return LineFault(line, None, *_value_error(details))
    field = str(place[0])
    if details["type"] in ("missing", "too_long") and field in LISTS:
        return LineFault(line, field, *_not_four(record.get(field)))
    wording = _WORDINGS.get(details["type"], _otherwise(details["msg"]))
    problem, mend = wording(field, details["input"], details.get("ctx", {}))
    prefix = f"Text {int(place[1]) + 1} of the list: " if len(place) > 1 else ""
    return LineFault(line, field, f"{prefix}{problem}", mend)


def _value_error(details: ErrorDetails) -> tuple[str, str]:
    """A rule of the model's own about the whole entry, in the model's words."""
    rule = str(details.get("ctx", {}).get("error", details["msg"]))
    return f"{rule[:1].upper()}{rule[1:]}.", "Correct the entry."


def _not_four(value: object) -> tuple[str, str]:
    count = len(value) if isinstance(value, list) else 0
    return f"There are {count} options; there must be 4.", "Write exactly four options."


def _missing(field: str, _value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    if field in CHOICES:
        return "The field is missing.", choose("", CHOICES[field])
    return "The field is missing.", "Add it; it must not be empty."


def _no_choice(field: str, value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    return f"{shown(value)} is not a known {field}.", choose(str(value), CHOICES[field])


def _too_long(_field: str, value: object, limits: Mapping[str, object]) -> tuple[str, str]:
    length, limit = len(str(value).strip()), int(str(limits["max_length"]))
    problem = f"The text has {length} characters; at most {limit} are allowed."
    return problem, f"Shorten it by {length - limit} characters."


def _empty(_field: str, _value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    return "The text is empty.", "Write the text or leave the field out."


def _no_pattern(field: str, value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    return f"{shown(value)} is not written the way this field needs.", _PATTERN_MENDS.get(field, "Correct it.")


def _no_text(_field: str, value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    return f"{shown(value)} is {_sort_of(value)}, but a text is needed.", "Write it as text, in double quotes."


def _no_whole_number(_field: str, value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    return f"{shown(value)} is {_sort_of(value)}, but a whole number is needed.", "Write digits only, no quotes."


def _no_list(_field: str, value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    mend = 'Write a list of texts, such as ["SPR", "Johor"]; in CSV also SPR|Johor.'
    return f"{shown(value)} is {_sort_of(value)}, but a list is needed.", mend


def _out_of_range(field: str, value: object, _limits: Mapping[str, object]) -> tuple[str, str]:
    return f"{shown(value)} is out of range.", f"Write a whole number from {_RANGES[field]}."


def _otherwise(message: str) -> _Wording:
    return lambda _field, value, _limits: (f"{shown(value)} is not accepted: {message}.", "Correct it.")


def _sort_of(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list"}
    return names.get(type(value), "an object in braces")


_RANGES = {"difficulty": "1 (easy) to 3 (hard)", "answer_index": "0 (first option) to 3 (fourth option)"}
_WORDINGS: Mapping[str, _Wording] = {
    "missing": _missing,
    "enum": _no_choice,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "string_pattern_mismatch": _no_pattern,
    "value_error": _no_pattern,
    "string_type": _no_text,
    "int_type": _no_whole_number,
    "int_from_float": _no_whole_number,
    "tuple_type": _no_list,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}
