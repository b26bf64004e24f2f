"""The shipped model as a sentence-transformers module: `SentenceTransformer(folder)` reads it, without network."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import torch
from sentence_transformers.base.modules.input_module import InputModule

from knowledge.embedder.word_table import WordTable


class WordBag(InputModule):
    """Gives a `WordTable`'s sums as the sentence embedding."""

    save_in_root = True

    def __init__(self, table: WordTable) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.table = table

    def get_embedding_dimension(self) -> int:
        """The length of the vectors, as sentence-transformers asks for it."""
        return self.table.dimension

    @property
    def max_seq_length(self) -> None:
        """No limit."""
        return

    def preprocess(self, inputs: Sequence[object], prompt: str | None = None, **_: object) -> dict[str, torch.Tensor]:
        """Sum each text's word vectors: `sums` of shape (texts, dimension)."""
        return {"sums": torch.from_numpy(self.table.sums([f"{prompt or ''}{text}" for text in inputs]))}

    def forward(self, features: dict[str, torch.Tensor], **_: object) -> dict[str, torch.Tensor]:
        """Give the sums as `sentence_embedding`, shape (texts, dimension)."""
        features["sentence_embedding"] = features["sums"]
        return features

    def save(self, output_path: str, *_: object, **__: object) -> None:
        """Write the table into a folder."""
        self.table.save(Path(output_path))

    @classmethod
    def load(cls, model_name_or_path: str, *_: object, **__: object) -> Self:
        """Read what `save` wrote."""
        return cls(WordTable.load(Path(model_name_or_path)))
