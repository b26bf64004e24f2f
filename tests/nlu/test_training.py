"""When a model is trained, with a fake Python that writes an empty one."""

from pathlib import Path

import pytest

from nlu.errors import RasaEnvironmentError
from nlu.training import PROJECT, ensure_model, model_fingerprint

SOURCES = (
    "config.yml",
    "nlu/domain.yml",
    "nlu/data/greet.yml",
    "nlu/components/chat_words.py",
    "nlu/requirements.txt",
    "knowledge/text/data/short_forms.tsv",
    "knowledge/embedder/model/words.txt",
    "knowledge/embedder/model/words.safetensors",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of empty sources."""
    for source in SOURCES:
        path = tmp_path / "project" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("one", encoding="utf-8")
    return tmp_path / "project"


def make_python(path: Path, script: str) -> Path:
    """A program in the place of Python."""
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Writes a model where it is told to, and notes that it was called."""
    script = f"""echo called >> {tmp_path}/calls
while [ "$1" != "--out" ]; do shift; done
echo model > "$2/model.tar.gz\""""
    return make_python(tmp_path / "python", script)


def calls(tmp_path: Path) -> int:
    """How many trainings there were."""
    return len((tmp_path / "calls").read_text().splitlines())


def test_trains_once(project: Path, python: Path, tmp_path: Path) -> None:
    """The same sources need no second training."""
    said: list[str] = []
    model = ensure_model(python, said.append, tmp_path / "models", project)
    assert model.read_text() == "model\n"
    assert ensure_model(python, said.append, tmp_path / "models", project) == model
    assert calls(tmp_path) == 1
    assert len(said) == 2


@pytest.mark.parametrize("source", SOURCES)
def test_any_changed_source_trains_anew(project: Path, python: Path, tmp_path: Path, source: str) -> None:
    """Whatever a model rests on; and only the newest is kept."""
    old = ensure_model(python, lambda _: None, tmp_path / "models", project)
    (project / source).write_text("two", encoding="utf-8")
    new = ensure_model(python, lambda _: None, tmp_path / "models", project)
    assert new != old
    assert list((tmp_path / "models").iterdir()) == [new]


def test_new_example_file_changes_the_fingerprint(project: Path) -> None:
    """Names count too."""
    before = model_fingerprint(project)
    (project / "nlu/data/thank.yml").write_text("one", encoding="utf-8")
    assert model_fingerprint(project) != before


def test_missing_source_is_named(project: Path) -> None:
    """Without its word vectors no model can be right."""
    (project / "knowledge/embedder/model/words.txt").unlink()
    with pytest.raises(RasaEnvironmentError, match=r"words\.txt"):
        model_fingerprint(project)


@pytest.mark.parametrize(("script", "message"), [("echo broken >&2; exit 1", "broken"), ("exit 0", "without a model")])
def test_failed_training_leaves_the_old_model(
    project: Path, python: Path, tmp_path: Path, script: str, message: str
) -> None:
    """A training that fails raises, says why, and deletes nothing."""
    old = ensure_model(python, lambda _: None, tmp_path / "models", project)
    (project / "config.yml").write_text("two", encoding="utf-8")
    with pytest.raises(RasaEnvironmentError, match=message):
        ensure_model(make_python(tmp_path / "bad", script), lambda _: None, tmp_path / "models", project)
    assert list((tmp_path / "models").iterdir()) == [old]


def test_the_project_has_every_source() -> None:
    """The real tree can be fingerprinted."""
    assert len(model_fingerprint(PROJECT)) == 16
