import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.entry import ENTRY_ADAPTER, Status
from knowledge.errors import TransferError
from knowledge.feeds.writing import write_feeds
from knowledge.store.entry_store import EntryStore
from tests.knowledge.transfer.records import FACT_CHECK, GUIDELINE

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def _save(store: EntryStore, **changes: object) -> None:
    store.save([(ENTRY_ADAPTER.validate_python(FACT_CHECK | changes), Status.PUBLISHED)])


def test_only_what_is_published_is_written(store: EntryStore, tmp_path: Path):
    """Three files; what waits or was withdrawn is in none of them."""
    _save(store)
    store.save([(ENTRY_ADAPTER.validate_python(FACT_CHECK | {"id": "waits"}), Status.PENDING)])
    store.save([(ENTRY_ADAPTER.validate_python(GUIDELINE | {"id": "gone"}), Status.WITHDRAWN)])
    report = write_feeds(store, tmp_path / "feeds", NOW, "https://x.my/f/")
    assert report.entries == 1
    assert sorted(path.name for path in report.files) == ["claim-reviews.jsonld", "feed-en.atom", "feed-ms.atom"]
    feed = json.loads((tmp_path / "feeds" / "claim-reviews.jsonld").read_text(encoding="utf-8"))
    assert [item["identifier"] for each in feed["dataFeedElement"] for item in each["item"]] == ["a-claim", "a-claim"]
    assert 'href="https://x.my/f/feed-ms.atom"' in (tmp_path / "feeds" / "feed-ms.atom").read_text(encoding="utf-8")


def test_a_feed_that_lacks_what_is_required_is_not_written(store: EntryStore, tmp_path: Path):
    """Two entries of one page that review one claim: the error names the second, and the old files stay."""
    _save(store)
    folder = tmp_path / "feeds"
    write_feeds(store, folder, NOW)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    _save(store, id="again")
    with pytest.raises(TransferError, match=r"dataFeedElement\[1\]\.item\[0\]: It is the review of .* once more"):
        write_feeds(store, folder, NOW)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_that_cannot_be_made(store: EntryStore, tmp_path: Path):
    """The error names it."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(TransferError, match="file/feeds cannot be made"):
        write_feeds(store, tmp_path / "file" / "feeds", NOW)
