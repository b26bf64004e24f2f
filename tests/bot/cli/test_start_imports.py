"""What a start does not wait for."""

import json
import subprocess
import sys

import pytest

_PRINT_MODULES = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"


def imported(module: str) -> set[str]:
    """The libraries that importing a module brings in, in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}; {_PRINT_MODULES}"], check=True, capture_output=True, text=True
    )
    return set(json.loads(done.stdout))


def test_the_command_line_waits_for_no_command() -> None:
    """`--help` and each command wait only for what they use themselves."""
    heavy = {"telegram", "sqlalchemy", "alembic", "faiss", "numpy", "torch", "sklearn", "aiohttp"}
    found = imported("bot.cli.program")
    assert "typer" in found
    assert found & heavy == set()


@pytest.mark.parametrize("library", ["torch", "sentence_transformers", "transformers", "sklearn", "scipy", "pandas"])
def test_the_bot_starts_without_what_only_builds_use(library: str) -> None:
    """The shipped embedder needs NumPy alone; what takes ten seconds to import is left to the builds."""
    assert library not in LAUNCHER


@pytest.mark.parametrize("library", ["alembic", "matplotlib", "openpyxl", "segno"])
def test_the_bot_starts_without_what_few_messages_need(library: str) -> None:
    """While it starts nobody is answered: workbooks, pictures and migrations load what they need when one is made."""
    assert library not in LAUNCHER


LAUNCHER = imported("bot.launcher")
