"""Which Telegram updates were dealt with, so that none is answered twice and none is lost."""

from datetime import UTC, datetime

from sqlalchemy import delete, update

from knowledge.store.database import Database
from knowledge.store.inserting import insert_new
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
        new = {
            "update_id": update_id,
            "state": _RECEIVED,
            "run_id": self._run_id,
            "received_at": datetime.now(UTC),
        }
        unfinished = update(UpdateRow).where(
            UpdateRow.update_id == update_id, UpdateRow.state != _DONE, UpdateRow.run_id != self._run_id
        )
        taken_over = unfinished.values(run_id=self._run_id).returning(UpdateRow.update_id)
        with self._database.session() as session:
            is_new = insert_new(session, UpdateRow, [new], "update_id") == 1
            return is_new or session.execute(taken_over).first() is not None

    def finish(self, update_id: int) -> None:
        """Marks the update as done."""
        with self._database.session() as session:
            session.execute(update(UpdateRow).where(UpdateRow.update_id == update_id).values(state=_DONE))

    def purge(self, before: datetime) -> int:
        """Deletes what was received before then; returns how many rows. Telegram repeats nothing after a day."""
        query = delete(UpdateRow).where(UpdateRow.received_at < before).returning(UpdateRow.update_id)
        with self._database.session() as session:
            return len(session.execute(query).all())
