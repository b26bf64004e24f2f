"""The knowledge that comes with the project, brought into a database without undoing what people changed there."""

import json
from importlib.resources import as_file, files
from pathlib import Path

from knowledge.entry import Status
from knowledge.errors import TransferError
from knowledge.store.entry_store import EntryStore, SaveReport
from knowledge.transfer import read_entries

SEED_FILES = ("fact_checks.jsonl", "guidelines.jsonl", "quiz.jsonl")


def seed(entries: EntryStore) -> SaveReport:
    """Add the seed entries that the database does not have; those it has, in whatever revision, stay as they are.

    Raises:
        TransferError: if a seed file is damaged.
        StoreError: if the database failed; nothing was added.
    """
    known, fresh = entries.ids(), []
    for name in SEED_FILES:
        with as_file(files("knowledge") / "seed" / name) as path:
            if _holds_nothing_new(path, known):
                continue
            result = read_entries(path)
        if result.faults:
            raise TransferError(f"{name}, line {result.faults[0].line}: {result.faults[0].problem}")
        fresh += [(entry, status or Status.PENDING) for entry, status in result.items if entry.id not in known]
    return entries.save(fresh)


def _holds_nothing_new(path: Path, known: set[str]) -> bool:
    """Whether every line is an entry that is known, so that nothing of it need be checked: at most starts it is so."""
    try:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return all(line["id"] in known for line in lines)
    except (ValueError, KeyError, TypeError):
        return False
