"""Word-by-word Malay versions of English sentences: clumsy Malay, but they show Malay words in English contexts."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from wordfreq import word_frequency

from knowledge.embedder.build.wordnet import SynsetId, WordNet

_RARE = 1e-7
_LONGEST_PHRASE = 3
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("d", ""))


@dataclass(frozen=True)
class Choices:
    """Malay words that may stand for an English one, and how likely each is."""

    words: list[list[str]]
    shares: np.ndarray


class Translator:
    """Translates by choosing, for each English word or phrase, one of its Malay lemmas at random by likelihood.

    A lemma is likely when the sense is the English word's usual one and the Malay word is often used.
    """

    def __init__(self, wordnet: WordNet, malay: dict[str, list[SynsetId]], function_words: Path, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._choices = _lexicon(wordnet, malay) | _function_words(function_words)

    def translate(self, words: list[str]) -> list[str]:
        """A Malay version of English words; unknown ones (names) stay as they are."""
        out: list[str] = []
        at = 0
        while at < len(words):
            phrase, count = self._longest(words, at)
            if phrase is None:
                out.append(words[at])
            else:
                choices = self._choices[phrase]
                out += choices.words[int(self._random.choice(len(choices.words), p=choices.shares))]
            at += count
        return out

    def _longest(self, words: list[str], at: int) -> tuple[str | None, int]:
        for count in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + count])
            if phrase in self._choices:
                return phrase, count
        return self._base_form(words[at]), 1

    def _base_form(self, word: str) -> str | None:
        forms = (word[: -len(end)] + base for end, base in _ENDINGS if word.endswith(end) and len(word) > len(end) + 1)
        return next((form for form in forms if form in self._choices), None)


def _lexicon(wordnet: WordNet, malay: dict[str, list[SynsetId]]) -> dict[str, Choices]:
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for lemma, synsets in malay.items():
        usual = (word_frequency(lemma, "ms") if " " not in lemma else 0.0) + _RARE
        for synset in synsets:
            for english in wordnet.lemmas[synset]:
                weights[english][lemma] += usual**0.5 / (1 + wordnet.sense_rank(english, synset)) ** 1.5
    return {
        english: Choices([lemma.split() for lemma in found], np.array(list(found.values())) / sum(found.values()))
        for english, found in weights.items()
    }


def _function_words(path: Path) -> dict[str, Choices]:
    table: dict[str, Choices] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        english, _, malay = line.partition("\t")
        choices = [choice.split() for choice in malay.split("|")]
        table[english] = Choices(choices, np.full(len(choices), 1 / len(choices)))
    return table
