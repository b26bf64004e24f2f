import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from knowledge.entry import EntryKind, Status
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore
from knowledge.store.feedback_store import FeedbackStore, Rating
from knowledge.store.people_store import PeopleStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_inbox import UpdateInbox
from knowledge.text.language import Language

from .examples import fact_check, guideline

P = Status.PUBLISHED
NOW = datetime(2026, 8, 31, 12, tzinfo=UTC)
THREADS = 8


def test_threads_save_and_read_at_once(store: EntryStore):
    """Eight threads lose no write, and every change number is given once."""

    def work(thread: int) -> None:
        for number in range(6):
            store.save([(fact_check(f"own-{thread}-{number}"), P), (guideline(owner=f"{thread}.{number}"), P)])
            assert store.require(f"own-{thread}-{number}").entry.id
            store.published(EntryKind.FACT_CHECK)
            assert store.require("a-rule").revision >= 1

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(work, range(THREADS)))
    assert len(store.published(EntryKind.FACT_CHECK)) == THREADS * 6
    assert store.require("a-rule").revision == THREADS * 6
    assert store.change_number() == THREADS * 6 * 2
    numbers = [stored.change_number for stored in store.changes_since(0)]
    assert len(set(numbers)) == len(numbers)


def test_no_change_is_missed_by_one_who_follows(store: EntryStore):
    """Change numbers appear in the order of the commits: who asks for newer ones again and again sees all.

    The pauses leave the interpreter to the writers: one who never rests takes it from them for 5 ms at every call of
    SQLite, which made forty savings last up to 20 s and the last in the queue give up.
    """
    with ThreadPoolExecutor(THREADS) as threads:
        writing = [threads.submit(store.save, [(fact_check(f"e-{number}"), P)]) for number in range(40)]
        looks: list[list[str]] = []
        last = 0
        while not (all(each.done() for each in writing) and store.change_number() == last):
            found = store.changes_since(last)
            looks.append([stored.entry.id for stored in found])
            last = found[-1].change_number if found else last
            time.sleep(0.001)
    assert [each.result().added for each in writing] == [1] * 40
    assert sorted(seen for look in looks for seen in look) == sorted(f"e-{number}" for number in range(40))
    assert sum(bool(look) for look in looks) > 3, "the follower came too late to see anything but the end"


def test_two_database_objects_share_one_database(url: str):
    """What one writes the other reads and adds to."""
    databases = [Database(url), Database(url)]
    stores = [EntryStore(database) for database in databases]
    with ThreadPoolExecutor(THREADS) as threads:
        saved = [
            threads.submit(stores[number % 2].save, [(fact_check(f"e-{number}"), P), (guideline(owner=f"{number}"), P)])
            for number in range(24)
        ]
    assert sum(each.result().added for each in saved) == 25
    assert [len(store.published(EntryKind.FACT_CHECK)) for store in stores] == [24, 24]
    assert stores[0].require("a-rule").revision == 24
    for database in databases:
        database.dispose()


def test_two_processes_share_one_database(url: str, store: EntryStore):
    """A second process saves while this one does."""
    script = (
        "import sys\n"
        "from knowledge.entry import Guideline, Status\n"
        "from knowledge.store.database import Database\n"
        "from knowledge.store.entry_store import EntryStore\n"
        "store = EntryStore(Database(sys.argv[1]))\n"
        "rule = Guideline.model_validate_json(sys.argv[2])\n"
        "for number in range(30):\n"
        "    store.save([(rule.model_copy(update={'owner': f'child {number}'}), Status.PUBLISHED)])\n"
    )
    command = [sys.executable, "-c", script, url, guideline().model_dump_json()]
    child = subprocess.Popen(command, cwd=Path(__file__).parents[3], stderr=subprocess.PIPE)
    for number in range(30):
        store.save([(guideline(owner=f"parent {number}"), P)])
    assert child.communicate(timeout=60)[1] == b""
    assert store.require("a-rule").revision == store.change_number() == 60


def test_a_person_in_a_hurry(database: Database):
    """The same tip, rating, language and update from many threads at once is still one of each."""
    tips, feedback, people = TipStore(database), FeedbackStore(database), PeopleStore(database)
    inbox = UpdateInbox(database, "run")

    def work(_: int) -> tuple[bool, bool]:
        people.set_language("p", Language.EN)
        feedback.add("p", Rating.HELPFUL, "e", NOW)
        return tips.add("p", "Betul ke?", Language.MS, NOW).is_new, inbox.begin(1)

    with ThreadPoolExecutor(THREADS) as threads:
        results = list(threads.map(work, range(THREADS * 2)))
    assert sorted(new for new, _ in results) == [False] * 15 + [True]
    assert sorted(begun for _, begun in results) == [False] * 15 + [True]
    assert feedback.counts("e")[Rating.HELPFUL] == 1
    assert tips.count() == 1
