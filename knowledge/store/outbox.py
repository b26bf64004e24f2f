"""What is to be sent later: letters, each under a key, kept until they have arrived.

A letter is written in the same transaction as what causes it (`put_letters` with that transaction's session), so that
neither exists without the other. Its key makes writing it twice harmless. `outbox_queue.py` is the sender's side.

States: `waiting` (to be sent), `sending` (a call to the channel was begun: after a crash nobody knows whether it
arrived), `sent`, `changed` (sent, and to be edited: the newest edit only), `dropped` (never to be sent; `problem` says
why).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from knowledge.store.closed_address import close_address
from knowledge.store.database import Database
from knowledge.store.inserting import insert_new
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox_queue import OutboxQueue
from knowledge.store.outbox_tables import LetterRow, OutboxFileRow
from knowledge.text.language import Language


@dataclass(frozen=True)
class Letter:
    """Something to send to one address.

    Attributes:
        key: names it for good, 160 characters at most; a second letter with the same key is not written.
        address: where to, from `Request.address`, 64 characters at most.
        person: whose it is, so that it is deleted with what else is kept about them.
        language: to say it in.
        payload: what to send, as `actions.outgoing.payload` writes it.
        lane: letters of different lanes take turns, whatever their number; "class:7", "correction:black-dot".
        not_before: when at the earliest, aware; None for at once.
    """

    key: str
    address: str
    person: str
    language: Language
    payload: str
    lane: str
    not_before: datetime | None = None


@dataclass(frozen=True)
class Receipt:
    """What became of a letter; `message_id`, `poll_id` and `sent_at` are the channel's, once it was sent."""

    key: str
    address: str
    person: str
    state: LetterState
    message_id: int | None
    poll_id: str | None
    sent_at: datetime | None
    problem: str | None


def put_letters(session: Session, letters: Sequence[Letter], at: datetime) -> int:
    """Writes letters in the caller's transaction.

    Args:
        session: the transaction.
        letters: what to send; those whose key is known already are passed over.
        at: now, aware.

    Returns:
        How many were new.
    """
    rows: list[dict[str, object]] = [
        {
            "key": letter.key,
            "address": letter.address,
            "person": letter.person,
            "language": letter.language.value,
            "lane": letter.lane,
            "payload": letter.payload,
            "edit_number": 0,
            "state": LetterState.WAITING.value,
            "part": 0,
            "attempts": 0,
            "not_before": letter.not_before or at,
            "created_at": at,
        }
        for letter in letters
    ]
    return insert_new(session, LetterRow, rows, "key")


def change_letter(session: Session, key: str, payload: str) -> bool:
    """Puts something else in a letter's place, in the caller's transaction.

    A letter not sent yet says the new thing at once; one that was sent is edited. Of several changes only the newest
    is carried out.

    Returns:
        False when there is no such letter or it was dropped.
    """
    row = session.scalars(select(LetterRow).where(LetterRow.key == key).with_for_update()).first()
    if row is None or row.state == LetterState.DROPPED:
        return False
    if row.state == LetterState.WAITING and row.part == 0:
        row.payload = payload
        return True
    row.edit, row.edit_number = payload, row.edit_number + 1
    if row.state == LetterState.SENT:
        row.state = LetterState.CHANGED.value
    return True


def drop_letters(session: Session, prefix: str) -> int:
    """Takes back, in the caller's transaction, every letter not sent yet whose key begins so; returns how many."""
    query = update(LetterRow).where(
        LetterRow.key.startswith(prefix, autoescape=True), LetterRow.state == LetterState.WAITING
    )
    taken = query.values(state=LetterState.DROPPED.value, problem="taken back").returning(LetterRow.id)
    return len(session.execute(taken.execution_options(synchronize_session=False)).all())


def keep_file(session: Session, data: bytes, at: datetime) -> str:
    """Keeps a document's or picture's bytes in the caller's transaction; returns the digest that letters name it by."""
    digest = hashlib.sha256(data).hexdigest()
    insert_new(session, OutboxFileRow, [{"digest": digest, "data": data, "created_at": at}], "digest")
    return digest


class Outbox:
    """The letters of one database, for those who write them; each call is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def queue(self, run_id: str) -> OutboxQueue:
        """The sender's side, for a run of its own."""
        return OutboxQueue(self._database, run_id)

    def put(self, letters: Sequence[Letter], at: datetime) -> int:
        """Writes letters; see `put_letters`."""
        with self._database.session() as session:
            return put_letters(session, letters, at)

    def change(self, key: str, payload: str) -> bool:
        """Changes or edits a letter; see `change_letter`."""
        with self._database.session() as session:
            return change_letter(session, key, payload)

    def drop(self, prefix: str) -> int:
        """Takes letters back; see `drop_letters`."""
        with self._database.session() as session:
            return drop_letters(session, prefix)

    def close(self, address: str, problem: str) -> int:
        """Ends all that would be sent to an address; see `close_address`."""
        with self._database.session() as session:
            return close_address(session, address, problem)

    def keep_file(self, data: bytes) -> str:
        """Keeps a file; see `keep_file`."""
        with self._database.session() as session:
            return keep_file(session, data, datetime.now(UTC))

    def receipt(self, key: str) -> Receipt | None:
        """What became of the letter with this key."""
        return self._receipt(LetterRow.key == key)

    def receipt_of_poll(self, poll_id: str) -> Receipt | None:
        """The letter that is this poll, if any."""
        return self._receipt(LetterRow.poll_id == poll_id)

    def on_its_way(self, person: str, prefixes: Sequence[str]) -> Receipt | None:
        """The newest letter to a person, of those whose key begins so, of which nobody knows yet whether it arrived."""
        begins = or_(*(LetterRow.key.startswith(prefix, autoescape=True) for prefix in prefixes))
        query = select(LetterRow).where(LetterRow.person == person, LetterRow.state == LetterState.SENDING, begins)
        with self._database.session(read_only=True) as session:
            row = session.scalars(query.order_by(LetterRow.id.desc()).limit(1)).first()
            return None if row is None else _receipt(row)

    def counts(self, prefix: str = "") -> dict[LetterState, int]:
        """How many letters, of those whose key begins so, are in each state, noughts included."""
        query = select(LetterRow.state, func.count()).where(LetterRow.key.startswith(prefix, autoescape=True))
        counts = dict.fromkeys(LetterState, 0)
        with self._database.session(read_only=True) as session:
            for state, count in session.execute(query.group_by(LetterRow.state)):
                counts[LetterState(state)] = count
        return counts

    def purge(self, before: datetime) -> int:
        """Deletes letters of before then that are done with, and files no letter needs; returns how many letters."""
        is_done = LetterRow.state.in_([LetterState.SENT, LetterState.DROPPED])
        old = delete(LetterRow).where(is_done, LetterRow.created_at < before).returning(LetterRow.id)
        needed = exists().where(LetterRow.payload.contains(OutboxFileRow.digest))
        files = delete(OutboxFileRow).where(OutboxFileRow.created_at < before, ~needed)
        with self._database.session() as session:
            count = len(session.execute(old).all())
            session.execute(files.execution_options(synchronize_session=False))
            return count

    def _receipt(self, condition: object) -> Receipt | None:
        with self._database.session(read_only=True) as session:
            row = session.scalars(select(LetterRow).where(condition).limit(1)).first()  # type: ignore[arg-type]
            return None if row is None else _receipt(row)


def _receipt(row: LetterRow) -> Receipt:
    return Receipt(
        row.key, row.address, row.person, LetterState(row.state), row.message_id, row.poll_id, row.sent_at, row.problem
    )
