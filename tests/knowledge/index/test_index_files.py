"""An index in files."""

from pathlib import Path

import pytest

from knowledge.index import index_files
from knowledge.index.index_files import IndexFiles, fingerprint

STAMPS = {"satu": "1 2026-11-26", "dua": "2 2026-11-26"}


def write_something(folder: Path) -> None:
    """An index of two files."""
    (folder / "fact_check").mkdir()
    (folder / "fact_check" / "words.npz").write_bytes(b"words")
    (folder / "urls.tsv").write_bytes(b"urls")


def stamps_of(files: IndexFiles) -> dict[str, str] | None:
    """The stamps of an index that is taken, None for one that is not."""
    read = files.read(lambda folder: (folder / "urls.tsv").read_bytes())
    if read is None:
        return None
    assert read[0] == b"urls"
    return read[1]


@pytest.fixture
def files(tmp_path: Path) -> IndexFiles:
    made = IndexFiles(tmp_path / "index", "model 1")
    made.write(write_something, STAMPS)
    return made


def test_what_was_written_is_taken(files: IndexFiles) -> None:
    """With the same embedder and rules, and nothing beside it is left over."""
    assert stamps_of(IndexFiles(files.folder, "model 1")) == STAMPS
    assert [path.name for path in files.folder.parent.iterdir()] == ["index"]


def test_another_embedder_finds_none(files: IndexFiles) -> None:
    """Vectors of two models are never compared."""
    assert stamps_of(IndexFiles(files.folder, "model 2")) is None


def test_other_rules_of_texts_find_none(files: IndexFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed word list gives other terms: the index would miss what it should find."""
    monkeypatch.setattr(index_files, "_RULES", ("text", "entry.py"))
    assert stamps_of(IndexFiles(files.folder, "model 1")) is None


def test_the_word_lists_are_part_of_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those in folders below."""
    (tmp_path / "text" / "data").mkdir(parents=True)
    (tmp_path / "text" / "data" / "words.txt").write_text("undi")
    monkeypatch.setattr(index_files, "_KNOWLEDGE", tmp_path)
    monkeypatch.setattr(index_files, "_RULES", ("text",))
    before = fingerprint("model 1")
    (tmp_path / "text" / "data" / "words.txt").write_text("undi\npos")
    assert fingerprint("model 1") != before


@pytest.mark.parametrize("name", ["urls.tsv", "fact_check/words.npz", "stamps.tsv", "manifest.json"])
@pytest.mark.parametrize("damage", ["changed", "missing"])
def test_a_damaged_index_is_none(files: IndexFiles, name: str, damage: str) -> None:
    """Whatever file is hit."""
    if damage == "missing":
        (files.folder / name).unlink()
    else:
        (files.folder / name).write_bytes(b"w0rds")
    assert stamps_of(files) is None


def test_a_file_too_many_is_damage(files: IndexFiles) -> None:
    """It could be read in place of another."""
    (files.folder / "fact_check" / "lists.faiss").write_bytes(b"")
    assert stamps_of(files) is None


def test_the_last_index_stays_when_writing_fails(files: IndexFiles) -> None:
    """A full disk costs no index."""

    def fail(_: Path) -> None:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        files.write(fail, {})
    assert stamps_of(files) == STAMPS
    assert [path.name for path in files.folder.parent.iterdir()] == ["index"]


def test_no_folder_is_no_index(tmp_path: Path) -> None:
    """The first start."""
    assert stamps_of(IndexFiles(tmp_path / "index", "model 1")) is None


def test_an_index_replaced_while_it_was_read_is_none(files: IndexFiles) -> None:
    """Its stamps would be those of the other one."""

    def replace(_: Path) -> str:
        files.write(lambda folder: (folder / "urls.tsv").write_bytes(b"others"), {"satu": "9"})
        return "mixed"

    assert files.read(replace) is None


def test_an_index_that_cannot_be_read_is_none(files: IndexFiles) -> None:
    """Although it is what was written."""

    def fail(_: Path) -> str:
        raise ValueError("of another kind")

    assert files.read(fail) is None
