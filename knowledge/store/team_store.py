"""Who works at the desk, in which role, and the one-time invitations to it."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from knowledge.errors import NotInvitedError
from knowledge.store.audit_log import Actor, Deed, write_audit
from knowledge.store.database import Database
from knowledge.store.desk_tables import InvitationRow, MemberRow
from knowledge.text.language import Language

NAME_LENGTH = 60
_TOKEN_BYTES = 16  # 22 characters: nobody guesses one before it expires


class Role(StrEnum):
    """What a member may do; each role may do all that the roles before it may."""

    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    OWNER = "owner"

    def may(self, needed: "Role") -> bool:
        """Whether this role is at least the needed one."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True)
class Member:
    """Somebody of the team. `address` is empty while they cannot be written to: an owner who never wrote, a block."""

    person: str
    name: str
    role: Role
    address: str = ""
    language: Language = Language.MS
    wants_notices: bool = True

    @property
    def actor(self) -> Actor:
        """The member as the audit log names them."""
        return Actor(self.person, self.name)


@dataclass(frozen=True)
class Invitation:
    """An invitation that can still be used."""

    id: int
    role: Role
    expires_at: datetime


class TeamStore:
    """The team of one database.

    Args:
        database: where it is kept.
        owners: the persons whom the settings name as owners; nobody can take that from them here.
    """

    def __init__(self, database: Database, owners: Collection[str] = ()) -> None:
        self._database = database
        self._owners = frozenset(owners)

    def member(self, person: str) -> Member | None:
        """The member, or None for everybody else."""
        with self._database.session(read_only=True) as session:
            return self.member_in(session, person)

    def member_in(self, session: Session, person: str) -> Member | None:
        """The same in the caller's transaction."""
        row = session.get(MemberRow, person)
        if row is None:
            return self._nameless_owner(person) if person in self._owners else None
        return self._member(row)

    def members(self) -> list[Member]:
        """Everybody of the team, by the day they joined; owners who never wrote come last."""
        with self._database.session(read_only=True) as session:
            return self.members_in(session)

    def members_in(self, session: Session) -> list[Member]:
        """The same in the caller's transaction."""
        query = select(MemberRow).order_by(MemberRow.joined_at, MemberRow.person)
        known = [self._member(row) for row in session.scalars(query)]
        unseen = sorted(self._owners - {member.person for member in known})
        return known + [self._nameless_owner(person) for person in unseen]

    def keep_reachable(self, member: Member, address: str, language: Language, at: datetime) -> None:
        """Notes where a member can be written to and in which language, if that changed."""
        if not address or (member.address, member.language) == (address, language):
            return
        with self._database.session() as session:
            self._database.lock(session, f"person:{member.person}")
            row = _row_of(session, member, at)
            row.address, row.language = address, language.value

    def set_notices(self, member: Member, at: datetime, *, wanted: bool) -> None:
        """Keeps whether a member wants to be told of new work."""
        with self._database.session() as session:
            self._database.lock(session, f"person:{member.person}")
            _row_of(session, member, at).wants_notices = wanted

    def invite(self, by: Actor, role: Role, valid_for: timedelta, at: datetime) -> str:
        """Makes an invitation; returns its token, which is kept nowhere."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        row = InvitationRow(
            token_hash=_hash(token), role=role.value, made_by=by.person, made_at=at, expires_at=at + valid_for
        )
        with self._database.session() as session:
            session.add(row)
            session.flush()
            write_audit(session, by, Deed.INVITED, f"invitation:{row.id}", at, role.value)
        return token

    def invitations(self, at: datetime) -> list[Invitation]:
        """Those that can still be used, oldest first."""
        query = select(InvitationRow).where(*_usable(at)).order_by(InvitationRow.id)
        with self._database.session(read_only=True) as session:
            return [Invitation(row.id, Role(row.role), row.expires_at) for row in session.scalars(query)]

    def revoke(self, by: Actor, invitation_id: int, at: datetime) -> bool:
        """Makes an invitation useless; False when it was used, revoked or too old already."""
        query = update(InvitationRow).where(InvitationRow.id == invitation_id, *_usable(at))
        with self._database.session() as session:
            done = session.execute(query.values(revoked_at=at).returning(InvitationRow.id)).first() is not None
            if done:
                write_audit(session, by, Deed.INVITATION_REVOKED, f"invitation:{invitation_id}", at)
        return done

    def role_offered(self, token: str, at: datetime) -> Role:
        """What the invitation makes of whoever uses it.

        Raises:
            NotInvitedError: it cannot be used (any more).
        """
        with self._database.session(read_only=True) as session:
            return Role(_usable_row(session, token, at).role)

    def join(self, token: str, newcomer: Member, at: datetime) -> Member:
        """Uses the invitation up and makes `newcomer` a member in its role; a member's role is never lowered by it.

        Raises:
            NotInvitedError: it cannot be used (any more); of two who try at once, one can.
        """
        with self._database.session() as session:
            self._database.lock(session, "team")
            invitation = _usable_row(session, token, at)
            invitation.used_by, invitation.used_at = newcomer.person, at
            row = _row_of(session, newcomer, at)
            offered = Role(invitation.role)
            row.name = newcomer.name
            row.role = offered.value if offered.may(Role(row.role)) else row.role
            row.address, row.language = newcomer.address, newcomer.language.value
            joined = self._member(row)
            detail = f"{joined.role.value}, invitation:{invitation.id}"
            write_audit(session, joined.actor, Deed.JOINED, f"member:{joined.person}", at, detail)
            return joined

    def rename(self, member: Member, name: str, at: datetime) -> None:
        """Gives a member another name; the log keeps the old one where it was used."""
        with self._database.session() as session:
            self._database.lock(session, f"person:{member.person}")
            _row_of(session, member, at).name = name
            write_audit(session, member.actor, Deed.RENAMED, f"member:{member.person}", at, name)

    def set_role(self, by: Actor, person: str, role: Role, at: datetime) -> bool:
        """Changes a member's role; False when there is none or the settings name them as owner."""
        with self._database.session() as session:
            row = None if person in self._owners else session.get(MemberRow, person)
            if row is None or row.role == role.value:
                return False
            detail = f"{row.name}: {row.role} → {role.value}"
            row.role = role.value
            write_audit(session, by, Deed.ROLE_CHANGED, f"member:{person}", at, detail)
            return True

    def remove(self, by: Actor, person: str, at: datetime) -> bool:
        """Takes somebody off the team; False when they are not on it or the settings name them as owner."""
        with self._database.session() as session:
            row = None if person in self._owners else session.get(MemberRow, person)
            if row is None:
                return False
            write_audit(session, by, Deed.REMOVED, f"member:{person}", at, row.name)
            session.delete(row)
            return True

    def _member(self, row: MemberRow) -> Member:
        role = Role.OWNER if row.person in self._owners else Role(row.role)
        return Member(row.person, row.name, role, row.address, Language(row.language), row.wants_notices)

    def _nameless_owner(self, person: str) -> Member:
        return Member(person, f"owner-{person[:6]}", Role.OWNER)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _usable(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return InvitationRow.used_at.is_(None), InvitationRow.revoked_at.is_(None), InvitationRow.expires_at > at


def _usable_row(session: Session, token: str, at: datetime) -> InvitationRow:
    row = session.scalars(select(InvitationRow).where(InvitationRow.token_hash == _hash(token))).first()
    if row is None:
        raise NotInvitedError("unknown")
    if row.used_at is not None:
        raise NotInvitedError("used")
    if row.revoked_at is not None:
        raise NotInvitedError("revoked")
    if row.expires_at <= at:
        raise NotInvitedError("expired")
    return row


def _row_of(session: Session, member: Member, at: datetime) -> MemberRow:
    """The member's row, made if there is none."""
    row = session.get(MemberRow, member.person)
    if row is None:
        row = MemberRow(
            person=member.person, name=member.name, role=member.role.value, address=member.address,
            language=member.language.value, joined_at=at, wants_notices=member.wants_notices,
        )  # fmt: skip
        session.add(row)
    return row
