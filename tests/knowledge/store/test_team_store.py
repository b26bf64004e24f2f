from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from knowledge.errors import NotInvitedError, StoreError
from knowledge.store.audit_log import Actor, AuditLog, Deed
from knowledge.store.database import Database
from knowledge.store.desk_tables import AuditRow, InvitationRow
from knowledge.store.people_store import PeopleStore
from knowledge.store.team_store import Invitation, Member, Role, TeamStore
from knowledge.text.language import Language

NOW = datetime(2026, 8, 31, 12, 30, tzinfo=UTC)
WEEK = timedelta(days=7)
OWNER = Actor("o" * 32, "Mak Cik")


@pytest.fixture
def team(database: Database) -> TeamStore:
    """A team whose owner is named in the settings."""
    return TeamStore(database, [OWNER.person])


@pytest.fixture
def log(database: Database) -> AuditLog:
    """The log of `database`."""
    return AuditLog(database)


def newcomer(person: str = "p", name: str = "Aina") -> Member:
    return Member(person, name, Role.CONTRIBUTOR, "101", Language.EN)


class TestRoles:
    def test_each_role_may_what_the_ones_before_it_may(self):
        """Owners review and write, reviewers write."""
        assert [[role.may(needed) for needed in Role] for role in Role] == [
            [True, False, False], [True, True, False], [True, True, True],
        ]  # fmt: skip

    def test_owners_come_from_the_settings(self, team: TeamStore):
        """They are owners before they ever wrote, and nobody can take that from them."""
        owner = team.member(OWNER.person)
        assert owner is not None
        assert owner.role is Role.OWNER
        assert team.member("p") is None
        assert not team.remove(OWNER, OWNER.person, NOW)
        assert not team.set_role(OWNER, OWNER.person, Role.CONTRIBUTOR, NOW)
        assert [member.person for member in team.members()] == [OWNER.person]


class TestInvitations:
    def test_one_invitation_makes_one_member(self, team: TeamStore, log: AuditLog):
        """Whoever uses it gets its role; nobody can use it again; the log says who invited and who joined."""
        token = team.invite(OWNER, Role.REVIEWER, WEEK, NOW)
        assert team.role_offered(token, NOW) is Role.REVIEWER
        assert team.join(token, newcomer(), NOW) == Member("p", "Aina", Role.REVIEWER, "101", Language.EN)
        assert team.member("p") == Member("p", "Aina", Role.REVIEWER, "101", Language.EN)
        with pytest.raises(NotInvitedError, match="used"):
            team.join(token, newcomer("q"), NOW)
        assert [(line.deed, line.by.name) for line in log.newest(9)] == [
            (Deed.JOINED, "Aina"),
            (Deed.INVITED, "Mak Cik"),
        ]

    def test_the_token_is_not_kept(self, team: TeamStore, database: Database):
        """Whoever reads the database or the log cannot join with what is there."""
        token = team.invite(OWNER, Role.OWNER, WEEK, NOW)
        with database.session() as session:
            assert token not in session.scalars(select(InvitationRow.token_hash)).one()
            assert all(token not in f"{row.subject} {row.detail}" for row in session.scalars(select(AuditRow)))

    def test_an_invitation_runs_out(self, team: TeamStore):
        """At its last moment it is useless and no longer listed."""
        token = team.invite(OWNER, Role.REVIEWER, WEEK, NOW)
        assert team.invitations(NOW) == [Invitation(1, Role.REVIEWER, NOW + WEEK)]
        assert team.invitations(NOW + WEEK) == []
        with pytest.raises(NotInvitedError, match="expired"):
            team.join(token, newcomer(), NOW + WEEK)

    def test_an_invitation_can_be_revoked_once(self, team: TeamStore, log: AuditLog):
        """A revoked one is useless; revoking it again or one that was used changes nothing."""
        token = team.invite(OWNER, Role.REVIEWER, WEEK, NOW)
        assert team.revoke(OWNER, 1, NOW)
        assert not team.revoke(OWNER, 1, NOW)
        with pytest.raises(NotInvitedError, match="revoked"):
            team.role_offered(token, NOW)
        assert log.newest(1)[0].deed is Deed.INVITATION_REVOKED
        assert len(log.about("invitation:1")) == 2

    @pytest.mark.parametrize("token", ["", "nonsense", "\ud83d"])
    def test_an_unknown_token_is_refused(self, team: TeamStore, token: str):
        """Whatever somebody puts into the link."""
        with pytest.raises(NotInvitedError, match="unknown"):
            team.role_offered(token, NOW)

    def test_an_invitation_never_lowers_a_role(self, team: TeamStore):
        """A reviewer who opens a contributor's link stays a reviewer."""
        for role in (Role.REVIEWER, Role.CONTRIBUTOR):
            team.join(team.invite(OWNER, role, WEEK, NOW), newcomer(), NOW)
        member = team.member("p")
        assert member is not None
        assert member.role is Role.REVIEWER


class TestMembers:
    def test_roles_and_names_change_and_members_leave(self, team: TeamStore, log: AuditLog):
        """Each change has its line with the name the member bore then."""
        member = team.join(team.invite(OWNER, Role.CONTRIBUTOR, WEEK, NOW), newcomer(), NOW)
        team.rename(member, "Kak Aina", NOW)
        assert team.set_role(OWNER, "p", Role.REVIEWER, NOW)
        assert not team.set_role(OWNER, "p", Role.REVIEWER, NOW)
        assert team.member("p") == Member("p", "Kak Aina", Role.REVIEWER, "101", Language.EN)
        assert team.remove(OWNER, "p", NOW)
        assert team.member("p") is None
        assert [(line.deed, line.by.name, line.detail) for line in log.newest(3)] == [
            (Deed.REMOVED, "Mak Cik", "Kak Aina"),
            (Deed.ROLE_CHANGED, "Mak Cik", "Kak Aina: contributor → reviewer"),
            (Deed.RENAMED, "Aina", "Kak Aina"),
        ]

    def test_members_stay_reachable(self, team: TeamStore):
        """The address and language of the last message are kept; one from a group has no address."""
        owner = team.member(OWNER.person)
        assert owner is not None
        team.keep_reachable(owner, "7", Language.EN, NOW)
        team.keep_reachable(owner, "", Language.MS, NOW)
        again = team.member(OWNER.person)
        assert again is not None
        assert (again.address, again.language, again.role) == ("7", Language.EN, Role.OWNER)

    def test_who_is_forgotten_leaves_the_team(self, team: TeamStore, log: AuditLog, database: Database):
        """The log keeps what they did under the name they chose for it."""
        team.join(team.invite(OWNER, Role.CONTRIBUTOR, WEEK, NOW), newcomer(), NOW)
        PeopleStore(database).forget("p")
        assert team.member("p") is None
        assert log.newest(1)[0].by == Actor("p", "Aina")


class TestAuditLog:
    def test_nothing_updates_or_deletes_a_line(self, team: TeamStore, log: AuditLog, database: Database):
        """The database itself refuses, whoever asks: append-only is not left to good manners."""
        team.invite(OWNER, Role.REVIEWER, WEEK, NOW)
        before = log.newest(9)
        for statement in (update(AuditRow).values(name="x"), delete(AuditRow)):
            with pytest.raises(StoreError, match="[Aa]ppend|database"), database.session() as session:
                session.execute(statement)
        assert log.newest(9) == before
        assert len(before) == 1

    def test_a_change_that_fails_leaves_no_line(self, team: TeamStore, log: AuditLog):
        """The line and the change are one transaction."""
        with pytest.raises(NotInvitedError):
            team.join("nonsense", newcomer(), NOW)
        assert log.newest(9) == []
