"""Which Telegram updates were dealt with, so that none is answered twice and none is lost."""

from datetime import UTC, datetime

from sqlalchemy import delete

from knowledge.store.database import Database
from knowledge.store.tables import UpdateRow

_RECEIVED = "received"
_DONE = "done"


class UpdateInbox:
    """The updates of one database.

    Args:
        database: where they are kept.
        run_id: this run of the bot, different at every start, 64 characters at most.
    """

    def __init__(self, database: Database, run_id: str) -> None:
        self._database = database
        self._run_id = run_id

    def begin(self, update_id: int) -> bool:
        """Whether to process the update now.

        False when it is done or this run has begun it. What an earlier run began and never finished is
        processed again.
        """
        with self._database.session() as session:
            self._database.lock(session, f"update:{update_id}")
            row = session.get(UpdateRow, update_id)
            if row is not None and (row.state == _DONE or row.run_id == self._run_id):
                return False
            if row is None:
                row = UpdateRow(update_id=update_id, state=_RECEIVED, received_at=datetime.now(UTC))
                session.add(row)
            row.run_id = self._run_id
            return True

    def finish(self, update_id: int) -> None:
        """Marks the update as done."""
        with self._database.session() as session:
            row = session.get(UpdateRow, update_id)
            if row is not None:
                row.state = _DONE

    def purge(self, before: datetime) -> int:
        """Deletes what was received before then; returns how many rows. Telegram repeats nothing after a day."""
        query = delete(UpdateRow).where(UpdateRow.received_at < before).returning(UpdateRow.update_id)
        with self._database.session() as session:
            return len(session.execute(query).all())
