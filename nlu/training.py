"""Trains the Rasa model when anything it rests on has changed."""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nlu.environment import Report
from nlu.errors import RasaEnvironmentError

PROJECT = Path(__file__).parents[1]
MODELS = PROJECT / "nlu" / "models"

# What a model rests on, from the root of the project. Every pattern must match something.
_SOURCES = (
    "config.yml",
    "nlu/domain.yml",
    "nlu/data/*.yml",
    "nlu/components/*.py",
    "nlu/requirements.txt",
    "knowledge/text/data/short_forms.tsv",
    "knowledge/embedder/model/words.txt",
    "knowledge/embedder/model/words.safetensors",
)


def ensure_model(python: Path, report: Report, models: Path = MODELS, project: Path = PROJECT) -> Path:
    """Train if there is no model of the present sources; returns the model's file. Older models are deleted.

    Args:
        python: the Rasa environment's Python.
        report: is told, in words, what is being done.
        models: where models are kept.
        project: the root of the project.

    Raises:
        RasaEnvironmentError: if a source is missing or training fails.
    """
    model = models / f"{model_fingerprint(project)}.tar.gz"
    if not model.exists():
        report("Training the language model (about a minute)")
        models.mkdir(parents=True, exist_ok=True)
        _train(python, model, project)
        report("The language model is ready")
    for old in models.glob("*.tar.gz"):
        if old != model:
            old.unlink(missing_ok=True)
    return model


def model_fingerprint(project: Path = PROJECT) -> str:
    """A short hash of everything a model is made from: names and contents.

    Raises:
        RasaEnvironmentError: if something is missing.
    """
    digest = hashlib.sha256()
    for path in _sources(project):
        digest.update(f"{path.relative_to(project).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _sources(project: Path) -> Iterator[Path]:
    for pattern in _SOURCES:
        found = sorted(project.glob(pattern))
        if not found:
            raise RasaEnvironmentError(f"the language model cannot be trained: {pattern} is missing in {project}")
        yield from found


def _train(python: Path, model: Path, project: Path) -> None:
    """Train into a folder beside the model, then move it into place: a half-written model is never seen."""
    with tempfile.TemporaryDirectory(dir=model.parent, prefix="training-") as folder:
        command = [
            *(str(python), "-m", "nlu.components.run_rasa", "train", "nlu", "--quiet"),
            *("--config", "config.yml", "--nlu", "nlu/data", "--domain", "nlu/domain.yml"),
            *("--out", folder, "--fixed-model-name", "model"),
        ]
        try:
            subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
        except OSError as error:
            raise RasaEnvironmentError(f"cannot run {python}: {error}") from error
        except subprocess.CalledProcessError as error:
            said = "\n".join((error.stderr or error.stdout).strip().splitlines()[-12:])
            raise RasaEnvironmentError(f"training failed:\n{said}") from error
        trained = Path(folder) / "model.tar.gz"
        if not trained.exists():
            raise RasaEnvironmentError("training ended without a model")
        trained.replace(model)
