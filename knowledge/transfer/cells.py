"""One CSV cell: how a value is written in it and read from it, exactly.

A spreadsheet takes a cell that begins with = + - @ TAB or CR for a formula, so such a text is written with an
apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection). A text that is itself apostrophes
followed by one of these gets one more, so that taking one away always gives back what was written; any other
apostrophe is left alone both ways. An empty cell is no value; an empty text is a lone apostrophe.
"""

import json
import re

from knowledge.transfer.fields import LISTS, NUMBERS

_NEEDS_APOSTROPHE = re.compile(r"'*([=+\-@\t\r\n]|\Z)")
_BEGINS_FORMULA = re.compile(r"'+([=+\-@\t\r\n]|\Z)")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}\Z")
_BLANK = " \t\r\n\xa0"


def to_cell(value: object) -> str:
    """The value as a cell's text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _NEEDS_APOSTROPHE.match(value) else value
    return json.dumps(value, ensure_ascii=False)


def from_cell(field: str, cell: str) -> object:
    """The value of a cell in this field's column; text that does not fit the field stays text."""
    if not cell.strip(_BLANK):
        return None
    if field in NUMBERS and _WHOLE_NUMBER.match(cell.strip(_BLANK)):
        return int(cell)
    if field in LISTS:
        return _list_from(cell)
    return cell[1:] if _BEGINS_FORMULA.match(cell) else cell


def _list_from(cell: str) -> object:
    if cell.strip(_BLANK).startswith("["):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    parts = (part.strip(_BLANK) for part in cell.split("|"))
    return [part for part in parts if part]
