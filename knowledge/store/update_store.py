"""Whom to tell later, and what they do not want to hear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from knowledge.store.database import Database
from knowledge.store.tables import QuestionRow, TipRow
from knowledge.store.update_tables import CorrectionOptOutRow, FollowUpRow, SubscriptionRow
from knowledge.text.language import Language

CORRECTED_WITHIN: Final = timedelta(days=90)
"""Whoever got an answer so long ago is told of its correction."""


TOLD: Final = "told"
"""The outcome of a question that was answered later, on the person's wish."""


@dataclass(frozen=True)
class Recipient:
    """Somebody to tell; `since` is when they asked, or got the answer, last."""

    person: str
    address: str
    language: Language
    since: datetime
    tip_id: int = 0
    words: str = ""


@dataclass(frozen=True)
class Subscription:
    """A daily digest: at which hour in Malaysia (0-23), about which topics (none: all), and when the last was made."""

    person: str
    address: str
    language: Language
    hour: int
    topics: tuple[str, ...]
    last_day: str
    last_at: datetime


def take_followers(session: Session, tip_ids: Sequence[int]) -> list[Recipient]:
    """Those who asked to be told about one of these tips, once each; their wish is done with, in this transaction."""
    chosen = select(FollowUpRow, TipRow.text).join(TipRow, TipRow.id == FollowUpRow.tip_id)
    rows = session.execute(chosen.where(FollowUpRow.tip_id.in_(tip_ids)).order_by(FollowUpRow.tip_id)).all()
    once: dict[str, Recipient] = {}
    for row, words in rows:
        told = Recipient(row.person, row.address, Language(row.language), row.asked_at, row.tip_id, words)
        once.setdefault(row.person, told)
    session.execute(delete(FollowUpRow).where(FollowUpRow.tip_id.in_(tip_ids)))
    return list(once.values())


def note_told(session: Session, person: Recipient, entry_id: str, at: datetime) -> None:
    """Keeps that somebody who asked to be told got this entry, so that a correction of it reaches them too."""
    session.add(
        QuestionRow(
            person=person.person,
            entry_id=entry_id,
            outcome=TOLD,
            asked_at=at,
            address=person.address,
            language=person.language.value,
        )  # fmt: skip
    )


def got_answer(session: Session, entry_id: str, at: datetime) -> list[Recipient]:
    """Those who got this entry as an answer within `CORRECTED_WITHIN` and may be told that it was corrected."""
    newest = (
        select(func.max(QuestionRow.id))
        .where(
            QuestionRow.entry_id == entry_id,
            QuestionRow.asked_at >= at - CORRECTED_WITHIN,
            QuestionRow.address.is_not(None),
            QuestionRow.person.not_in(select(CorrectionOptOutRow.person)),
        )
        .group_by(QuestionRow.person)
    )
    rows = session.scalars(select(QuestionRow).where(QuestionRow.id.in_(newest)).order_by(QuestionRow.id))
    return [Recipient(row.person, row.address or "", Language(row.language or "ms"), row.asked_at) for row in rows]


class UpdateStore:
    """The wishes of one database's people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def database(self) -> Database:
        """Where they are."""
        return self._database

    def follow(self, tip_id: int, person: str, address: str, language: Language, at: datetime) -> bool:
        """Keeps that the person wants to be told about their tip; False when it is not theirs."""
        with self._database.session() as session:
            tip = session.get(TipRow, tip_id)
            if tip is None or tip.person != person:
                return False
            row = FollowUpRow(tip_id=tip_id, person=person, address=address, language=language.value, asked_at=at)
            session.merge(row)
            return True

    def wants_corrections(self, person: str) -> bool:
        """Whether the person may be told of corrections."""
        with self._database.session(read_only=True) as session:
            return session.get(CorrectionOptOutRow, person) is None

    def set_corrections(self, person: str, at: datetime, *, wanted: bool) -> None:
        """Keeps whether the person wants to be told of corrections."""
        with self._database.session() as session:
            session.execute(delete(CorrectionOptOutRow).where(CorrectionOptOutRow.person == person))
            if not wanted:
                session.add(CorrectionOptOutRow(person=person, at=at))

    def last_seen(self, person: str, entry_id: str) -> datetime | None:
        """When the person last got this entry."""
        query = select(func.max(QuestionRow.asked_at)).where(
            QuestionRow.person == person, QuestionRow.entry_id == entry_id
        )
        with self._database.session(read_only=True) as session:
            return session.execute(query).scalar()

    def subscription(self, person: str) -> Subscription | None:
        """The person's digest, if they have one."""
        with self._database.session(read_only=True) as session:
            row = session.get(SubscriptionRow, person)
            return None if row is None else _subscription(row)

    def subscribe(self, wanted: Subscription) -> None:
        """Keeps the person's digest in place of the one before."""
        row = SubscriptionRow(
            person=wanted.person, address=wanted.address, language=wanted.language.value, hour=wanted.hour,
            topics=",".join(wanted.topics), last_day=wanted.last_day, last_at=wanted.last_at,
        )  # fmt: skip
        with self._database.session() as session:
            session.merge(row)

    def unsubscribe(self, person: str) -> bool:
        """Ends the person's digest; False when there is none."""
        query = delete(SubscriptionRow).where(SubscriptionRow.person == person).returning(SubscriptionRow.person)
        with self._database.session() as session:
            return session.execute(query).first() is not None

    def due_digests(self, day: str, hour: int, limit: int) -> list[Subscription]:
        """The digests of this day that are due at this hour and not made yet."""
        query = select(SubscriptionRow).where(SubscriptionRow.last_day < day, SubscriptionRow.hour <= hour)
        with self._database.session(read_only=True) as session:
            return [_subscription(row) for row in session.scalars(query.order_by(SubscriptionRow.hour).limit(limit))]


def _subscription(row: SubscriptionRow) -> Subscription:
    topics = tuple(topic for topic in row.topics.split(",") if topic)
    return Subscription(
        row.person, row.address, Language(row.language), row.hour, topics, row.last_day, row.last_at
    )  # fmt: skip
