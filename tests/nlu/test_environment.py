"""Finding Python 3.10 and making the environment, with fake programs on a path of our own."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from nlu import environment
from nlu.environment import ensure_environment, find_python
from nlu.errors import RasaEnvironmentError


class FakeMachine:
    """Two folders: programs on the path, and a home."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bin"
        self.home = folder / "home"
        self.calls = folder / "calls.txt"
        self.uv_python = folder / "uv-python"
        self.path.mkdir()
        self.home.mkdir()
        self.said: list[str] = []

    def program(self, path: Path, script: str) -> Path:
        """Write an executable shell script."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    def python(self, path: Path, version: str = "3.10") -> Path:
        """A Python that answers the probe."""
        return self.program(path, f"echo {version}; echo {path}")

    def uv(self, install: str = "exit 0") -> str:
        """A uv that notes its calls, finds what is at `uv_python`, and makes an empty environment."""
        script = f"""echo "$*" >> {self.calls}
case "$1 $2" in
  "python find") if [ -x {self.uv_python} ]; then echo {self.uv_python}; else exit 2; fi;;
  "python install") {install};;
  "venv --clear") for last; do :; done; mkdir -p "$last/bin"; echo '#!/bin/sh' > "$last/bin/python";;
  "pip install") exit 0;;
esac"""
        return str(self.program(self.path / "uv", script))

    def called(self) -> list[str]:
        """What uv was asked."""
        return self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeMachine:
    """A machine with nothing on it but a shell."""
    made = FakeMachine(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([str(made.path), "/usr/bin", "/bin"]))
    monkeypatch.setattr(shutil, "which", lambda name: _only_in(made.path, name))
    monkeypatch.setattr(Path, "home", lambda: made.home)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere" / "python"))
    return made


def _only_in(folder: Path, name: str) -> str | None:
    return str(folder / name) if (folder / name).exists() else None


def test_python_on_the_path_comes_first(machine: FakeMachine) -> None:
    """A python3.10 on the path that runs is taken."""
    python = machine.python(machine.path / "python3.10")
    machine.python(machine.home / ".pyenv/versions/3.10.13/bin/python")
    assert find_python(machine.said.append, machine.uv()) == python


def test_shim_that_does_not_run_is_passed_over(machine: FakeMachine) -> None:
    """A shim of pyenv exists even when no 3.10 is selected; the newest 3.10 of pyenv is taken instead."""
    machine.program(machine.path / "python3.10", "echo 'command not found' >&2; exit 127")
    machine.python(machine.home / ".pyenv/versions/3.10.9/bin/python")
    newest = machine.python(machine.home / ".pyenv/versions/3.10.13/bin/python")
    assert find_python(machine.said.append, machine.uv()) == newest


def test_python_of_another_version_is_passed_over(machine: FakeMachine) -> None:
    """A name is not a version."""
    machine.python(machine.path / "python3.10", version="3.11")
    uv_python = machine.python(machine.uv_python)
    assert find_python(machine.said.append, machine.uv()) == uv_python


def test_pyenv_root_elsewhere(machine: FakeMachine, tmp_path: Path) -> None:
    """Pyenv says where it keeps its versions."""
    machine.program(machine.path / "pyenv", f"echo {tmp_path / 'elsewhere'}")
    python = machine.python(tmp_path / "elsewhere/versions/3.10.4/bin/python")
    assert find_python(machine.said.append, machine.uv()) == python


def test_uv_installs_it_when_there_is_none(machine: FakeMachine) -> None:
    """The last resort; the person is told."""
    script = f"#!/bin/sh\\necho 3.10; echo {machine.uv_python}\\n"
    install = f"printf '{script}' > {machine.uv_python}; chmod +x {machine.uv_python}"
    assert find_python(machine.said.append, machine.uv(install)) == machine.uv_python
    assert "python install 3.10" in machine.called()
    assert machine.said


def test_no_python_can_be_had(machine: FakeMachine) -> None:
    """The message says what is needed and what to do."""
    uv = machine.uv("echo 'no network' >&2; exit 1")
    with pytest.raises(RasaEnvironmentError, match="needs Python 3.10") as caught:
        find_python(machine.said.append, uv)
    assert "no network" in str(caught.value)


def test_environment_is_made_once(machine: FakeMachine, tmp_path: Path) -> None:
    """A second start finds it made; another lock makes it anew."""
    machine.python(machine.path / "python3.10")
    machine.uv()
    venv, lock = tmp_path / "venv", tmp_path / "requirements.txt"
    lock.write_text("rasa==3.6.21\n", encoding="utf-8")
    python = ensure_environment(machine.said.append, venv, lock)
    assert python == venv / "bin" / "python"
    made = machine.called()
    assert [call.split()[0] for call in made] == ["venv", "pip"]
    ensure_environment(machine.said.append, venv, lock)
    assert machine.called() == made
    lock.write_text("rasa==3.6.20\n", encoding="utf-8")
    ensure_environment(machine.said.append, venv, lock)
    assert len(machine.called()) == 2 * len(made)


def test_failed_installation_is_not_taken_for_made(machine: FakeMachine, tmp_path: Path) -> None:
    """The stamp is written last; uv's own words reach the person."""
    machine.python(machine.path / "python3.10")
    script = machine.path / "uv"
    machine.uv()
    script.write_text(
        script.read_text().replace('"pip install") exit 0', '"pip install") echo "no such package" >&2; exit 1')
    )
    lock = tmp_path / "requirements.txt"
    lock.write_text("rasa==9\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RasaEnvironmentError, match="no such package"):
            ensure_environment(machine.said.append, tmp_path / "venv", lock)


def test_without_uv(machine: FakeMachine, tmp_path: Path) -> None:
    """A missing uv is named."""
    lock = tmp_path / "requirements.txt"
    lock.touch()
    with pytest.raises(RasaEnvironmentError, match="uv is not installed"):
        ensure_environment(machine.said.append, tmp_path / "venv", lock)


def test_lock_is_complete_and_holds_no_address() -> None:
    """Every package is pinned; no host and no path of a developer's machine is in it."""
    lines = [line for line in environment.LOCK.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) > 100
    assert "rasa==3.6.21" in lines
    for line in lines:
        requirement = line.partition(";")[0]
        assert "==" in requirement
        assert "/" not in requirement
        assert "@" not in requirement
