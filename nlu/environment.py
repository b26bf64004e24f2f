"""Makes the Rasa environment: Rasa 3.6.21 runs on Python 3.10 at most, so it has one of its own in `nlu/.venv`."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nlu.errors import RasaEnvironmentError

NLU = Path(__file__).parent
LOCK = NLU / "requirements.txt"
VENV = NLU / ".venv"
PYTHON_VERSION = "3.10"

_STAMP = "safertogether.lock"
_PROBE = "import sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)"
_PROBE_LIMIT_S = 30.0

Report = Callable[[str], None]


def ensure_environment(report: Report, venv: Path = VENV, lock: Path = LOCK) -> Path:
    """Make the environment if it is not there or its lock changed; returns its Python.

    Args:
        report: is told, in words, what is being done.
        venv: the environment's folder.
        lock: the exact packages to install.

    Raises:
        RasaEnvironmentError: if Python 3.10 or the packages cannot be had.
    """
    python = venv / "bin" / "python"
    stamp = venv / _STAMP
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8").strip() == wanted:
        return python
    uv = _find_uv()
    base = find_python(report, uv)
    report("Making the Rasa environment (once; some minutes and about 2 GB)")
    _run([uv, "venv", "--clear", "--python", str(base), str(venv)])
    # Compiled now, Rasa starts in a third of the time even where Python may not write its bytecode when it runs.
    _run([uv, "pip", "install", "--compile-bytecode", "--python", str(python), "--requirement", str(lock)])
    stamp.write_text(wanted + "\n", encoding="utf-8")
    report("The Rasa environment is ready")
    return python


def find_python(report: Report, uv: str) -> Path:
    """Find Python 3.10: on the path, among pyenv's, among uv's; else have uv install it.

    Raises:
        RasaEnvironmentError: if none can be had.
    """
    for candidate in _candidates(uv):
        found = _probe(candidate)
        if found is not None:
            return found
    report(f"Python {PYTHON_VERSION} is not on this machine; installing it with uv")
    try:
        _run([uv, "python", "install", PYTHON_VERSION])
    except RasaEnvironmentError as error:
        raise RasaEnvironmentError(_no_python(str(error))) from error
    found = _probe(_uv_python(uv))
    if found is None:
        raise RasaEnvironmentError(_no_python("uv installed it, but it does not run"))
    return found


def _candidates(uv: str) -> Iterator[str | None]:
    # A pyenv shim of this name exists even when no 3.10 is selected, and fails: only a Python that answers counts.
    yield shutil.which(f"python{PYTHON_VERSION}")
    yield from (str(path) for path in _pyenv_pythons())
    yield _uv_python(uv)


def _pyenv_pythons() -> list[Path]:
    """Pyenv's Pythons 3.10.*, newest first."""
    pyenv = shutil.which("pyenv")
    root = _answer([pyenv, "root"]) if pyenv else None
    versions = Path(root or Path.home() / ".pyenv") / "versions"
    folders = [path for path in versions.glob(f"{PYTHON_VERSION}.*") if re.fullmatch(r"[\d.]+", path.name)]
    folders.sort(key=lambda path: int(path.name.rpartition(".")[2]), reverse=True)
    return [path / "bin" / "python" for path in folders]


def _uv_python(uv: str) -> str | None:
    return _answer([uv, "python", "find", "--no-project", PYTHON_VERSION])


def _probe(python: str | None) -> Path | None:
    """The true path of a Python, if it runs and is 3.10."""
    answer = _answer([python, "-c", _PROBE]) if python else None
    version, _, executable = (answer or "").partition("\n")
    return Path(executable) if version == PYTHON_VERSION and executable else None


def _find_uv() -> str:
    beside = Path(sys.executable).with_name("uv")
    uv = str(beside) if beside.exists() else shutil.which("uv")
    if uv is None:
        raise RasaEnvironmentError("uv is not installed; it makes the Rasa environment. Try: pip install uv")
    return uv


def _answer(command: Sequence[str]) -> str | None:
    """What a command prints, or None if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PROBE_LIMIT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, capture_output=True, text=True, check=True)
    except OSError as error:
        raise RasaEnvironmentError(f"cannot run {command[0]}: {error}") from error
    except subprocess.CalledProcessError as error:
        said = "\n".join(error.stderr.strip().splitlines()[-12:])
        raise RasaEnvironmentError(f"`{' '.join(command[1:3])}` failed:\n{said}") from error


def _no_python(reason: str) -> str:
    return (
        f"Rasa needs Python {PYTHON_VERSION}, and none can be had ({reason}). Install it in any way (pyenv install "
        f"{PYTHON_VERSION}, uv python install {PYTHON_VERSION}, your system's packages) and start again, or "
        "run without Rasa."
    )
