"""The pieces of words that the cross-encoder knows: those of Malay and English, out of 250,000 of many languages."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.entry import FactCheck
from knowledge.text.analysis import analyse
from knowledge.text.lexicon import everyday_words

_SPECIAL: Final = 4  # <s>, <pad>, </s>, <unk>
_COMMON: Final = 40_000
"""The pieces are in the order of their frequency: of the first so many, all in plain small letters are kept."""
_PLAIN: Final = re.compile(r"▁?[a-z0-9]*|▁?.")
_PREFIXES: Final = ("di", "ber", "ter", "me", "mem", "men", "meng", "ke", "pe", "pen", "peng")
_SUFFIXES: Final = ("an", "kan", "nya", "i", "s", "ed", "ing")


def texts_of(entry: FactCheck) -> list[str]:
    """Everything of an entry that is read: its claims, wordings and look-alikes, in canonical form."""
    texts = (entry.claim_ms, entry.claim_en, *entry.wordings_ms, *entry.wordings_en, *entry.look_alikes)
    return [canonical_text(analyse(text).words) for text in texts if text]


def tokenizer_of(pieces: Sequence[str], scores: Sequence[float]) -> Tokenizer:
    """A unigram tokenizer (Kudo, 2018) that puts a pair as `<s> message </s> claim </s>`."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=3))
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> $B:0 </s>:0", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def kept_pieces(pieces: Sequence[str], scores: Sequence[float], texts: Sequence[str]) -> list[int]:
    """The numbers of the pieces that stay, in their order: common ones, and all that known words and texts need."""
    kept = {*range(_SPECIAL), *(at for at, piece in enumerate(pieces[:_COMMON]) if _PLAIN.fullmatch(piece))}
    whole = tokenizer_of(pieces, scores)
    for read in whole.encode_batch([*_words(), *texts]):
        kept.update(read.ids)
    return sorted(kept)


def _words() -> Iterator[str]:
    for word in sorted(everyday_words()):
        yield word
        yield from (prefix + word for prefix in _PREFIXES)
        yield from (word + suffix for suffix in _SUFFIXES)
