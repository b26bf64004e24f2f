"""An address at which nobody can be reached any more: somebody blocked the bot, or deleted their account."""

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from knowledge.store.desk_tables import MemberRow
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox_tables import LetterRow
from knowledge.store.tables import QuestionRow
from knowledge.store.update_tables import FollowUpRow, SubscriptionRow

_OPEN = (LetterState.WAITING.value, LetterState.CHANGED.value, LetterState.SENDING.value)


def close_address(session: Session, address: str, problem: str) -> int:
    """Ends, in the caller's transaction, all that would be sent there: letters, digest, follow-ups, corrections.

    Somebody who comes back begins anew. A member of the team stays one, and is reached again once they write.

    Args:
        session: the transaction.
        address: where.
        problem: why, 40 characters at most.

    Returns:
        How many letters were given up.
    """
    for table in (SubscriptionRow, FollowUpRow):
        session.execute(delete(table).where(table.address == address))
    session.execute(update(QuestionRow).where(QuestionRow.address == address).values(address=None))
    session.execute(update(MemberRow).where(MemberRow.address == address).values(address=""))
    waiting = update(LetterRow).where(LetterRow.address == address, LetterRow.state.in_(_OPEN))
    dropped = waiting.values(state=LetterState.DROPPED.value, problem=problem).returning(LetterRow.id)
    return len(session.execute(dropped.execution_options(synchronize_session=False)).all())
