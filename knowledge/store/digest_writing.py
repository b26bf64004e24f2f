"""Writing a day's digest: its letter and the note that it was made, both or neither."""

from datetime import datetime

from sqlalchemy import update

from knowledge.store.database import Database
from knowledge.store.eve import put_unless_held
from knowledge.store.outbox import Letter
from knowledge.store.update_tables import SubscriptionRow


def write_digest(
    database: Database, person: str, day: str, at: datetime, letter: Letter | None, *, is_procedural: bool
) -> None:
    """Notes that the person's digest of this day was made, and sends it unless there is nothing to say.

    Args:
        database: where both are.
        person: whose.
        day: the day in Malaysia, as 2026-11-25.
        at: now, aware.
        letter: what to send; None when nothing is new.
        is_procedural: whether it may be sent on the eve of polling.
    """
    due = update(SubscriptionRow).where(SubscriptionRow.person == person, SubscriptionRow.last_day < day)
    noted = due.values(last_day=day, last_at=at).returning(SubscriptionRow.person)
    with database.session() as session:
        is_first = session.execute(noted.execution_options(synchronize_session=False)).first() is not None
        if is_first and letter is not None:
            put_unless_held(session, [letter], at, is_procedural=is_procedural)
