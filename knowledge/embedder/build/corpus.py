"""The sentences the embedder learns from: WordNet's, and pairs written for this project."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.entry import FactCheck, Guideline, QuizItem
from knowledge.errors import EmbedderError
from knowledge.transfer import read_entries


@dataclass(frozen=True)
class Pair:
    """An English sentence and its Malay translation by a person."""

    english: str
    malay: str


def read_pairs(path: Path) -> list[Pair]:
    """Read `english TAB malay` lines.

    Raises:
        EmbedderError: if a line is not two texts.
    """
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        english, tab, malay = line.partition("\t")
        if not tab or not english.strip() or not malay.strip():
            raise EmbedderError(f"{path}, line {number}: needs an English sentence, a TAB and a Malay sentence.")
        pairs.append(Pair(english.strip(), malay.strip()))
    return pairs


def entry_pairs(path: Path) -> list[Pair]:
    """The texts of an entry file that stand in both languages."""
    sides = [pair for entry, _ in read_entries(path).items for pair in _sides(entry)]
    return [Pair(english, malay) for english, malay in sides if english and malay]


def _sides(entry: FactCheck | Guideline | QuizItem) -> list[tuple[str | None, str | None]]:
    if isinstance(entry, FactCheck):
        return [(entry.claim_en, entry.claim_ms), (entry.summary_en, entry.summary_ms)]
    if isinstance(entry, Guideline):
        return [(entry.title_en, entry.title_ms), (entry.body_en, entry.body_ms)]
    return [
        (entry.question_en, entry.question_ms),
        (entry.explanation_en, entry.explanation_ms),
        *zip(entry.options_en or (), entry.options_ms or (), strict=False),
    ]
