"""Learning what evidence is worth."""

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.agreement import AGREEMENT_NAMES
from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.evaluation.retrieval import Query
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.fusion import Fusion
from knowledge.retriever import Retriever
from knowledge.training.fusion_trainer import train_fusion, write_fusion
from knowledge.training.out_of_fold import judged_out_of_fold
from knowledge.trees import Trees, from_json
from tests.knowledge.conftest import MakeFactCheck

TOPICS = ("banjir kilat", "gempa bumi", "beras plastik", "jari getah", "kertas undi", "harimau liar", "dua ribut")


@pytest.fixture
def retriever(make_fact_check: MakeFactCheck) -> Retriever:
    start = Fusion(tuple(4.0 if name == "lexical" else 0.0 for name in EVIDENCE_NAMES), -2.0)
    found = Retriever(HashEmbedder(), start)
    found.put(
        [
            make_fact_check(
                id=f"entry-{at}",
                claim_ms=f"Video menunjukkan {topic} di Kedah.",
                claim_en=f"A video shows {topic} in Kedah.",
                source_url=f"https://a.my/{at}",
            )
            for at, topic in enumerate(TOPICS)
        ]
    )
    return found


def queries() -> list[Query]:
    known = [Query(f"{topic} kat kedah ke", (f"entry-{at}",)) for at, topic in enumerate(TOPICS)]
    near = [Query(f"{topic} kat johor ke", ()) for topic in TOPICS]
    return [*known, *near] * 4


def test_learns_to_prefer_the_right_entry_and_to_doubt_a_near_miss(retriever: Retriever) -> None:
    """What was said of this entry is likelier than what was said of another state."""
    trained = train_fusion(queries(), [], retriever)
    assert (trained.messages, trained.positives) == (56, 28)
    right = retriever.search("beras plastik kat kedah ke")[0]
    near = retriever.search("beras plastik kat johor ke")[0]
    assert right.entry.id == near.entry.id == "entry-2"
    assert right.probability > near.probability


def test_what_is_written_judges_as_what_was_learnt(retriever: Retriever, tmp_path: Path) -> None:
    """The file is the model: nothing but rounding is lost."""
    trained = train_fusion(queries(), [], retriever)
    write_fusion(trained, tmp_path / "fusion.json", learnt_from=["a.jsonl"], embedder="hash-1", cross_encoder="0123")
    stored = json.loads((tmp_path / "fusion.json").read_text(encoding="utf-8"))
    assert (stored["embedder"], stored["cross_encoder"]) == ("hash-1", "0123")
    places = {name: place for place, name in enumerate(stored["agreement"])}
    read = Trees(stored["start"], tuple(from_json(tree, places) for tree in stored["trees"]))
    rows = np.random.default_rng(0).uniform(0, 3, (20, len(AGREEMENT_NAMES)))
    assert trained.fusion.trees is not None
    assert read.probabilities(rows) == pytest.approx(trained.fusion.trees.probabilities(rows), abs=0.01)


def test_nothing_to_learn_from_is_an_error(retriever: Retriever) -> None:
    """An empty file must not overwrite what was learnt before."""
    with pytest.raises(ValueError, match="no messages"):
        train_fusion([], [], retriever)


def test_out_of_fold_every_message_is_judged_once(retriever: Retriever) -> None:
    """Messages of one subject are judged together, by trees of the others, and none is left out."""
    asked = queries()
    ranking = train_fusion(asked, [], retriever).fusion
    judged = judged_out_of_fold(asked, queries()[:7], retriever, ranking)
    assert sorted(query.text for query, _ in judged) == sorted(query.text for query in asked)
    by_text = {query.text: [c.match.probability for c in found] for query, found in judged}
    assert all(found == sorted(found, reverse=True) for found in by_text.values())
