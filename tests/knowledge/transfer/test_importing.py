from pathlib import Path

import pytest

from knowledge.entry import Status
from knowledge.errors import TransferError
from knowledge.store.entry_store import EntryStore, SaveReport
from knowledge.transfer import ImportOptions, ImportReport, import_entries

from .records import FACT_CHECK, GUIDELINE, QUIZ, jsonl, line

ALL = (line(FACT_CHECK), line(GUIDELINE), line(QUIZ))


def test_importing_twice_changes_nothing_more(store: EntryStore, tmp_path: Path):
    """Entries are known by their id."""
    path = jsonl(tmp_path, *ALL)
    assert import_entries(path, store, ImportOptions(dry_run=False)) == ImportReport(SaveReport(3, 0, 0), [])
    assert import_entries(path, store, ImportOptions(dry_run=False)) == ImportReport(SaveReport(0, 0, 3), [])


def test_a_dry_run_tells_and_stores_nothing(store: EntryStore, tmp_path: Path):
    """Its report is the one the import would give."""
    assert import_entries(jsonl(tmp_path, *ALL), store, ImportOptions(dry_run=True)).save == SaveReport(3, 0, 0)
    assert list(store.all_entries()) == []


@pytest.mark.parametrize("dry_run", [True, False])
def test_one_bad_line_keeps_all_out(store: EntryStore, tmp_path: Path, dry_run: bool):
    """All or nothing."""
    report = import_entries(jsonl(tmp_path, *ALL, "{"), store, ImportOptions(dry_run=dry_run))
    assert report.save is None
    assert [fault.line for fault in report.faults] == [4]
    assert list(store.all_entries()) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (line(FACT_CHECK, confidence="medium"), Status.PUBLISHED),
        (line(GUIDELINE, confidence="high"), Status.PUBLISHED),
        (line(GUIDELINE), Status.PENDING),
        (line(GUIDELINE, confidence=None), Status.PENDING),
        (line(QUIZ, based_on="a-question"), Status.PUBLISHED),
        (line(GUIDELINE, status="published"), Status.PUBLISHED),
        (line(FACT_CHECK, status="withdrawn"), Status.WITHDRAWN),
        (line(FACT_CHECK, check_result="source_not_found"), Status.PENDING),
        (line(FACT_CHECK, pending_reason="The page is gone."), Status.PENDING),
    ],
)
def test_the_status_of_a_new_entry(store: EntryStore, tmp_path: Path, text: str, status: Status):
    """The line's own; else published, but pending for what is not certain or has lost its source."""
    import_entries(jsonl(tmp_path, text), store, ImportOptions(dry_run=False))
    assert [stored.status for stored in store.all_entries()] == [status]


def test_a_stored_entry_keeps_its_status(store: EntryStore, tmp_path: Path):
    """Importing a correction must not publish again what a reviewer withdrew; a status in the line still counts."""
    import_entries(jsonl(tmp_path, line(FACT_CHECK, status="withdrawn")), store, ImportOptions(dry_run=False))
    import_entries(jsonl(tmp_path, line(FACT_CHECK, claim_en="Corrected.")), store, ImportOptions(dry_run=False))
    assert store.require("a-claim").status is Status.WITHDRAWN
    import_entries(jsonl(tmp_path, line(FACT_CHECK, status="pending")), store, ImportOptions(dry_run=False))
    assert store.require("a-claim").status is Status.PENDING


def test_a_lost_source_ends_publication(store: EntryStore, tmp_path: Path):
    """An import that says the source was not found takes a published entry back, and leaves a withdrawn one alone."""
    lost = line(FACT_CHECK, check_result="source_not_found")
    import_entries(jsonl(tmp_path, line(FACT_CHECK, status="published")), store, ImportOptions(dry_run=False))
    import_entries(jsonl(tmp_path, lost), store, ImportOptions(dry_run=False))
    assert store.require("a-claim").status is Status.PENDING
    import_entries(jsonl(tmp_path, line(FACT_CHECK, status="withdrawn")), store, ImportOptions(dry_run=False))
    import_entries(jsonl(tmp_path, lost), store, ImportOptions(dry_run=False))
    assert store.require("a-claim").status is Status.WITHDRAWN


def test_what_a_question_rests_on_must_exist(store: EntryStore, tmp_path: Path):
    """In the file, before or after it, or in the store; else the line is at fault."""
    (fault,) = import_entries(jsonl(tmp_path, "", line(QUIZ)), store, ImportOptions(dry_run=False)).faults
    assert (fault.line, fault.field) == (2, "based_on")
    assert "'a-claim'" in fault.problem
    assert import_entries(
        jsonl(tmp_path, line(QUIZ), line(FACT_CHECK)), store, ImportOptions(dry_run=False)
    ).save == SaveReport(2, 0, 0)
    later = line(QUIZ, id="another")
    assert import_entries(jsonl(tmp_path, later), store, ImportOptions(dry_run=False)).save == SaveReport(1, 0, 0)


def test_a_bad_line_is_not_reported_as_missing_too(store: EntryStore, tmp_path: Path):
    """A question that rests on a faulty line of the same file has no fault of its own."""
    report = import_entries(
        jsonl(tmp_path, line(QUIZ), line(FACT_CHECK, verdict="x")), store, ImportOptions(dry_run=False)
    )
    assert [(fault.line, fault.field) for fault in report.faults] == [(2, "verdict")]


def test_an_id_keeps_its_kind(store: EntryStore, tmp_path: Path):
    """A guideline under a fact-check's id is a slip, not a correction."""
    import_entries(jsonl(tmp_path, line(FACT_CHECK)), store, ImportOptions(dry_run=False))
    (fault,) = import_entries(
        jsonl(tmp_path, line(GUIDELINE, id="a-claim")), store, ImportOptions(dry_run=False)
    ).faults
    assert (fault.line, fault.field) == (1, "id")
    assert "fact_check" in fault.problem


def test_a_file_that_cannot_be_read_stores_nothing(store: EntryStore, tmp_path: Path):
    """The error of the file itself comes through."""
    with pytest.raises(TransferError):
        import_entries(tmp_path / "x.csv", store, ImportOptions(dry_run=False))
