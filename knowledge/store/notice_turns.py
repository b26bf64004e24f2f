"""Whose turn it is to be told of new work: those who want it, each at most once an hour."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.store.desk_tables import MemberRow
from knowledge.text.language import Language

NOTICE_EVERY: Final = timedelta(hours=1)


@dataclass(frozen=True)
class NoticeTurn:
    """Somebody to be told, and when at the earliest."""

    person: str
    address: str
    language: Language
    when: datetime


def take_turns(session: Session, among: Collection[str], at: datetime) -> list[NoticeTurn]:
    """Takes their turns in the caller's transaction: at once, or an hour after the last notice.

    Left out is whoever cannot be reached, has switched notices off, or has one coming already.

    Args:
        session: the transaction of the new work.
        among: the persons who may be told.
        at: now, aware.
    """
    wanting = select(MemberRow).where(MemberRow.person.in_(among), MemberRow.wants_notices, MemberRow.address != "")
    turns = []
    for row in session.scalars(wanting.order_by(MemberRow.joined_at, MemberRow.person).with_for_update()):
        last = row.noticed_at
        if last is not None and last > at:
            continue
        row.noticed_at = at if last is None else max(at, last + NOTICE_EVERY)
        turns.append(NoticeTurn(row.person, row.address, Language(row.language), row.noticed_at))
    return turns
