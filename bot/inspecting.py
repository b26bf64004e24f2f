"""Holds entries to the rules, with what only the bot knows of them: how long its answers are."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from actions.entry_phrases import answer
from bot.html_parts import plain_text
from bot.limits import utf16_units
from bot.localisation import Localisation
from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.entry import FactCheck, Guideline
from knowledge.fusion import trained_fusion
from knowledge.inspection.hosts import read_hosts
from knowledge.inspection.inspection import Means, inspect
from knowledge.inspection.listed import Listed, read_listed
from knowledge.inspection.reading_rules import ReadingAge, reading_ages
from knowledge.inspection.waivers import Sifted, read_waivers, sift
from knowledge.seeding import SEED_FILES
from knowledge.text.language import Language


@dataclass(frozen=True)
class Inspected:
    """The entries, what is to be mended in them, and how long ago each was read."""

    entries: Sequence[Listed]
    sifted: Sifted
    ages: Sequence[ReadingAge]


@dataclass(frozen=True)
class Lists:
    """What people keep beside the entries; None stands for the seed's own list."""

    hosts: Path | None = None
    waivers: Path | None = None


def listed_entries(entry_files: Sequence[Path]) -> list[Listed]:
    """The entries of these files; of the seed when there are none.

    Raises:
        TransferError: a file cannot be read, or one of its lines is no entry.
    """
    with _seed_folder() as folder:
        return read_listed(entry_files or [folder / name for name in SEED_FILES])


def inspect_files(entry_files: Sequence[Path], lists: Lists, today: date) -> Inspected:
    """Hold the entries of these files, or of the seed, to every rule; the seed's waivers are for the seed alone.

    Raises:
        KnowledgeError: a file or a list cannot be read, or the embedder cannot be loaded.
    """
    entries = listed_entries(entry_files)
    with _seed_folder() as folder:
        hosts = read_hosts(lists.hosts or folder / "hosts.tsv")
        waivers = lists.waivers or (None if entry_files else folder / "waivers.tsv")
        accepted = read_waivers(waivers) if waivers else []
    embedder = ShippedEmbedder()
    embedder.load()
    means = Means(today, hosts, AnswerSizes(today).size, embedder, trained_fusion())
    return Inspected(entries, sift(inspect(entries, means), accepted, today), reading_ages(entries, today))


@contextmanager
def _seed_folder() -> Iterator[Path]:
    with as_file(files("knowledge") / "seed") as folder:
        yield folder


class AnswerSizes:
    """How long answers are once Telegram shows them on a day."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._texts = Localisation()

    def size(self, entry: FactCheck | Guideline, language: Language) -> int:
        """The UTF-16 units of the whole answer."""
        phrase = answer(entry, language, self._today)
        return utf16_units(plain_text(self._texts.text(phrase, language, escape=True)))
