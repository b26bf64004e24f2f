"""Reads Princeton WordNet 3.0 (Debian: wordnet-base) and Wordnet Bahasa, which names its synsets in Malay."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import EmbedderError

SynsetId = tuple[str, str]
_PARTS = (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv"))
_UNRANKED_SENSE = 5


@dataclass
class WordNet:
    """Synsets with their English lemmas and sentences (gloss and examples), and how usual each sense of a lemma is."""

    lemmas: dict[SynsetId, list[str]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    sense_ranks: dict[tuple[str, SynsetId], int] = field(default_factory=dict)

    def sense_rank(self, lemma: str, synset: SynsetId) -> int:
        """0 for a lemma's most usual sense."""
        return self.sense_ranks.get((lemma, synset), _UNRANKED_SENSE)


def read_wordnet(folder: Path) -> WordNet:
    """Read the `data.*` and `index.*` files.

    Raises:
        EmbedderError: if they are not there.
    """
    wordnet = WordNet()
    for part, name in _PARTS:
        for line in _lines(folder / f"data.{name}"):
            _read_synset(wordnet, part, line)
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            for rank, offset in enumerate(fields[-int(fields[2]) :]):
                wordnet.sense_ranks[fields[0].replace("_", " "), (offset, part)] = rank
    return wordnet


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="latin1").splitlines() if not line.startswith(" ")]
    except OSError as error:
        raise EmbedderError(f"cannot read {path}: install WordNet 3.0 (Debian: wordnet-base).") from error


def _read_synset(wordnet: WordNet, part: str, line: str) -> None:
    fields = line.split(" ")
    lemmas = [fields[4 + 2 * at].replace("_", " ").split("(")[0].lower() for at in range(int(fields[3], 16))]
    wordnet.lemmas[fields[0], part] = lemmas
    definition, *examples = line.split("|", 1)[1].strip().split('; "')
    candidates = [f"{', '.join(lemmas[:3])}: {definition}", *(example.strip(' "') for example in examples)]
    wordnet.sentences += [text for text in candidates if 3 <= len(text.split()) <= 40]


def read_malay_lemmas(path: Path, wordnet: WordNet) -> dict[str, list[SynsetId]]:
    """Malay lemma -> the synsets it names."""
    lemmas: dict[str, list[SynsetId]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, _, lemma = line.split("\t")[:3]
        offset, part = key.split("-")
        synset = (offset, "a" if part == "s" else part)
        if synset in wordnet.lemmas:
            lemmas[lemma.lower().replace("_", " ")].append(synset)
    return dict(lemmas)
