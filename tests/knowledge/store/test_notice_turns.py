from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from knowledge.store.audit_log import Actor
from knowledge.store.database import Database
from knowledge.store.notice_turns import NOTICE_EVERY, take_turns
from knowledge.store.team_store import Member, Role, TeamStore

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)


def turns(database: Database, at: datetime) -> list[tuple[str, datetime]]:
    with database.session() as session:
        return [(turn.person, turn.when) for turn in take_turns(session, ["p", "q", "nobody"], at)]


def join(team: TeamStore, *people: str) -> None:
    for person in people:
        token = team.invite(Actor("o", "Owner"), Role.REVIEWER, timedelta(days=1), NOW)
        team.join(token, Member(person, person, Role.REVIEWER, f"chat-{person}"), NOW)


def test_each_has_one_turn_an_hour(database: Database):
    """At once, then at the hour's end, then none until that is over; others have turns of their own."""
    team = TeamStore(database)
    join(team, "p")
    assert turns(database, NOW) == [("p", NOW)]
    join(team, "q", "r")
    soon = NOW + NOTICE_EVERY / 2
    assert turns(database, soon) == [("p", NOW + NOTICE_EVERY), ("q", soon)]
    assert turns(database, soon) == [("q", soon + NOTICE_EVERY)]
    assert turns(database, soon) == []


def test_two_pieces_of_work_at_once_are_one_turn_and_one_later(database: Database):
    """Transactions that run beside each other do not take the same turn."""
    join(TeamStore(database), "p")
    with ThreadPoolExecutor(6) as threads:
        taken = [turn for found in threads.map(lambda _: turns(database, NOW), range(6)) for turn in found]
    assert sorted(taken) == [("p", NOW), ("p", NOW + NOTICE_EVERY)]


def test_who_does_not_want_them_has_none(database: Database):
    """Until they want them again."""
    team = TeamStore(database)
    join(team, "p")
    member = team.member("p")
    assert member is not None
    team.set_notices(member, NOW, wanted=False)
    assert turns(database, NOW) == []
    assert [one.wants_notices for one in team.members()] == [False]
    team.set_notices(member, NOW, wanted=True)
    assert turns(database, NOW) == [("p", NOW)]
