from datetime import UTC, datetime, timedelta

from knowledge.store.database import Database
from knowledge.store.update_inbox import UpdateInbox

LARGE = 2**40


def test_an_update_is_processed_once(database: Database):
    """In progress or done, it is not begun again in the same run."""
    inbox = UpdateInbox(database, "run-1")
    assert inbox.begin(LARGE)
    assert not inbox.begin(LARGE)
    inbox.finish(LARGE)
    assert not inbox.begin(LARGE)
    assert inbox.begin(LARGE + 1)


def test_after_a_crash_the_unfinished_is_processed_again(database: Database):
    """Another run takes over what the earlier one never finished, and only that."""
    before = UpdateInbox(database, "run-1")
    before.begin(1)
    before.begin(2)
    before.finish(2)
    after = UpdateInbox(database, "run-2")
    assert after.begin(1)
    assert not after.begin(1)
    assert not after.begin(2)


def test_finishing_what_was_purged_is_harmless(database: Database):
    """A slow update may outlive its row."""
    inbox = UpdateInbox(database, "run")
    inbox.begin(1)
    assert inbox.purge(datetime.now(UTC) + timedelta(minutes=1)) == 1
    inbox.finish(1)
    assert inbox.begin(1)


def test_purge_keeps_what_is_recent(database: Database):
    """Only what was received before the moment goes."""
    inbox = UpdateInbox(database, "run")
    inbox.begin(1)
    assert inbox.purge(datetime.now(UTC) - timedelta(minutes=1)) == 0
    assert not inbox.begin(1)
