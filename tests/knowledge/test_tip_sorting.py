"""Tips find their cluster as they come, by the shipped embedder."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.database import Database, sqlite_url
from knowledge.store.tip_store import TipStore
from knowledge.text.language import Language
from knowledge.tip_reading import TipReader
from knowledge.tip_sorting import TipSorter

NOW = datetime(2026, 8, 31, 12, 30, tzinfo=UTC)


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
