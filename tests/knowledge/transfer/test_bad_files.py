"""What people send instead of a good file, and what they are told: which file or line, what is wrong, how to mend it.

One row for each kind; `test_bad_lines.py` has the kinds of bad line that a good file may hold.
"""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from knowledge.errors import TransferError
from knowledge.transfer import read_entries

from .records import FACT_CHECK, line
from .review_files import FOUND_CLAIM, REVIEW, answer, feed, review

_Content = bytes | str | object


def _zip(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _sheet(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# The whole file is refused: name, what is wrong, how to mend it.
REFUSED: dict[str, tuple[str, _Content, str, str]] = {
    "a Word document": ("a.docx", b"PK\x03\x04", "must end in", ".xlsx"),
    "a PDF": ("a.pdf", b"%PDF-1.7", "must end in", ".csv"),
    "a picture": ("a.jpg", b"\xff\xd8\xff", "must end in", ".csv"),
    "no suffix": ("entries", b"{}", "must end in", ".jsonl"),
    "an old workbook": ("a.xls", b"\xd0\xcf\x11\xe0", "must end in", ".xlsx"),
    "a workbook with a password": ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1", "locked by a password", "save it as .xlsx"),
    "text named .xlsx": ("a.xlsx", b"kind,id\n", "no .xlsx file", "Save it as"),
    "an archive named .xlsx": ("a.xlsx", _zip(a=b"b"), "damaged", "save it again"),
    "half a workbook": ("a.xlsx", _sheet(["kind", "id"])[:900], "no .xlsx file", "Save it as"),
    "a workbook that unpacks to a flood": ("a.xlsx", _zip(a=b"0" * 100_000_001), "unpacks to", "Split it"),
    "a workbook named .csv": ("a.csv", _sheet(["kind"]), "spreadsheet or an archive", "UTF-8"),
    "a workbook named .json": ("a.json", _sheet(["kind"]), "spreadsheet or an archive", "UTF-8"),
    "UTF-16 from Notepad": ("a.csv", "kind,id".encode("utf-16"), "written in UTF-16", "Save the file again"),
}
# A line is named: name, line, field, what is wrong, how to mend it.
NAMED: dict[str, tuple[str, _Content, int, str | None, str, str]] = {
    "an empty file": ("a.json", b"", 1, None, "no entries", "at least one"),
    "an empty workbook": ("a.xlsx", _sheet([]), 1, None, "no entries", "header"),
    "a workbook without header": ("a.xlsx", _sheet(["x", 1]), 1, None, "not a header", "first row"),
    "a workbook with other columns": ("a.xlsx", _sheet(["kind", "id", "verdik"]), 1, "verdik", "no such", "'verdict'"),
    "a row wider than its header": ("a.xlsx", _sheet(["kind", "id"], ["quiz", "a", "b"]), 2, None, "3 cells", "quotes"),
    "a web page": ("a.json", "<!DOCTYPE html>\n<html>", 1, None, "not JSON", "{...}"),
    "half a JSON document": ("a.json", '{"claims": [\n{"text": "a"},', 2, None, "not JSON", "{...}"),
    "JSON with a comma at its end": ("a.json", '[\n{"a": 1},\n]', 3, None, "not JSON", "{...}"),
    "JSON in Latin-1": ("a.json", b'[\n{"a": "caf\xe9"}]', 2, None, "0xE9", "UTF-8"),
    "a list of numbers": ("a.json", "[1,\n2]", 1, "[0]", "not an object", "{...}"),
    "nesting": ("a.json", "[" * 100_000, 1, None, "beyond reason", "{...}"),
    "an object of no kind": ("a.json", {"title": "x"}, 1, "kind", "missing", "fact_check"),
    "another schema.org type": ("a.json", {"@type": "Recipe"}, 1, None, "of type Recipe", "ClaimReview"),
    "an article without review": ("a.jsonld", {"@type": "NewsArticle"}, 1, None, "of type NewsArticle", "ClaimReview"),
    "a feed of something else": (
        "a.json", {"@type": "DataFeed", "dataFeedElement": ["x"]}, 1, "dataFeedElement[0]", "not an object", "{...}",
    ),
    "a review without claim": ("a.json", review(claimReviewed=None), 1, "claimReviewed", "missing", "Add it"),
    "a review without publisher": ("a.json", review(author=None), 1, "author.name", "missing", "Add it"),
    "a review without address": ("a.json", review(url=None), 1, "url", "missing", "Add it"),
    "a review with a relative address": ("a.json", review(url="/pensel"), 1, "url", "'/pensel'", "whole address"),
    "a review without rating": (
        "a.json", review(reviewRating=None), 1, "reviewRating.alternateName", "no rating in words", "--rating",
    ),
    "a rating like no other": (
        "a.json", review(reviewRating={"alternateName": "Three Pinocchios"}), 1, "reviewRating.alternateName",
        "'Three Pinocchios'", "Write false,",
    ),
    "a rating against its number": (
        "a.json", review(reviewRating={"alternateName": "True", "ratingValue": 1, "worstRating": 1, "bestRating": 5}),
        1, "reviewRating.alternateName", "number 1 says false", "--rating",
    ),
    "a rating in the middle": (
        "a.json", review(reviewRating={"ratingValue": 3, "worstRating": 1, "bestRating": 5}), 1,
        "reviewRating.alternateName", "not at an end", "--rating",
    ),
    "a review in another language": ("a.json", review(inLanguage="id"), 1, "inLanguage", "'id'", "template"),
    "a review in Chinese that says no language": (
        "a.json", review(inLanguage=None, claimReviewed="选民只获得铅笔投票"), 1, "inLanguage", "'zh'", "Translate",
    ),
    "a date in words": ("a.json", review(datePublished="2 Nov 2026"), 1, "datePublished", "'2 Nov 2026'", "YYYY-MM-DD"),
    "a date of month 13": ("a.json", review(datePublished="2026-13-01"), 1, "datePublished", "'2026-13-01'", "YYYY"),
    "a claim too long": ("a.json", review(claimReviewed="x" * 301), 1, "claimReviewed", "301", "by 1 "),
    "a publisher's name too long": ("a.json", review(author={"name": "x" * 121}), 1, "author.name", "121", "by 1 "),
    "the second review of a feed": (
        "a.json", feed(REVIEW, review(url=None, claimReviewed="b")), 1, "dataFeedElement[1].item.url", "missing", "Add",
    ),
    "a claim without reviews": ("a.json", answer({"text": "a"}), 1, "claims[0].claimReview", "no list", "delete"),
    "a found review without rating": (
        "a.json", answer(FOUND_CLAIM | {"claimReview": [{"url": "https://x.my", "publisher": {"name": "x"}}]}), 1,
        "claims[0].claimReview[0].textualRating", "no rating", "--rating",
    ),
    "the answer of an error": ("a.json", {"error": {"code": 403}}, 1, "kind", "missing", "fact_check"),
    "an answer with nothing in it": ("a.json", {"claims": []}, 1, None, "no entries", "at least one"),
    "a JSON line cut off": ("a.jsonl", line(FACT_CHECK)[:-9], 1, None, "not JSON", "{...}"),
    "a whole document named .jsonl": ("a.jsonl", json.dumps([FACT_CHECK]), 1, None, "not an object", "{...}"),
}  # fmt: skip


def _write(folder: Path, name: str, content: _Content) -> Path:
    path = folder / name
    if not isinstance(content, bytes | str):
        content = json.dumps(content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_cannot_be_read_at_all(tmp_path: Path, kind: str):
    """The error names the file, what it is and what to save instead; nobody sees a library's own error."""
    name, content, problem, mend = REFUSED[kind]
    with pytest.raises(TransferError) as caught:
        read_entries(_write(tmp_path, name, content))
    assert name in str(caught.value)
    assert problem in str(caught.value)
    assert mend in str(caught.value)


@pytest.mark.parametrize("kind", NAMED)
def test_a_file_with_a_fault(tmp_path: Path, kind: str):
    """The first fault names the line, the field in the file's own words, what is wrong and how to mend it."""
    name, content, at, field, problem, mend = NAMED[kind]
    fault = read_entries(_write(tmp_path, name, content)).faults[0]
    assert (fault.line, fault.field) == (at, field)
    assert problem in fault.problem
    assert mend in fault.mend
    assert fault.problem.endswith(".")


def test_there_are_enough_kinds():
    """At least half of the fifty kinds that are promised; typing has the others."""
    assert len(REFUSED) + len(NAMED) >= 25
