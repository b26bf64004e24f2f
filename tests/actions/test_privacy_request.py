from datetime import timedelta

import pytest

from knowledge.store.audit_log import Actor
from knowledge.store.feedback_store import Rating
from knowledge.store.people_store import PersonSummary
from knowledge.store.team_store import Member, Role
from knowledge.store.update_store import Subscription
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import ANN, NOW, World


@pytest.fixture
def known(world: World) -> World:
    """A world that keeps something about Ann."""
    services = world.services
    services.people.set_language(ANN, Language.EN)
    services.tips.add(ANN, "a tip", Language.EN, NOW)
    services.feedback.add(ANN, Rating.HELPFUL, "black-dot", NOW)
    services.questions.record(ANN, "black-dot", "confirmed", NOW)
    services.questions.record(ANN, "aid-rm2000", "confirmed", NOW)
    return world


def test_privacy_says_plainly_what_is_kept(world: World) -> None:
    """Everything that is stored is named, and that other messages are not."""
    text = world.read(world.command("privacy"))
    for word in ("keyed code", "language", "Which answers you got", "ratings", "text of messages you send", "not kept"):
        assert word in text
    assert world.presses(world.command("privacy")) == ["forget:"]


def test_it_says_what_stays_of_members(world: World) -> None:
    """The team's log outlives the deletion, and both languages say for how long."""
    assert "stays in the team's log, under that name, for as long as this bot runs" in world.read(
        world.command("privacy")
    )
    assert "kekal dalam log pasukan" in world.read(world.command("privacy", language=Language.MS))


def test_a_member_of_whom_nothing_else_is_kept_can_leave(world: World) -> None:
    """They are asked with what that means, leave the team, and their line in the log stays."""
    team = world.services.desk.team
    token = team.invite(Actor("o", "Owner"), Role.REVIEWER, timedelta(days=1), NOW)
    team.join(token, Member(ANN, "Kak Ann", Role.REVIEWER, "chat"), NOW)
    question = world.press("forget")
    assert "You are on the fact-checkers' team" in world.read(question)
    assert "Deleted:" in world.read(world.press("erase"))
    assert team.member(ANN) is None
    assert world.services.desk.audit.newest(1)[0].by.name == "Kak Ann"


def test_a_digest_alone_can_be_deleted(known: World) -> None:
    """Whatever is kept can be deleted, also when it is not counted."""
    known.press("erase")
    digest = Subscription(ANN, "chat", Language.EN, 7, (), "", NOW)
    known.services.updates.subscribe(digest)
    assert known.presses(known.press("forget")) == ["erase:", "keep:"]
    assert "Deleted:" in known.read(known.press("erase"))
    assert known.services.updates.subscription(ANN) is None


def test_deleting_is_asked_before_it_is_done(known: World) -> None:
    """The question names what there is; refusing deletes nothing."""
    question = known.press("forget")
    assert known.read(question) == (
        "This deletes what I keep about you: your language choice; 1 message for fact-checkers; 1 rating; "
        "2 records of answers; 0 question sets. It cannot be undone. Delete it?"
    )
    assert known.presses(question) == ["erase:", "keep:"]
    assert "Nothing was deleted" in known.read(known.press("keep"))
    assert known.services.people.summary(ANN).tips == 1


def test_deleting_says_what_was_deleted(known: World) -> None:
    """Afterwards nothing is left, and a second press finds nothing."""
    reply = known.press("erase")
    assert "Deleted: your language choice; 1 message for fact-checkers; 1 rating; 2 records" in known.read(reply)
    assert reply.replaces
    assert known.services.people.summary(ANN) == PersonSummary(None, 0, 0, 0)
    assert "I keep nothing about you" in known.read(known.press("erase"))


def test_nothing_kept_needs_no_question(world: World) -> None:
    """Someone who is not known hears so."""
    assert "I keep nothing about you" in world.read(world.press("forget"))


def test_a_message_that_asks_for_deletion_gets_the_question(known: World) -> None:
    """Asking for deletion leads to the question at once; other questions about privacy to what is kept."""
    assert "Delete it?" in known.read(known.say("please delete my data", Intent.PRIVACY_REQUEST))
    assert "What I keep about you" in known.read(known.say("what do you store", Intent.PRIVACY_REQUEST))


def test_a_group_sees_nothing_personal(known: World) -> None:
    """What is kept about a person is told and deleted in private only."""
    reply = known.say("delete my data", Intent.PRIVACY_REQUEST, in_group=True)
    assert "open a private chat" in known.read(reply)
    assert known.presses(reply) == []
