from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from knowledge.entry import ENTRY_ADAPTER, FactCheck, QuizItem, Status
from knowledge.store.entry_store import EntryStore
from knowledge.transfer import ImportOptions, export_entries, import_entries, read_entries, write_template
from knowledge.transfer.fields import ALL_FIELDS

from .records import FACT_CHECK, QUIZ

HEADER = list(ALL_FIELDS)


def sheet_of(folder: Path, *rows: dict[str, object], header: list[str] | None = None) -> Path:
    """A workbook as a spreadsheet program saves it: typed cells, empty ones left out."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(header or HEADER)
    for row in rows:
        sheet.append(_cells(row))
    path = folder / "entries.xlsx"
    book.save(path)
    return path


def _cells(record: dict[str, object]) -> list[object]:
    values = [record.get(field) for field in HEADER]
    return ["|".join(value) if isinstance(value, list) else value for value in values]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+60123", "-1", "@x", "\t=x", "'=1", "=1\n+2", "_x0041_", "a\x00b"])
def test_no_cell_is_a_formula_and_all_come_back(store: EntryStore, tmp_path: Path, text: str):
    """Every cell is typed as text, none begins like a formula, and the import finds nothing changed."""
    entry = ENTRY_ADAPTER.validate_python(FACT_CHECK | {"publisher": text.strip()})
    store.save([(entry, Status.PUBLISHED)])
    path = tmp_path / "x.xlsx"
    export_entries(store, path)
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value).startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert import_entries(path, store, ImportOptions()).save == store.plan([(entry, Status.PUBLISHED)])


def test_cells_as_people_type_them(tmp_path: Path):
    """Dates become days, whole numbers lose their point, a list may be written with bars."""
    typed = {"claim_date": date(2026, 1, 2), "review_date": datetime(2026, 1, 3), "entities": "SPR | Johor"}  # noqa: DTZ001
    read = read_entries(sheet_of(tmp_path, FACT_CHECK | typed, QUIZ | {"difficulty": 2.0}))
    assert read.faults == []
    (first, _), (second, _) = read.items
    assert isinstance(first, FactCheck)
    assert (first.claim_date, first.review_date, first.entities) == ("2026-01-02", "2026-01-03", ("SPR", "Johor"))
    assert isinstance(second, QuizItem)
    assert second.difficulty == 2


def test_a_year_typed_as_a_number_is_a_date(tmp_path: Path):
    """A text field takes a number as it is written."""
    read = read_entries(sheet_of(tmp_path, FACT_CHECK | {"claim_date": 2024}))
    assert [entry.claim_date for entry, _ in read.items if isinstance(entry, FactCheck)] == ["2024"]


def test_a_formula_or_an_error_is_named_by_its_cell(tmp_path: Path):
    """What a formula comes to is not in the file; nothing of the row is guessed, the others are read."""
    formula, error = FACT_CHECK | {"id": "b", "entities": "=1+1"}, FACT_CHECK | {"id": "c", "entities": "#N/A"}
    read = read_entries(sheet_of(tmp_path, FACT_CHECK, formula, error))
    column = openpyxl.utils.get_column_letter(HEADER.index("entities") + 1)
    assert [(fault.line, fault.problem) for fault in read.faults] == [
        (3, f"Cell {column}3 holds a formula."),
        (4, f"Cell {column}4 holds an error such as #N/A."),
    ]
    assert len(read.items) == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_template_is_empty_and_takes_entries(tmp_path: Path, suffix: str):
    """It has every column and no entry; in a workbook choices are offered and every column is explained."""
    path = tmp_path / f"template{suffix}"
    write_template(path)
    (fault,) = read_entries(path).faults
    assert "no entries" in fault.problem
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        assert [sheet.title for sheet in book.worksheets] == ["entries", "fields"]
        assert [row[0].value for row in book["fields"].iter_rows(min_row=2)] == HEADER
        offered = [rule.formula1 for rule in book["entries"].data_validations.dataValidation]
        assert any("missing_context" in str(choices) for choices in offered)
        book["entries"].append(_cells(FACT_CHECK))
        book.save(path)
        assert read_entries(path).faults == []


def test_a_moment_is_not_taken_for_a_day(tmp_path: Path):
    """A time of day in a date's cell is a fault of that field, not cut off."""
    moment = datetime(2026, 1, 3, 4, 5, tzinfo=UTC).replace(tzinfo=None)
    (fault,) = read_entries(sheet_of(tmp_path, FACT_CHECK | {"review_date": moment})).faults
    assert (fault.line, fault.field) == (2, "review_date")
