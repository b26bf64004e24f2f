"""What an index finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """A raw finding: a document's number, its score (bm25 or cosine, higher is better) and its rank from 0."""

    number: int
    score: float
    rank: int
