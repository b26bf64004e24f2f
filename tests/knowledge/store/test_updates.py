from datetime import UTC, datetime, timedelta

import pytest

from knowledge.store.database import Database
from knowledge.store.digest_writing import write_digest
from knowledge.store.eve import PollingEve
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, Outbox
from knowledge.store.question_log import OPENED, QuestionLog
from knowledge.store.update_store import CORRECTED_WITHIN, Subscription, UpdateStore, got_answer
from knowledge.text.language import Language

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)


@pytest.fixture
def updates(database: Database) -> UpdateStore:
    return UpdateStore(database)


def test_who_got_an_answer_counts_once_by_their_newest(database: Database):
    """With the address and language of the last time; without an address or too long ago, not at all."""
    log = QuestionLog(database)
    log.record("p", "e", "confirmed", NOW - timedelta(days=2), "old", Language.MS)
    log.record("p", "e", OPENED, NOW - timedelta(days=1), "new", Language.EN)
    log.record("q", "e", "confirmed", NOW)
    log.record("r", "e", "confirmed", NOW - CORRECTED_WITHIN - timedelta(seconds=1), "r", Language.EN)
    log.record("s", "other", "confirmed", NOW, "s", Language.EN)
    with database.session() as session:
        (found,) = got_answer(session, "e", NOW)
    assert (found.person, found.address, found.language) == ("p", "new", Language.EN)
    assert [trend.people for trend in log.trending(NOW - timedelta(days=3), 5) if trend.entry_id == "e"] == [2]


def test_a_day_has_one_digest(database: Database, updates: UpdateStore):
    """Two processes that write it at once, or one that writes it again, send it once."""
    updates.subscribe(Subscription("p", "1", Language.MS, 7, ("health",), "2026-11-24", NOW))
    (due,) = updates.due_digests("2026-11-25", 7, 10)
    assert due.topics == ("health",)
    for key in ("first", "second"):
        letter = Letter(key, "1", "p", Language.MS, "[]", "digest")
        write_digest(database, "p", "2026-11-25", NOW, letter, is_procedural=False)
    assert updates.due_digests("2026-11-25", 23, 10) == []
    assert Outbox(database).counts()[LetterState.WAITING] == 1


def test_the_switch_remembers(database: Database):
    """Off at first; every turn is in the log."""
    eve = PollingEve(database)
    assert not eve.is_on()
    assert eve.turn(NOW, on=False) == 0
    assert eve.log(5) == []
    eve.turn(NOW, on=True)
    assert PollingEve(database).is_on()
