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


@pytest.fixture
def files(tmp_path: Path) -> IndexFiles:
    made = IndexFiles(tmp_path / "index", "model 1")
    made.write(write_something, STAMPS)
    return made


def test_what_was_written_is_taken(files: IndexFiles) -> None:
    """With the same embedder and rules, and nothing beside it is left over."""
    assert IndexFiles(files.folder, "model 1").stamps() == STAMPS
    assert [path.name for path in files.folder.parent.iterdir()] == ["index"]


def test_another_embedder_finds_none(files: IndexFiles) -> None:
    """Vectors of two models are never compared."""
    assert IndexFiles(files.folder, "model 2").stamps() is None


def test_other_rules_of_texts_find_none(files: IndexFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed word list gives other terms: the index would miss what it should find."""
    monkeypatch.setattr(index_files, "_RULES", ("text", "entry.py"))
    assert IndexFiles(files.folder, "model 1").stamps() is None


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
    assert files.stamps() is None


def test_a_file_too_many_is_damage(files: IndexFiles) -> None:
    """It could be read in place of another."""
    (files.folder / "fact_check" / "lists.faiss").write_bytes(b"")
    assert files.stamps() is None


def test_the_last_index_stays_when_writing_fails(files: IndexFiles) -> None:
    """A full disk costs no index."""

    def fail(_: Path) -> None:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        files.write(fail, {})
    assert files.stamps() == STAMPS
    assert [path.name for path in files.folder.parent.iterdir()] == ["index"]


def test_no_folder_is_no_index(tmp_path: Path) -> None:
    """The first start."""
    assert IndexFiles(tmp_path / "index", "model 1").stamps() is None
