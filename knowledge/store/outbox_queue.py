"""The sender's side of the outbox: what is due, and what became of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from knowledge.store.closed_address import close_address
from knowledge.store.database import Database
from knowledge.store.holding import Holding
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox_tables import LetterRow, OutboxFileRow
from knowledge.store.tables import CounterRow
from knowledge.text.language import Language

_HIGHEST = "highest_message_id"
_OPEN = (LetterState.WAITING.value, LetterState.CHANGED.value)


@dataclass(frozen=True)
class OpenLetter:
    """A letter that is not done with.

    `payload` is what to send or, with an `edit_number`, what to put in the place of message `message_id`. `part` counts
    the messages of it that have arrived. `floor` is a message id that was given out before its sending began.
    """

    id: int
    key: str
    address: str
    language: Language
    lane: str
    payload: str
    part: int
    attempts: int
    edit_number: int | None = None
    message_id: int | None = None
    floor: int | None = None


@dataclass(frozen=True)
class Arrival:
    """Where a message arrived, by the channel's own numbers and clock."""

    message_id: int
    poll_id: str | None
    at: datetime


class OutboxQueue:
    """The open letters of one database.

    Args:
        database: where they are.
        run_id: this run of the sender, different at every start.
    """

    def __init__(self, database: Database, run_id: str) -> None:
        self._database = database
        self._run_id = run_id
        self._served: dict[str, int] = {}

    def due(self, now: datetime, limit: int, busy: Collection[str]) -> list[OpenLetter]:
        """The letters to send or edit next, the lanes taking turns, oldest first within a lane.

        Args:
            now: letters for later are left out.
            limit: how many at most.
            busy: addresses that get nothing now.
        """
        ready = select(LetterRow).where(LetterRow.state.in_(_OPEN), LetterRow.not_before <= now)
        if busy:
            ready = ready.where(LetterRow.address.not_in(busy))
        with self._database.session(read_only=True) as session:
            chosen = _in_turns(session, ready, limit, self._served)
        for letter in chosen:
            self._served[letter.lane] = max(self._served.values(), default=0) + 1
        return chosen

    def begin(self, letter: OpenLetter, floor: int) -> bool:
        """Marks a waiting letter as being sent, before the channel is called; False when it is not to be sent."""
        return self._step(letter, LetterState.WAITING, state=LetterState.SENDING, floor=floor, run_id=self._run_id)

    def arrived(self, letter: OpenLetter, arrival: Arrival, *, is_last: bool) -> None:
        """Notes that the letter's next message arrived."""
        with self._database.session() as session:
            row = session.get(LetterRow, letter.id, with_for_update=True)
            if row is None:
                return
            row.part = letter.part + 1
            row.message_id, row.sent_at = arrival.message_id, arrival.at
            row.poll_id = arrival.poll_id or row.poll_id
            row.attempts, row.run_id, row.floor = 0, None, None
            done = LetterState.SENT if row.edit is None else LetterState.CHANGED
            row.state = (done if is_last else LetterState.WAITING).value

    def edited(self, letter: OpenLetter) -> None:
        """Notes that an edit was carried out; a newer one that came meanwhile is still to be done."""
        with self._database.session() as session:
            row = session.get(LetterRow, letter.id, with_for_update=True)
            if row is not None and row.edit is not None and row.edit_number == letter.edit_number:
                row.payload, row.edit = row.edit, None
                row.state, row.attempts = LetterState.SENT.value, 0

    def again(self, letter: OpenLetter, not_before: datetime) -> None:
        """Notes that the letter certainly did not arrive, and is to be tried again."""
        current = LetterState.CHANGED if letter.edit_number is not None else LetterState.SENDING
        state = LetterState.CHANGED if letter.edit_number is not None else LetterState.WAITING
        self._step(letter, current, state=state, attempts=letter.attempts + 1, not_before=not_before)

    def drop(self, letter: OpenLetter, problem: str) -> None:
        """Gives a letter up, because of a problem of 40 characters at most."""
        self._step(letter, None, state=LetterState.DROPPED, problem=problem)

    def drop_address(self, address: str, problem: str) -> int:
        """Gives up everything open to an address, and what else would be sent there; returns how many letters."""
        with self._database.session() as session:
            return close_address(session, address, problem)

    def left_over(self) -> list[OpenLetter]:
        """What another run had begun to send and never finished: nobody knows whether it arrived."""
        query = select(LetterRow).where(
            LetterRow.state == LetterState.SENDING, LetterRow.run_id.is_distinct_from(self._run_id)
        )
        with self._database.session(read_only=True) as session:
            return [_letter(row) for row in session.scalars(query.order_by(LetterRow.id))]

    def reread(self, letter: OpenLetter) -> OpenLetter:
        """The letter as it stands now; as it was given when it is gone."""
        with self._database.session(read_only=True) as session:
            row = session.get(LetterRow, letter.id)
            return letter if row is None else _letter(row)

    def taken_ids(self, low: int, high: int) -> set[int]:
        """The message ids from `low` to `high` that are known to be letters."""
        query = select(LetterRow.message_id).where(LetterRow.message_id.between(low, high))
        with self._database.session(read_only=True) as session:
            return {number for number in session.scalars(query) if number is not None}

    def file(self, digest: str) -> bytes | None:
        """The bytes of a file."""
        with self._database.session(read_only=True) as session:
            row = session.get(OutboxFileRow, digest)
            return None if row is None else row.data

    def holding(self) -> Holding:
        """What keeps two processes from sending the same letters."""
        return Holding(self._database, "outbox")

    def highest_message_id(self) -> int:
        """A message id that was given out: the highest that was noted or arrived; 0 when there is none."""
        with self._database.session(read_only=True) as session:
            noted = session.get(CounterRow, _HIGHEST)
            arrived = session.execute(select(func.max(LetterRow.message_id))).scalar()
            return max(noted.value if noted else 0, arrived or 0)

    def note_highest(self, message_id: int) -> None:
        """Keeps the highest message id seen for the next run."""
        with self._database.session() as session:
            session.merge(CounterRow(name=_HIGHEST, value=message_id))

    def _step(self, letter: OpenLetter, current: LetterState | None, **changes: object) -> bool:
        query = update(LetterRow).where(LetterRow.id == letter.id)
        if current is not None:
            query = query.where(LetterRow.state == current)
        query = query.values(**changes).returning(LetterRow.id)
        with self._database.session() as session:
            return session.execute(query.execution_options(synchronize_session=False)).first() is not None


def _in_turns(session: Session, ready: Select[LetterRow], limit: int, served: Mapping[str, int]) -> list[OpenLetter]:
    """One letter of each lane, then a second one, ...; lanes served longest ago first."""
    lanes = session.scalars(ready.with_only_columns(LetterRow.lane).group_by(LetterRow.lane).order_by(LetterRow.lane))
    names = sorted(lanes.all(), key=lambda lane: (served.get(lane, 0), lane))[:limit]
    each = max(2, 2 * limit // max(1, len(names)))
    queues = [
        list(session.scalars(ready.where(LetterRow.lane == lane).order_by(LetterRow.id).limit(each))) for lane in names
    ]
    chosen: list[OpenLetter] = []
    addresses: set[str] = set()
    for turn in range(each):
        for rows in queues:
            if turn < len(rows) and rows[turn].address not in addresses:
                addresses.add(rows[turn].address)
                chosen.append(_letter(rows[turn]))
    return chosen[:limit]


def _letter(row: LetterRow) -> OpenLetter:
    is_edit = row.state == LetterState.CHANGED
    return OpenLetter(
        id=row.id,
        key=row.key,
        address=row.address,
        language=Language(row.language),
        lane=row.lane,
        payload=(row.edit or row.payload) if is_edit else row.payload,
        part=row.part,
        attempts=row.attempts,
        edit_number=row.edit_number if is_edit else None,
        message_id=row.message_id,
        floor=row.floor,
    )
