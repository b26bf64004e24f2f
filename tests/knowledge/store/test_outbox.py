from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.store.database import Database
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, Outbox, keep_file, put_letters
from knowledge.store.outbox_queue import Arrival, OpenLetter, OutboxQueue
from knowledge.store.people_store import PeopleStore
from knowledge.text.language import Language

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def letter(key: str, address: str | None = None, lane: str = "news", **more: object) -> Letter:
    """A letter to an address of its own."""
    fields = {"person": "p", "language": Language.MS, "payload": f"says {key}"} | more
    return Letter(key, address or f"to {key}", lane=lane, **fields)  # type: ignore[arg-type]


@pytest.fixture
def outbox(database: Database) -> Outbox:
    """The writers' side."""
    return Outbox(database)


@pytest.fixture
def queue(database: Database) -> OutboxQueue:
    """The sender's side."""
    return OutboxQueue(database, "run")


def due(queue: OutboxQueue, now: datetime = NOW, limit: int = 10, busy: tuple[str, ...] = ()) -> list[str]:
    return [one.key for one in queue.due(now, limit, busy)]


def next_one(queue: OutboxQueue) -> OpenLetter:
    return queue.due(NOW, 1, ())[0]


def send(queue: OutboxQueue, message_id: int = 7, poll_id: str | None = None, *, is_last: bool = True) -> OpenLetter:
    """Send the next letter."""
    one = next_one(queue)
    assert queue.begin(one, message_id - 1)
    queue.arrived(one, Arrival(message_id, poll_id, NOW), is_last=is_last)
    return one


class TestPut:
    def test_a_key_is_written_once(self, outbox: Outbox, queue: OutboxQueue):
        """Whoever is not sure whether they wrote a letter writes it again, also after it was sent."""
        assert outbox.put([letter("a"), letter("b")], NOW) == 2
        assert outbox.put([letter("a"), letter("c")], NOW) == 1
        send(queue)
        assert outbox.put([letter("a", payload="other")], NOW) == 0
        assert outbox.counts() == {
            LetterState.WAITING: 2, LetterState.SENDING: 0, LetterState.SENT: 1, LetterState.CHANGED: 0,
            LetterState.DROPPED: 0,
        }  # fmt: skip

    def test_a_letter_exists_only_with_what_caused_it(self, database: Database, outbox: Outbox):
        """A transaction that is undone leaves no letter and no file."""

        def fail() -> None:
            with database.session() as session:
                put_letters(session, [letter("a")], NOW)
                keep_file(session, b"results", NOW)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fail()
        assert outbox.receipt("a") is None

    def test_many_at_once(self, outbox: Outbox):
        """A correction goes to thousands in one transaction."""
        assert outbox.put([letter(str(number)) for number in range(1203)], NOW) == 1203

    def test_two_writers_of_one_key(self, outbox: Outbox):
        """At the same moment too only one is written."""
        with ThreadPoolExecutor(4) as threads:
            assert sum(threads.map(lambda _: outbox.put([letter("a")], NOW), range(8))) == 1


class TestDue:
    def test_lanes_take_turns(self, outbox: Outbox, queue: OutboxQueue):
        """A long lane does not keep a short one waiting."""
        outbox.put([letter(f"long {number}", lane="long") for number in range(8)], NOW)
        outbox.put([letter("short", lane="short")], NOW)
        assert due(queue, limit=4) == ["long 0", "short", "long 1", "long 2"]

    def test_no_lane_waits_for_ever(self, outbox: Outbox, queue: OutboxQueue):
        """With more lanes than are asked for, those not served come next."""
        outbox.put([letter(f"{lane} {number}", lane=f"lane {lane}") for lane in "abc" for number in range(3)], NOW)
        assert due(queue, limit=2) == ["a 0", "b 0"]
        assert due(queue, limit=2) == ["c 0", "a 0"]

    def test_later_busy_and_done_letters_are_left_out(self, outbox: Outbox, queue: OutboxQueue):
        """What is not due, goes to a busy address or has been begun is not given out."""
        outbox.put([letter("later", not_before=NOW + HOUR), letter("a", "x"), letter("b", "x"), letter("c", "y")], NOW)
        assert due(queue, busy=("x",)) == ["c"]
        assert due(queue) == ["a", "c"]
        assert queue.begin(next_one(queue), 0)
        assert due(queue) == ["b", "c"]
        assert "later" in due(queue, NOW + HOUR)

    def test_a_letter_is_begun_once(self, outbox: Outbox, queue: OutboxQueue):
        """Begun, taken back or forgotten meanwhile, it is not sent."""
        outbox.put([letter("a")], NOW)
        one = next_one(queue)
        assert queue.begin(one, 0)
        assert not queue.begin(one, 0)
        outbox.put([letter("b")], NOW)
        two = next_one(queue)
        assert outbox.drop("b") == 1
        assert not queue.begin(two, 0)


class TestOutcomes:
    def test_parts_arrive_one_by_one(self, outbox: Outbox, queue: OutboxQueue):
        """Of a letter with several messages each arrives once; the receipt names the last."""
        outbox.put([letter("a")], NOW)
        assert send(queue, 7, is_last=False).part == 0
        assert send(queue, 8, "poll").part == 1
        receipt = outbox.receipt("a")
        assert receipt is not None
        assert (receipt.state, receipt.message_id, receipt.sent_at) == (LetterState.SENT, 8, NOW)
        assert outbox.receipt_of_poll("poll") == receipt
        assert outbox.receipt_of_poll("another") is None
        assert due(queue) == []

    def test_what_another_run_began_is_left_over(self, database: Database, outbox: Outbox, queue: OutboxQueue):
        """After a crash nobody knows whether it arrived; one's own are in progress."""
        outbox.put([letter("a"), letter("b")], NOW)
        assert queue.begin(next_one(queue), 41)
        assert queue.left_over() == []
        (left,) = OutboxQueue(database, "next run").left_over()
        assert (left.key, left.floor) == ("a", 41)

    def test_what_did_not_arrive_is_tried_again(self, outbox: Outbox, queue: OutboxQueue):
        """Not before the moment that was asked for."""
        outbox.put([letter("a")], NOW)
        one = next_one(queue)
        queue.begin(one, 0)
        queue.again(one, NOW + HOUR)
        assert due(queue) == []
        assert queue.due(NOW + HOUR, 1, ())[0].attempts == 1

    def test_an_address_that_is_gone_gets_nothing_more(self, outbox: Outbox, queue: OutboxQueue):
        """Everything open to it is dropped, with the reason."""
        outbox.put([letter("a", "x"), letter("b", "x"), letter("c")], NOW)
        assert queue.drop_address("x", "blocked") == 2
        assert due(queue) == ["c"]
        receipt = outbox.receipt("a")
        assert receipt is not None
        assert (receipt.state, receipt.problem) == (LetterState.DROPPED, "blocked")

    def test_the_highest_message_id_is_remembered(self, outbox: Outbox, queue: OutboxQueue):
        """From arrivals, and from what was noted."""
        assert queue.highest_message_id() == 0
        outbox.put([letter("a")], NOW)
        send(queue, 50)
        assert queue.highest_message_id() == 50
        queue.note_highest(80)
        queue.note_highest(90)
        assert queue.highest_message_id() == 90

    def test_forgetting_a_person_takes_their_letters(self, database: Database, outbox: Outbox, queue: OutboxQueue):
        """Deleting one's data leaves nothing in the outbox, sent or not."""
        outbox.put([letter("a"), letter("b"), letter("c", person="q")], NOW)
        send(queue)
        PeopleStore(database).forget("p")
        assert due(queue) == ["c"]
        assert outbox.receipt("a") is None


class TestChange:
    def test_what_was_not_sent_says_the_new_thing(self, outbox: Outbox, queue: OutboxQueue):
        """There is nothing to edit yet."""
        outbox.put([letter("board")], NOW)
        assert outbox.change("board", "newer")
        assert next_one(queue).payload == "newer"
        assert next_one(queue).edit_number is None

    def test_only_the_newest_edit_counts(self, outbox: Outbox, queue: OutboxQueue):
        """A live board that changed ten times is edited once."""
        outbox.put([letter("board")], NOW)
        send(queue, 7)
        for number in range(10):
            assert outbox.change("board", f"newer {number}")
        edit = next_one(queue)
        assert (edit.payload, edit.message_id) == ("newer 9", 7)
        queue.edited(edit)
        assert due(queue) == []
        assert outbox.counts()[LetterState.SENT] == 1

    def test_an_edit_that_came_meanwhile_is_done_next(self, outbox: Outbox, queue: OutboxQueue):
        """While it is being sent, and while it is being edited."""
        outbox.put([letter("board")], NOW)
        one = next_one(queue)
        queue.begin(one, 0)
        outbox.change("board", "first")
        queue.arrived(one, Arrival(7, None, NOW), is_last=True)
        edit = next_one(queue)
        assert edit.payload == "first"
        outbox.change("board", "second")
        queue.edited(edit)
        assert next_one(queue).payload == "second"
        queue.again(edit, NOW + HOUR)
        assert due(queue) == []

    def test_nothing_to_change(self, outbox: Outbox, queue: OutboxQueue):
        """An unknown letter and a dropped one say so."""
        assert not outbox.change("board", "x")
        outbox.put([letter("board")], NOW)
        queue.drop(next_one(queue), "refused")
        assert not outbox.change("board", "x")


class TestKeeping:
    def test_files_are_kept_once_and_as_long_as_needed(self, outbox: Outbox, queue: OutboxQueue):
        """The same bytes are one file; purging takes sent letters and files that no letter names."""
        digest = outbox.keep_file(b"results")
        assert outbox.keep_file(b"results") == digest
        unused = outbox.keep_file(b"other")
        outbox.put([letter("open", payload=f'{{"digest": "{digest}"}}'), letter("sent")], NOW)
        send_all = queue.due(NOW, 10, ())
        queue.begin(send_all[1], 0)
        queue.arrived(send_all[1], Arrival(1, None, NOW), is_last=True)
        assert outbox.purge(datetime.now(UTC) + HOUR) == 1
        assert queue.file(digest) == b"results"
        assert queue.file(unused) is None
        assert outbox.receipt("open") is not None
