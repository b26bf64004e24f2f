"""The polling-eve switch: while it is on, only procedure is sent of the bot's own accord; the rest waits and is logged.

What people ask for themselves is always answered. What was held back is sent when the switch is turned off.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from knowledge.store.database import Database
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, put_letters
from knowledge.store.outbox_tables import LetterRow
from knowledge.store.update_tables import HeldRow

_HELD_UNTIL: Final = datetime(9000, 1, 1, tzinfo=UTC)
_LANE: Final = "news:"
"""What every lane begins with whose letters the switch holds back."""
ON: Final = "on"
OFF: Final = "off"
HELD: Final = "held"
RELEASED: Final = "released"


@dataclass(frozen=True)
class HeldEntry:
    """One line of the log: the switch turned `on` or `off`, or `letters` of a lane `held` or `released`."""

    at: datetime
    deed: str
    subject: str
    letters: int


def put_unless_held(session: Session, letters: Sequence[Letter], at: datetime, *, is_procedural: bool) -> int:
    """Writes letters in the caller's transaction; with the switch on, those not about procedure wait for its end."""
    if is_procedural or not letters:
        return put_letters(session, letters, at)
    news = [replace(letter, lane=_LANE + letter.lane) for letter in letters]
    if not _is_on(session):
        return put_letters(session, news, at)
    count = put_letters(session, [replace(letter, not_before=_HELD_UNTIL) for letter in news], at)
    session.add(HeldRow(at=at, deed=HELD, subject=letters[0].lane, letters=count))
    return count


class PollingEve:
    """The switch of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_on(self) -> bool:
        """Whether it is on."""
        with self._database.session(read_only=True) as session:
            return _is_on(session)

    def turn(self, at: datetime, *, on: bool) -> int:
        """Turns it on or off; returns how many waiting letters were held back or let go."""
        is_held = LetterRow.not_before == _HELD_UNTIL
        until, current = (_HELD_UNTIL, ~is_held) if on else (at, is_held)
        query = update(LetterRow).where(
            LetterRow.state == LetterState.WAITING, LetterRow.lane.startswith(_LANE), current
        )
        changed = query.values(not_before=until).returning(LetterRow.id)
        with self._database.session() as session:
            if _is_on(session) is on:
                return 0
            session.add(HeldRow(at=at, deed=ON if on else OFF, subject="switch", letters=0))
            count = len(session.execute(changed.execution_options(synchronize_session=False)).all())
            if count:
                session.add(HeldRow(at=at, deed=HELD if on else RELEASED, subject="waiting", letters=count))
            return count

    def log(self, limit: int) -> list[HeldEntry]:
        """The newest lines of the log first."""
        query = select(HeldRow).order_by(HeldRow.id.desc()).limit(limit)
        with self._database.session(read_only=True) as session:
            return [HeldEntry(row.at, row.deed, row.subject, row.letters) for row in session.scalars(query)]


def _is_on(session: Session) -> bool:
    query = select(HeldRow.deed).where(HeldRow.deed.in_([ON, OFF])).order_by(HeldRow.id.desc()).limit(1)
    return session.scalars(query).first() == ON
