"""A text as the cross-encoder reads it: small letters, short forms written out, every alias by its one name."""

from collections.abc import Sequence

from knowledge.text.lexicon import Alias
from knowledge.text.names import replace_names


def canonical_text(words: Sequence[str]) -> str:
    """The words of an `Analysis` in their order, stop words and "not" included.

    "Election Commission" and "SPR" become the same word, so that the model need not learn it.
    """
    return " ".join(item.canonical if isinstance(item, Alias) else item for item in replace_names(list(words)))
