"""The project's shape: what must be where."""

import ast
import re
from pathlib import Path

import pytest

from bot.cli.program import program
from nlu.intents import Intent

PROJECT = Path(__file__).parents[1]
# rate_limiter, cli: libraries read these switches from the environment while they are imported.
# environment, training, rasa_process: what the Rasa processes they start inherit.
MAY_USE_ENVIRON = {
    "bot/settings.py", "bot/rate_limiter.py", "bot/cli/__init__.py",
    "nlu/environment.py", "nlu/training.py", "nlu/rasa_process.py",
}  # fmt: skip


def sources() -> list[Path]:
    patterns = ("bot/**/*.py", "actions/**/*.py", "knowledge/**/*.py", "nlu/*.py", "nlu/components/*.py")
    found = [path for pattern in patterns for path in PROJECT.glob(pattern)]
    assert len(found) > 100
    return found


def test_environment_is_read_in_settings_only() -> None:
    """A setting is read in one place."""
    users = {
        str(path.relative_to(PROJECT))
        for path in sources()
        if re.search(r"\bos\.(environ|getenv)\b", path.read_text(encoding="utf-8")) and "components" not in path.parts
    }
    assert users <= MAY_USE_ENVIRON


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager"])
def test_no_drawers(name: str) -> None:
    """A file is named for its one idea."""
    assert [path for path in sources() if name in path.stem.split("_")] == []


def test_every_source_file_says_what_it_is() -> None:
    """Each module that holds code begins with a docstring."""
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not tree.body or ast.get_docstring(tree), path


def test_every_intent_is_documented() -> None:
    """docs/intents.md says what each intent means."""
    text = (PROJECT / "docs" / "intents.md").read_text(encoding="utf-8")
    assert [intent.value for intent in Intent if intent.value not in text] == []


def test_readme_names_every_command() -> None:
    """What can be run is in the README."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    names = [command.name or "" for command in program.registered_commands]
    names += [group.name or "" for group in program.registered_groups]
    assert len(names) >= 8
    assert [name for name in names if f"`{name}" not in text] == []


def test_documents_name_only_what_exists() -> None:
    """A path in backticks or a link in the documents leads somewhere."""
    documents = [*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")]
    assert len(documents) > 5
    for document in documents:
        text = document.read_text(encoding="utf-8")
        named = set(re.findall(r"`((?:bot|actions|nlu|knowledge|tests|docs)/[\w./-]+)`", text))
        linked = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
        made_later = ("nlu/.", "nlu/models")
        missing = [path for path in named if not (PROJECT / path).exists() and not path.startswith(made_later)]
        missing += [link for link in linked if not (document.parent / link).exists()]
        assert missing == [], document


def test_no_registry_host_or_machine_path_in_the_locks() -> None:
    """The locks work against any registry."""
    locks = [*(PROJECT / "requirements").glob("*.txt"), PROJECT / "nlu" / "requirements.txt"]
    assert len(locks) == 3
    for lock in locks:
        assert not re.search(r"://|^-|\+cpu|file:", lock.read_text(encoding="utf-8"), re.MULTILINE), lock
