from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.entry import ENTRY_ADAPTER, EntryKind, FactCheck, Status, Verdict
from knowledge.matching import Match
from knowledge.store.entry_store import EntryStore, SaveReport
from knowledge.transfer import ImportOptions, import_entries

from .records import FACT_CHECK, jsonl, line
from .review_files import FOUND_CLAIM, REVIEW, answer, document, feed, review

OTHER = review(url="https://semak.example/lain", claimReviewed="Dakwaan lain tentang dakwat.")


def test_reviews_land_as_pending_and_only_once(store: EntryStore, tmp_path: Path):
    """Nobody sees an imported review before it was reviewed here; importing it again changes nothing."""
    path = document(tmp_path, feed(REVIEW, OTHER))
    assert import_entries(path, store, ImportOptions()).save == SaveReport(2, 0, 0)
    assert {stored.status for stored in store.all_entries()} == {Status.PENDING}
    again = import_entries(path, store, ImportOptions())
    assert again.save == SaveReport(0, 0, 0)
    assert len(again.known) == 2


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_the_owner_may_say_otherwise(store: EntryStore, tmp_path: Path, status: Status):
    """`--status` is for every new or changed entry, whatever its line says; one that is there as it is stays."""
    import_entries(document(tmp_path, REVIEW), store, ImportOptions(status=status))
    assert [stored.status for stored in store.all_entries()] == [status]
    path = jsonl(tmp_path, line(FACT_CHECK, status="published"))
    import_entries(path, store, ImportOptions())
    import_entries(path, store, ImportOptions(status=Status.PENDING))
    assert store.require("a-claim").status is Status.PUBLISHED
    import_entries(jsonl(tmp_path, line(FACT_CHECK, claim_en="New.")), store, ImportOptions(status=Status.PENDING))
    assert store.require("a-claim").status is Status.PENDING


def test_what_lines_do_not_say(store: EntryStore, tmp_path: Path):
    """`unless_said` is for new entries without a status: it neither overrides a line nor what is stored."""
    options = ImportOptions(unless_said=Status.PENDING)
    import_entries(jsonl(tmp_path, line(FACT_CHECK), line(FACT_CHECK, id="b", status="published")), store, options)
    assert (store.require("a-claim").status, store.require("b").status) == (Status.PENDING, Status.PUBLISHED)
    import_entries(jsonl(tmp_path, line(FACT_CHECK, id="b", claim_en="New.")), store, options)
    assert store.require("b").status is Status.PUBLISHED


def test_what_may_not_be_published_is_not(store: EntryStore, tmp_path: Path):
    """`--status published` does not publish what says of itself that it waits; nothing is stored then."""
    path = jsonl(tmp_path, line(FACT_CHECK), line(FACT_CHECK, id="b", pending_reason="Source moved."))
    report = import_entries(path, store, ImportOptions(status=Status.PUBLISHED))
    assert [(fault.line, fault.field) for fault in report.faults] == [(2, "pending_reason")]
    assert list(store.all_entries()) == []


def test_an_entry_of_that_page_is_left_alone(store: EntryStore, tmp_path: Path):
    """An entry that people wrote from the same page is not replaced by its review; another verdict is told."""
    entry = ENTRY_ADAPTER.validate_python(FACT_CHECK | {"source_url": "http://www.semak.example/pensel/"})
    store.save([(entry, Status.PUBLISHED)])
    path = document(tmp_path, review(reviewRating={"alternateName": "Mengelirukan"}))
    report = import_entries(path, store, ImportOptions())
    assert report.save == SaveReport(0, 0, 0)
    assert [(known.entry_id, known.other_verdict) for known in report.known] == [("a-claim", Verdict.MISLEADING)]
    assert store.require("a-claim").entry == entry


def test_a_page_with_several_reviews(store: EntryStore, tmp_path: Path):
    """Two claims of one page are two entries; one written by hand is known by its claim's words."""
    second = review(claimReviewed="Dakwaan kedua pada halaman yang sama.")
    by_hand = FACT_CHECK | {"source_url": REVIEW["url"], "claim_ms": "Dakwaan kedua pada halaman yang sama"}
    store.save([(ENTRY_ADAPTER.validate_python(by_hand), Status.PUBLISHED)])
    report = import_entries(document(tmp_path, [REVIEW, second]), store, ImportOptions())
    assert report.save == SaveReport(1, 0, 0)
    assert [known.entry_id for known in report.known] == ["a-claim"]
    assert [(alike.known_id, alike.same_page) for alike in report.alike] == [("a-claim", True)]


def test_likely_duplicates_are_named(store: EntryStore, tmp_path: Path):
    """The retriever's best match from `LIKELY` on, asked in every language the new entry has; nothing is kept out."""
    known = ENTRY_ADAPTER.validate_python(FACT_CHECK)
    assert isinstance(known, FactCheck)
    store.save([(known, Status.PUBLISHED)])
    asked: list[str] = []

    def search(text: str) -> Sequence[Match]:
        asked.append(text)
        return [Match(known, 0.9 if "voucher" in text else 0.1)]

    path = document(tmp_path, answer(FOUND_CLAIM))
    report = import_entries(path, store, ImportOptions(dry_run=True, search=search))
    assert [(alike.line, alike.known_id, alike.probability) for alike in report.alike] == [(3, "a-claim", 0.9)]
    assert asked == [FOUND_CLAIM["text"]]
    assert import_entries(document(tmp_path, REVIEW), store, ImportOptions(search=search)).alike == ()


def test_one_bad_review_keeps_all_out(store: EntryStore, tmp_path: Path):
    """All or nothing, as for entries."""
    report = import_entries(document(tmp_path, feed(REVIEW, review(author=None))), store, ImportOptions())
    assert report.save is None
    assert [fault.field for fault in report.faults] == ["dataFeedElement[1].item.author.name"]
    assert store.count_by_status()[EntryKind.FACT_CHECK, Status.PENDING] == 0
