"""What an index finds."""

from typing import NamedTuple


class Hit(NamedTuple):
    """A raw finding: a document's number, its score (bm25 or cosine, higher is better) and its rank from 0."""

    number: int
    score: float
    rank: int
