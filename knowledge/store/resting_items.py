"""Questions follow the entry they rest on: when it changes, they wait until somebody has read them again.

An item of the bank becomes pending; a question of an educator's own set is marked as outdated.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.entry import EntryKind, QuizItem, Status
from knowledge.second_reading import SecondReading
from knowledge.store.entry_rows import Version, Write, stored_entry
from knowledge.store.question_set_tables import SetQuestionRow
from knowledge.store.tables import EntryRow
from knowledge.wordings import WordedClaim

# What may change without making a question about the entry wrong.
_ASIDE: Final = frozenset(
    {
        *SecondReading.model_fields,
        *WordedClaim.model_fields,
        "review_by",
        "more_sources",
        "confidence",
        "entities",
        "source_lang",
    }
)


def unsettled_items(
    session: Session, rows: Mapping[str, EntryRow], writes: Sequence[Write]
) -> Iterator[tuple[EntryRow, Write]]:
    """The published items whose entry is about to change or to be withdrawn, made pending with the reason.

    An item that is saved together with its entry is what its editor says it is.

    Args:
        session: the transaction that changes the entries.
        rows: what is being saved, as it was before.
        writes: what is about to be written.
    """
    unsettled = _unsettled(rows, writes)
    if not unsettled:
        return
    query = select(EntryRow).where(
        EntryRow.kind == EntryKind.QUIZ.value,
        EntryRow.status == Status.PUBLISHED.value,
        EntryRow.payload["based_on"].as_string().in_(unsettled),
    )
    for row in session.scalars(query.order_by(EntryRow.id)):
        item = stored_entry(row).entry
        if row.id not in rows and isinstance(item, QuizItem):
            reason = f"The entry it rests on, {item.based_on}, was changed: read the question again."
            waiting = item.model_copy(update={"pending_reason": reason})
            yield row, Write(waiting, Version(waiting.model_dump(mode="json"), Status.PENDING.value))


def outdate_own_questions(session: Session, rows: Mapping[str, EntryRow], writes: Sequence[Write]) -> None:
    """Marks the questions of own sets that were made of an entry that is about to change; arguments as above."""
    unsettled = _unsettled(rows, writes)
    if not unsettled:
        return
    query = select(SetQuestionRow).where(SetQuestionRow.payload["based_on"].as_string().in_(unsettled))
    for row in session.scalars(query):
        row.payload = row.payload | {"is_outdated": True}


def _unsettled(rows: Mapping[str, EntryRow], writes: Sequence[Write]) -> list[str]:
    return [write.entry.id for write in writes if _matters(rows.get(write.entry.id), write)]


def _matters(row: EntryRow | None, write: Write) -> bool:
    """Whether a question about the entry may have become wrong; an entry that was not there has none."""
    if row is None or isinstance(write.entry, QuizItem):
        return False
    if row.status == Status.PUBLISHED.value and write.version.status != row.status:
        return True
    return _told(row.payload) != _told(write.version.payload)


def _told(payload: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in payload.items() if name not in _ASIDE}
