"""A file as numbered lines of text; what is no UTF-8 is named byte and line."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import TransferError
from knowledge.transfer.faults import LineFault
from knowledge.transfer.fields import Record

_OTHER_ENCODINGS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_ARCHIVE = b"PK\x03\x04"  # what .xlsx, .ods and .zip begin with
_SAVE_AS_UTF8 = "Save the file again as UTF-8 (in Excel: 'CSV UTF-8'; in Notepad: Encoding, UTF-8)."


@dataclass(frozen=True)
class Row:
    """One entry's fields as they stand in a file, and the line they begin on.

    `names` is for what was not written as an entry: where the file has each field. Such a row is a review of another
    publisher's.
    """

    line: int
    record: Record
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_review(self) -> bool:
        """Whether the fields come from a review in another format."""
        return bool(self.names)


@dataclass(frozen=True)
class Source:
    """A file's lines with their line ends; a line in `faults` holds stand-ins for what could not be read."""

    lines: list[str]
    faults: list[LineFault] = field(default_factory=list)

    @property
    def unreadable(self) -> set[int]:
        """The numbers of the lines that are not UTF-8."""
        return {fault.line for fault in self.faults}


def read_source(path: Path) -> Source:
    """Reads the file as UTF-8, with or without byte order mark.

    Raises:
        TransferError: there is no such file, it cannot be opened, or it is no text in UTF-8 at all.
    """
    data = bytes_of(path).removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            raise TransferError(f"{path.name} is written in {encoding}. {_SAVE_AS_UTF8}")
    if data.startswith(_ARCHIVE):
        raise TransferError(f"{path.name} is a spreadsheet or an archive, not text. {_SAVE_AS_UTF8}")
    source = Source([])
    for number, line in enumerate(data.splitlines(keepends=True), start=1):
        try:
            source.lines.append(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            source.lines.append(line.decode("utf-8", "replace"))
            source.faults.append(_not_utf8(number, error))
    return source


def bytes_of(path: Path) -> bytes:
    """The file's content.

    Raises:
        TransferError: there is no such file, or it cannot be opened.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise TransferError(f"There is no file {path}.") from None
    except OSError as error:
        raise TransferError(f"{path} cannot be read: {error.strerror}.") from error


def _not_utf8(number: int, error: UnicodeDecodeError) -> LineFault:
    problem = f"Byte {error.start + 1} of the line (0x{error.object[error.start]:02X}) is not UTF-8."
    return LineFault(number, None, problem, _SAVE_AS_UTF8)
