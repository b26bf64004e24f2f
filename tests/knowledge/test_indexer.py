"""The retriever follows the database, which leads."""

from pathlib import Path

import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.entry import Status
from knowledge.fusion import trained_fusion
from knowledge.indexer import Indexer
from knowledge.retriever import Retriever
from knowledge.seeding import seed
from knowledge.store.database import Database, sqlite_url
from knowledge.store.entry_store import EntryStore
from tests.knowledge.conftest import MakeFactCheck


@pytest.fixture
def entries(tmp_path: Path) -> EntryStore:
    database = Database(sqlite_url(tmp_path / "k.db"))
    database.migrate()
    return EntryStore(database)


def found(retriever: Retriever, text: str) -> list[str]:
    return [match.entry.id for match in retriever.search(text)]


def test_published_corrected_and_withdrawn(entries: EntryStore, make_fact_check: MakeFactCheck) -> None:
    """Each change in the database shows after the next refresh, without building anew."""
    retriever = Retriever(HashEmbedder(), trained_fusion())
    indexer = Indexer(entries, retriever)
    entries.save([(make_fact_check(), Status.PENDING)])
    indexer.refresh()
    assert found(retriever, "kertas undi titik hitam") == []
    entries.save([(make_fact_check(), Status.PUBLISHED)])
    assert indexer.refresh() == 1
    assert found(retriever, "kertas undi titik hitam") == ["titik-hitam"]
    entries.save([(make_fact_check(claim_ms="Kucing dilantik menjadi pegawai."), Status.PUBLISHED)])
    indexer.refresh()
    assert found(retriever, "kucing pegawai") == ["titik-hitam"]
    entries.save([(make_fact_check(claim_ms="Kucing dilantik menjadi pegawai."), Status.WITHDRAWN)])
    indexer.refresh()
    assert found(retriever, "kucing pegawai") == []


def test_nothing_new_costs_nothing(entries: EntryStore, make_fact_check: MakeFactCheck) -> None:
    """A refresh without changes takes nothing over."""
    indexer = Indexer(entries, Retriever(HashEmbedder(), trained_fusion()))
    entries.save([(make_fact_check(), Status.PUBLISHED)])
    assert (indexer.refresh(), indexer.refresh()) == (1, 0)


def test_seed_never_undoes_what_people_changed(entries: EntryStore) -> None:
    """Seeding adds what is missing; a corrected or withdrawn entry stays as it is."""
    assert seed(entries).added > 700
    stored = next(entry for entry in entries.all_entries() if entry.status is Status.PUBLISHED)
    entries.save([(stored.entry, Status.WITHDRAWN)])
    assert seed(entries).added == 0
    assert entries.require(stored.entry.id).status is Status.WITHDRAWN


def test_many_changes_are_taken_over_page_by_page(entries: EntryStore, make_fact_check: MakeFactCheck) -> None:
    """No entry is left out or taken twice where one page ends and the next begins."""
    retriever = Retriever(HashEmbedder(), trained_fusion())
    entries.save([(make_fact_check(id=f"entry-{at}"), Status.PUBLISHED) for at in range(7)])
    assert Indexer(entries, retriever, page=3).refresh() == 7
    assert len(retriever) == 7
