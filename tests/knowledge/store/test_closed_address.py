from datetime import UTC, datetime, timedelta

from knowledge.store.audit_log import Actor
from knowledge.store.database import Database
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, Outbox
from knowledge.store.question_log import QuestionLog
from knowledge.store.team_store import Member, Role, TeamStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_store import Subscription, UpdateStore, got_answer, take_followers
from knowledge.text.language import Language

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
MS = Language.MS


def test_nothing_more_goes_to_a_closed_address(database: Database):
    """Letters, digest, follow-ups and corrections end there and nowhere else; a member stays on the team."""
    outbox, updates, team, tips = Outbox(database), UpdateStore(database), TeamStore(database), TipStore(database)
    asked = {}
    for person in ("p", "q"):
        outbox.put([Letter(person, f"chat-{person}", person, MS, "x", "news")], NOW)
        updates.subscribe(Subscription(person, f"chat-{person}", MS, 7, (), "", NOW))
        asked[person] = tips.add(person, "betul ke", MS, NOW).id
        updates.follow(asked[person], person, f"chat-{person}", MS, NOW)
        QuestionLog(database).record(person, "black-dot", "confirmed", NOW, f"chat-{person}", MS)
        token = team.invite(Actor("o", "Owner"), Role.REVIEWER, timedelta(days=1), NOW)
        team.join(token, Member(person, person, Role.REVIEWER, f"chat-{person}"), NOW)
    assert outbox.close("chat-p", "blocked") == 1
    assert outbox.close("chat-p", "blocked") == 0
    assert [outbox.counts(person)[LetterState.WAITING] for person in "pq"] == [0, 1]
    assert [updates.subscription(person) is None for person in "pq"] == [True, False]
    with database.session() as session:
        assert [one.person for one in take_followers(session, list(asked.values()))] == ["q"]
        assert [one.person for one in got_answer(session, "black-dot", NOW)] == ["q"]
    assert [(one.person, one.address) for one in team.members()] == [("p", ""), ("q", "chat-q")]
