import csv
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from knowledge.entry import ENTRY_ADAPTER, Status
from knowledge.errors import KnowledgeError, TransferError
from knowledge.store.database import Database, sqlite_url
from knowledge.store.entry_store import EntryStore, SaveReport
from knowledge.transfer import ImportOptions, export_entries, import_entries

from .records import FACT_CHECK, GUIDELINE, QUIZ, jsonl, line
from .strategies import Entry, stores

FORMATS = ["jsonl", "csv", "xlsx"]


@given(items=stores())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
def test_an_export_read_back_changes_nothing(empty_database: Path, items: list[tuple[Entry, Status]]):
    """In both formats, whatever the entries hold; and in an empty store it makes the same entries again."""
    with TemporaryDirectory() as folder:
        first, second = (_store(empty_database, Path(folder) / name) for name in ("1.db", "2.db"))
        EntryStore(first).save(items)
        for suffix in FORMATS if items else []:
            path = Path(folder) / f"export.{suffix}"
            assert export_entries(EntryStore(first), path) == len(items)
            report = import_entries(path, EntryStore(first), ImportOptions(dry_run=False))
            assert (report.save, report.faults) == (SaveReport(0, 0, len(items)), [])
            import_entries(path, EntryStore(second), ImportOptions(dry_run=False))
            assert _content(second) == _content(first)
        first.dispose()
        second.dispose()


def _store(template: Path, path: Path) -> Database:
    path.write_bytes(template.read_bytes())
    return Database(sqlite_url(path))


def _content(database: Database) -> list[tuple[Entry, Status]]:
    return [(stored.entry, stored.status) for stored in EntryStore(database).all_entries()]


@pytest.fixture
def filled(store: EntryStore, tmp_path: Path) -> EntryStore:
    """A store with an entry of every kind."""
    import_entries(jsonl(tmp_path, line(FACT_CHECK), line(GUIDELINE), line(QUIZ)), store, ImportOptions(dry_run=False))
    return store


def test_json_lines_are_the_schema_with_a_status(filled: EntryStore, tmp_path: Path):
    """Every field of shared/data/SCHEMA.md in its order's spirit: kind and id first, the rest by name."""
    export_entries(filled, tmp_path / "x.jsonl")
    lines = [json.loads(text) for text in (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()]
    expected = [FACT_CHECK, GUIDELINE, QUIZ]
    assert lines == [r | {"status": s} for r, s in zip(expected, ("published", "pending", "published"), strict=True)]
    assert [list(each)[:3] for each in lines] == [["kind", "id", "status"]] * 3


def test_a_table_opens_in_a_spreadsheet(filled: EntryStore, tmp_path: Path):
    """A byte order mark for Excel, one header, one row per entry, lists as JSON, nothing for null."""
    export_entries(filled, tmp_path / "x.csv")
    data = (tmp_path / "x.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfkind,id,status,")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert len(rows) == 3
    assert rows[0]["entities"] == '["SPR", "Johor"]'
    assert (rows[0]["claim_date"], rows[0]["owner"], rows[2]["difficulty"]) == ("", "", "1")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "'=1", "a\n=1"])
def test_no_cell_is_a_formula(store: EntryStore, tmp_path: Path, text: str):
    """Whatever an entry says, no cell of the table begins with = + - @ TAB or CR."""
    store.save([(ENTRY_ADAPTER.validate_python(FACT_CHECK | {"publisher": text}), Status.PUBLISHED)])
    export_entries(store, tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_failed_export_leaves_the_old_file(store: EntryStore, tmp_path: Path, suffix: str):
    """The file is replaced whole or not at all, and nothing is left beside it."""

    class _Failing(EntryStore):
        def all_entries(self):
            yield from super().all_entries()
            raise KnowledgeError

    path = tmp_path / "folder" / f"x.{suffix}"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KnowledgeError):
        export_entries(_Failing(store._database), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(path.parent.iterdir()) == [path]


def test_a_place_that_cannot_be_written(filled: EntryStore, tmp_path: Path):
    """The error names the file and the reason."""
    with pytest.raises(TransferError, match=r"nowhere/x\.csv cannot be written: No such file"):
        export_entries(filled, tmp_path / "nowhere" / "x.csv")


def test_another_suffix_is_refused_before_anything_is_written(filled: EntryStore, tmp_path: Path):
    """Only the formats that read_entries reads back are written."""
    with pytest.raises(TransferError, match=r"\.jsonl, \.csv or \.xlsx"):
        export_entries(filled, tmp_path / "x.json")
    assert not list(tmp_path.glob("*x.json*"))
