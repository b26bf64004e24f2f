"""The retriever follows the database, which leads."""

from pathlib import Path

import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.entry import Status
from knowledge.fusion import trained_fusion
from knowledge.index.index_files import IndexFiles
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


def start(entries: EntryStore, folder: Path) -> tuple[Indexer, Retriever]:
    """A process that keeps its index."""
    retriever = Retriever(HashEmbedder(), trained_fusion())
    return Indexer(entries, retriever, IndexFiles(folder, HashEmbedder().name), least_saved=2), retriever


def test_a_kept_index_follows_what_changed_meanwhile(
    entries: EntryStore, tmp_path: Path, make_fact_check: MakeFactCheck
) -> None:
    """Added, corrected and withdrawn entries are right after the next start; the others are not read anew."""
    entries.save([(make_fact_check(id=f"entry-{at}"), Status.PUBLISHED) for at in range(6)])
    first, _ = start(entries, tmp_path / "index")
    assert (first.open(), first.refresh(), first.save(), first.save()) == (0, 6, True, False)
    entries.save([(make_fact_check(id="entry-1", claim_ms="Kucing dilantik menjadi pegawai."), Status.PUBLISHED)])
    entries.save([(make_fact_check(id="entry-2"), Status.WITHDRAWN)])
    entries.save([(make_fact_check(id="entry-9", claim_ms="Gajah menjaga peti undi."), Status.PUBLISHED)])
    second, retriever = start(entries, tmp_path / "index")
    assert second.open() == 4
    assert second.refresh() == 0
    assert len(retriever) == 6
    assert found(retriever, "kucing pegawai")[0] == "entry-1"
    assert found(retriever, "gajah peti undi")[0] == "entry-9"
    assert "entry-2" not in found(retriever, "kertas undi titik hitam")
    assert second.save()


def test_an_index_of_another_database_serves_nothing_of_it(
    entries: EntryStore, tmp_path: Path, make_fact_check: MakeFactCheck
) -> None:
    """Even where ids and change numbers are the same, for instance after a backup was restored."""
    entries.save([(make_fact_check(id=f"entry-{at}"), Status.PUBLISHED) for at in range(3)])
    kept, _ = start(entries, tmp_path / "index")
    kept.refresh()
    kept.save()
    other = Database(sqlite_url(tmp_path / "other.db"))
    other.migrate()
    others = EntryStore(other)
    others.save([(make_fact_check(id="entry-0", claim_ms="Kucing dilantik menjadi pegawai."), Status.PUBLISHED)])
    indexer, retriever = start(others, tmp_path / "index")
    assert indexer.open() == 0
    assert len(retriever) == 1
    assert found(retriever, "kucing pegawai") == ["entry-0"]


def test_few_entries_are_not_kept(entries: EntryStore, tmp_path: Path, make_fact_check: MakeFactCheck) -> None:
    """They are read as quickly as the files would be."""
    entries.save([(make_fact_check(), Status.PUBLISHED)])
    indexer, _ = start(entries, tmp_path / "index")
    indexer.refresh()
    assert not indexer.save()
    assert not (tmp_path / "index").exists()
