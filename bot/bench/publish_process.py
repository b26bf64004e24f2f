"""A bot process that only follows the database: `python -m bot.bench.publish_process DATA DATABASE`.

It says "ready", then for each entry it takes over its id and the moment it could first be found (a clock that all
processes of the machine share). Whoever started it ends it.
"""

import sys
import time
from pathlib import Path

from bot.launcher import REFRESH_EVERY_S
from bot.settings import load_settings
from bot.wiring import Knowledge, open_knowledge
from knowledge.entry import FactCheck
from knowledge.retriever import FACT_CHECKS


def follow(data: Path, database: str) -> None:
    """Follow until the process is ended."""
    knowledge = open_knowledge(load_settings(data=data, database=database), seeded=False)
    seen = knowledge.entries.change_number()
    knowledge.retriever.search("a first question", FACT_CHECKS)  # as a bot that has answered before
    print("ready", flush=True)
    while True:
        knowledge.indexer.refresh()
        for stored in knowledge.entries.changes_since(seen):
            if not isinstance(stored.entry, FactCheck) or not _is_found(knowledge, stored.entry):
                break  # not taken over yet: look again at the next turn
            seen = stored.change_number
            print(stored.entry.id, time.monotonic(), flush=True)
        time.sleep(REFRESH_EVERY_S)


def _is_found(knowledge: Knowledge, entry: FactCheck) -> bool:
    return any(match.entry.id == entry.id for match in knowledge.retriever.search(entry.claim_en or "", FACT_CHECKS))


if __name__ == "__main__":
    follow(Path(sys.argv[1]), sys.argv[2])
