"""Builds the shipped embedder from open parts, the same way every time."""

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from knowledge.embedder.build.corpus import Pair, entry_pairs, read_pairs
from knowledge.embedder.build.teacher import Teacher
from knowledge.embedder.build.trainer import Sentences, train
from knowledge.embedder.build.translation import Translator
from knowledge.embedder.build.vocabulary import english_words, first_vectors
from knowledge.embedder.build.wordnet import read_malay_lemmas, read_wordnet
from knowledge.embedder.word_bag import WordBag
from knowledge.embedder.word_table import WordTable
from knowledge.seeding import SEED_FILES
from knowledge.text.words import words_of

DIMENSION = 256
EPOCHS = 6
PAIR_COPIES = 8
"""How often a pair written by a person is seen in an epoch, for each time a WordNet sentence is."""
_SEED = 20261123
_UNKNOWN_LENGTH_PERCENTILE = 90  # an unknown word is rare, so it weighs as rare known words do
_FILES = ("words.safetensors", "words.txt", "word_bag.json")


@dataclass(frozen=True)
class Targets:
    """The teacher's vectors, centred, cut to the main directions of the sentences and brought to length 1."""

    mean: NDArray[np.float32]
    directions: NDArray[np.float32]

    def of(self, vectors: NDArray[np.float32], mean: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
        """Vectors as the student sees them, shape (n, 256)."""
        cut = (vectors - (self.mean if mean is None else mean)) @ self.directions
        return np.asarray(cut / np.maximum(np.linalg.norm(cut, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _targets(sentences: NDArray[np.float32]) -> Targets:
    mean = sentences.mean(axis=0)
    _, _, directions = np.linalg.svd(sentences[::4] - mean, full_matrices=False)
    return Targets(mean, directions[:DIMENSION].T)


def build(wordnet_folder: Path, work: Path, out: Path, report: Callable[[str], None]) -> str:
    """Build the model into `out`; returns its fingerprint.

    Args:
        wordnet_folder: where WordNet 3.0's `data.*` and `index.*` are.
        work: a folder for the teacher's vectors, kept between builds.
        out: the model's folder.
        report: told of each step.

    Raises:
        EmbedderError: if a part is missing.
    """
    torch.set_num_threads(os.cpu_count() or 1)
    wordnet = read_wordnet(wordnet_folder)
    with as_file(files("knowledge.embedder") / "lexicon") as lexicon, as_file(files("knowledge") / "seed") as seeds:
        lemmas = read_malay_lemmas(lexicon / "wordnet-bahasa-zsm.tab", wordnet)
        translator = Translator(wordnet, lemmas, lexicon / "function_words.tsv", _SEED)
        pairs = read_pairs(lexicon / "sentence_pairs.tsv")
        pairs += [pair for name in SEED_FILES for pair in entry_pairs(seeds / name)]
    report(f"{len(wordnet.sentences)} WordNet sentences, {len(pairs)} pairs, {len(lemmas)} Malay lemmas")
    teacher = Teacher(work, report)
    names = english_words(wordnet, lemmas)
    taught_words = teacher.encode("words", names)
    taught_sentences = teacher.encode("sentences", wordnet.sentences)
    taught_pairs = teacher.encode("pairs", [pair.english for pair in pairs])
    targets = _targets(taught_sentences)
    start = first_vectors(
        wordnet, lemmas, dict(zip(names, targets.of(taught_words, taught_words.mean(axis=0)), strict=True))
    )
    report(f"{len(start.words)} words in the table")
    epochs = _epochs(
        wordnet.sentences,
        pairs,
        translator,
        start.words,
        targets.of(taught_sentences),
        targets.of(taught_pairs),
        report,
    )
    return _write(train(start.vectors, epochs, report, _SEED), start.words, out)


def _epochs(
    sentences: Sequence[str],
    pairs: Sequence[Pair],
    translator: Translator,
    words: Sequence[str],
    sentence_targets: NDArray[np.float32],
    pair_targets: NDArray[np.float32],
    report: Callable[[str], None],
) -> list[Sentences]:
    """Each epoch sees every sentence with a Malay version of its own, and every pair several times."""
    rows = {word: row for row, word in enumerate(words)}

    def rows_of(spoken: Sequence[str]) -> list[int]:
        return [rows[word] for word in spoken if word in rows]

    split = [words_of(sentence) for sentence in sentences]
    english = [rows_of(spoken) for spoken in split] + [rows_of(words_of(p.english)) for p in pairs] * PAIR_COPIES
    pair_malay = [rows_of(words_of(pair.malay)) for pair in pairs] * PAIR_COPIES
    targets = np.concatenate([sentence_targets, *[pair_targets] * PAIR_COPIES])
    epochs = []
    for number in range(1, EPOCHS + 1):
        malay = [rows_of(translator.translate(spoken)) for spoken in split] + pair_malay
        kept = [at for at in range(len(english)) if len(english[at]) > 1 and len(malay[at]) > 1]
        epochs.append(Sentences([english[at] for at in kept], [malay[at] for at in kept], targets[kept]))
        report(f"Malay versions for epoch {number} of {EPOCHS} made")
    return epochs


def _write(table: NDArray[np.float32], words: Sequence[str], out: Path) -> str:
    out.mkdir(parents=True, exist_ok=True)
    scales = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
    whole = np.clip(np.round(table / scales[:, None]), -127, 127).astype(np.int8)
    unknown = float(np.percentile(np.linalg.norm(table, axis=1), _UNKNOWN_LENGTH_PERCENTILE))
    WordTable(words, whole, scales.astype(np.float32), unknown).save(out)
    module = {"idx": 0, "name": "0", "path": "", "type": f"{WordBag.__module__}.{WordBag.__name__}"}
    (out / "modules.json").write_text(json.dumps([module], indent=1) + "\n", encoding="utf-8")
    settings = {"similarity_fn_name": "cosine"}
    (out / "config_sentence_transformers.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")
    digest = hashlib.sha256(b"".join((out / name).read_bytes() for name in _FILES)).hexdigest()
    fingerprint = f"safertogether-words-{digest[:16]}"
    (out / "fingerprint.txt").write_text(fingerprint + "\n", encoding="utf-8")
    return fingerprint
