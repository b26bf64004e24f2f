"""How long from publishing an entry until two other bot processes, which have answered before, find it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final

from bot.settings import load_settings
from bot.wiring import open_store
from knowledge.entry import FactCheck, Status, Topic, Verdict
from knowledge.store.entry_store import EntryStore

PROCESSES: Final = 2
_SUBJECTS: Final = (
    "buses to polling centres", "pens at the counter", "postal envelopes", "queue numbers", "school holidays",
    "indelible ink", "ballot boxes", "radio announcements", "parking at schools", "wheelchair ramps",
    "umbrellas in the rain", "lost identity cards",
)  # fmt: skip


@dataclass(frozen=True)
class PublishingReport:
    """Seconds from the commit until the entry was found, of every entry in every process."""

    database: str
    processes: int
    entries: int
    median_s: float
    longest_s: float

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def measure_publishing(folder: Path, database: str) -> PublishingReport:
    """Publish entries one after the other while other processes follow the same database.

    Args:
        folder: For vectors; empty.
        database: The URL of an empty database.
    """
    opened, entries = open_store(load_settings(data=folder, database=database), seeded=False)
    delays: list[float] = []
    entries.save([(_entry("start", "the first question"), Status.PUBLISHED)])
    try:
        with ExitStack() as stack:
            following = [stack.enter_context(_follower(folder / str(n), database)) for n in range(PROCESSES)]
            for number, subject in enumerate(_SUBJECTS):
                delays += _publish(entries, number, subject, following)
    finally:
        opened.dispose()
    delays.sort()
    kind = "PostgreSQL" if database.startswith("postgres") else "SQLite"
    return PublishingReport(kind, PROCESSES, len(_SUBJECTS), delays[len(delays) // 2], delays[-1])


def _publish(entries: EntryStore, number: int, subject: str, following: list[IO[str]]) -> list[float]:
    entry = _entry(str(number), subject)
    entries.save([(entry, Status.PUBLISHED)])
    committed_s = time.monotonic()
    found = [line.readline().split() for line in following]
    assert all(name == entry.id for name, _ in found)
    return [float(moment_s) - committed_s for _, moment_s in found]


def _entry(name: str, subject: str) -> FactCheck:
    return FactCheck(
        id=f"bench-{name}",
        topic=Topic.OTHER,
        claim_ms=None,
        claim_en=f"A sample claim about {subject}.",
        verdict=Verdict.FALSE,
        summary_ms=None,
        summary_en=f"False: a sample about {subject}.",
        publisher="SaferTogether",
        source_url=f"https://example.com/{name}",
    )


@contextmanager
def _follower(folder: Path, database: str) -> Iterator[IO[str]]:
    command = [sys.executable, "-m", "bot.bench.publish_process", str(folder), database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout is None or process.stdout.readline().strip() != "ready":
                raise RuntimeError("a process that follows the database did not start")
            yield process.stdout
        finally:
            process.kill()
