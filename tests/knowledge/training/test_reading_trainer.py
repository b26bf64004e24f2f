"""Learning what a reading counts."""

import pytest

from knowledge.evaluation.retrieval import Query
from knowledge.retriever import Retriever
from knowledge.training.fusion_trainer import train_fusion
from knowledge.training.reading_trainer import fit_reading
from tests.knowledge.pair_reader import FakeReader
from tests.knowledge.training.test_fusion_trainer import TOPICS, retriever

__all__ = ["retriever"]
SAID = ("video {} di kedah", "eh video {} di kedah ke", "betul ke video {} di kedah")
TOLD = "katanya video {} di kedah"


def queries() -> list[Query]:
    """What the likeness of words cannot tell apart: one in four is about no entry."""
    known = [Query(text.format(topic), (f"entry-{at}",)) for at, topic in enumerate(TOPICS) for text in SAID * 2]
    return [*known, *(Query(TOLD.format(topic), ()) for topic in TOPICS)]


def test_a_reader_that_is_right_counts(retriever: Retriever) -> None:
    """It tells apart what the trees cannot: so its word raises, and lowers."""
    asked = queries()
    fusion = train_fusion(asked, [], retriever).fusion
    reader = FakeReader(lambda message, _: -4.0 if "kata" in message else 4.0)
    weights = fit_reading(asked, [], retriever, fusion, reader)
    assert weights.probability((0.5, 4.0)) > weights.probability((0.5, -4.0)) + 0.2


def test_without_wrong_ones_there_is_nothing_to_weigh(retriever: Retriever) -> None:
    """A reading that was never wrong would be believed whatever it says."""
    fusion = train_fusion(queries(), [], retriever).fusion
    known = [query for query in queries() if query.expected]
    with pytest.raises(ValueError, match="both right and wrong"):
        fit_reading(known, [], retriever, fusion, FakeReader(lambda *_: 1.0))
