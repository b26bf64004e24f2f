"""Tips find their cluster as they come, by the shipped embedder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.facts import facts_of
from knowledge.store.audit_log import Actor
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.cluster_work import ClusterWork
from knowledge.store.database import Database, sqlite_url
from knowledge.store.tip_store import TipStore
from knowledge.text.analysis import analyse
from knowledge.text.language import Language
from knowledge.tip_reading import TipReader, TipReading
from knowledge.tip_sorting import TipSorter

NOW = datetime(2026, 8, 31, 12, 30, tzinfo=UTC)


class Bridge:
    """Reads a tip as its letters: tips are alike when they share one, so that "ab" lies between "a" and "b"."""

    def read(self, texts: Mapping[int, str]) -> list[TipReading]:
        """One direction for each letter."""
        return [reading_of(key, text) for key, text in texts.items()]


def reading_of(key: int, text: str) -> TipReading:
    letters = np.array([letter in text for letter in "abc"], dtype=np.float32)
    direction = letters / np.linalg.norm(letters)
    nothing = np.zeros((0, 3), dtype=np.float32)
    return TipReading(
        key, tuple(text), nothing, np.zeros(0, dtype=np.float32), direction, direction, facts_of(analyse(""))
    )


@dataclass(frozen=True)
class Sorting:
    """Tips, their clusters, the desk's hand on them, and the sorter."""

    tips: TipStore
    clusters: ClusterStore
    work: ClusterWork
    sorter: TipSorter

    def come(self, *texts: str) -> None:
        """Tips come, each from another person, and are sorted one by one."""
        for text in texts:
            self.tips.add(f"person-{self.tips.count()}", text, Language.MS, NOW)
            self.sorter.catch_up(NOW)

    @property
    def groups(self) -> list[list[str]]:
        """The texts of each open cluster."""
        return sorted(list(texts.values()) for texts in self.clusters.open_tips().values())


@pytest.fixture
def sorting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sorting]:
    """Tips, clusters, and a sorter for which two tips are about one claim as far as they share letters."""
    monkeypatch.setattr(
        "knowledge.clustering.log_odds", lambda one, other: 10.0 * float(one.content @ other.content) - 4
    )
    database = Database(sqlite_url(tmp_path / "store.db"))
    database.migrate()
    clusters = ClusterStore(database)
    yield Sorting(TipStore(database), clusters, ClusterWork(database), TipSorter(clusters, Bridge()))  # type: ignore[arg-type]
    database.dispose()


def test_a_tip_between_two_clusters_makes_them_one(sorting: Sorting) -> None:
    """They are two claims until it comes; a third stays by itself."""
    sorting.come("a", "b", "c")
    assert sorting.groups == [["a"], ["b"], ["c"]]
    sorting.come("ab")
    assert sorting.groups == [["a", "b", "ab"], ["c"]]


def test_what_people_split_is_not_joined_again(sorting: Sorting, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tip between the halves joins one of them, and they stay two, without their pairs being looked at."""
    sorting.come("a", "b", "ab")
    sorting.work.split(Actor("m" * 32, "Mei"), 1, [2], NOW)
    looked_at: list[int] = []
    monkeypatch.setattr("knowledge.tip_sorting.is_one_claim", lambda some, others: looked_at.append(1) or True)
    sorting.come("ab")
    assert sorting.groups == [["a", "ab", "ab"], ["b"]]
    assert looked_at == []


@pytest.mark.model
def test_each_claim_is_one_cluster(tmp_path: Path) -> None:
    """The same rumour in other words joins its cluster; another one begins its own; sorting again changes nothing."""
    database = Database(sqlite_url(tmp_path / "store.db"))
    database.migrate()
    embedder = ShippedEmbedder()
    embedder.load()
    tips, clusters = TipStore(database), ClusterStore(database)
    sorter = TipSorter(clusters, TipReader(embedder, lambda key: 1.0))
    texts = [
        "air paip di Kluang dicampur pewarna hijau sempena pilihan raya",
        "sekolah di Muar tutup seminggu kerana banjir",
        "betul ke air paip Kluang dicampur pewarna hijau untuk pilihan raya?",
    ]
    for number, text in enumerate(texts):
        tips.add(f"person-{number}", text, Language.MS, NOW)
        assert sorter.catch_up(NOW) == 1
    assert sorter.catch_up(NOW) == 0
    assert [list(found) for found in clusters.open_tips().values()] == [[1, 3], [2]]
    assert sorter.similar(1, 5) == [2]
    database.dispose()
