"""The words of the table and the vectors they start from."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from wordfreq import top_n_list, word_frequency

from knowledge.embedder.build.wordnet import SynsetId, WordNet
from knowledge.text.stemmer import malay_stem

_TOP = 60_000
_WORD = re.compile(r"[\w\-']+")
_RARE = 1e-7
_CLEARLY_ENGLISH = 3.0
# Smooth inverse frequency (Arora, Liang & Ma 2017): a word weighs a / (a + p(word)).
_SIF_A = 1e-4


def english_words(wordnet: WordNet, malay: dict[str, list[SynsetId]]) -> list[str]:
    """Every word or phrase whose vector is asked of the teacher, in a fixed order."""
    frequent = {word for language in ("en", "ms") for word in top_n_list(language, _TOP) if _WORD.fullmatch(word)}
    named = {lemma for synsets in malay.values() for synset in synsets for lemma in wordnet.lemmas[synset]}
    return sorted(frequent | named)


@dataclass(frozen=True)
class Start:
    """The words of the table, in row order, and their first vectors, shape (words, dimension), weighted by rarity."""

    words: list[str]
    vectors: NDArray[np.float32]


class _Malay:
    """First vectors of Malay words: what their synsets' English lemmas mean, by how usual each is."""

    def __init__(
        self, wordnet: WordNet, lemmas: dict[str, list[SynsetId]], english: dict[str, NDArray[np.float32]]
    ) -> None:
        self._wordnet, self._lemmas, self._english = wordnet, lemmas, english

    def vector(self, lemma: str) -> NDArray[np.float32] | None:
        total = np.zeros_like(next(iter(self._english.values())))
        for synset in self._lemmas[lemma]:
            for english in self._wordnet.lemmas[synset]:
                usual = word_frequency(english.split()[0], "en") + _RARE
                weight = usual**0.5 / (1 + self._wordnet.sense_rank(english, synset))
                if english in self._english:
                    total = total + weight * self._english[english]
        length = np.linalg.norm(total)
        return (total / length).astype(np.float32) if length > 0 else None


def first_vectors(
    wordnet: WordNet, lemmas: dict[str, list[SynsetId]], english: dict[str, NDArray[np.float32]]
) -> Start:
    """Start Malay words from their lexicon entry, derived Malay words from their root, the rest from the teacher."""
    table: dict[str, NDArray[np.float32]] = {}
    malay = _Malay(wordnet, lemmas, english)
    for lemma in lemmas:
        vector = malay.vector(lemma) if " " not in lemma else None
        if vector is None:
            continue
        in_english, in_malay = word_frequency(lemma, "en"), word_frequency(lemma, "ms")
        borrowed = lemma in english and in_english > max(_CLEARLY_ENGLISH * in_malay, _RARE)
        table[lemma] = english[lemma] if borrowed else vector
    for word in top_n_list("ms", _TOP):
        root = malay_stem(word) if word not in table and _WORD.fullmatch(word) else None
        if root in table and word_frequency(word, "ms") > word_frequency(word, "en"):
            table[word] = table[str(root)]
    for word, vector in english.items():
        if " " not in word:
            table.setdefault(word, vector)
    words = list(table)
    frequency = np.array([max(word_frequency(word, "ms"), word_frequency(word, "en"), 1e-8) for word in words])
    weights = (_SIF_A / (_SIF_A + frequency)).astype(np.float32)
    return Start(words, np.stack([table[word] for word in words]) * weights[:, None])
