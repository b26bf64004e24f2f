"""Reviewers hear of new work, seldom enough to keep reading it."""

from datetime import timedelta

import pytest

from actions.outgoing import contents
from actions.registry import KEYS
from actions.reply import Message
from knowledge.entry import FactCheck, Status
from knowledge.store.outbox import LetterState
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from tests.actions.action_world import TEXTS
from tests.actions.desk.desk_world import Desk, Somebody
from tests.actions.desk.writing import CLAIM_EN, CLAIM_MS, GOOD, STEPS, write_whole

HOUR = timedelta(hours=1)


def propose(member: Somebody, number: int = 0) -> None:
    """Write an entry with a claim of its own."""
    answers = GOOD | {"claim_ms": f"{CLAIM_MS} {number}", "claim_en": f"{CLAIM_EN} {number}"}
    member.commands("add").types(*(answers[name] for name in STEPS)).presses("Yes, save")


def notices(desk: Desk, member: Somebody) -> int:
    """How many notices to a member wait or went out."""
    return sum(desk.services.outbox.counts(f"new-work:{member.person}").values())


def due(desk: Desk, member: Somebody) -> list[str]:
    """The notices that may go out to a member now."""
    letters = desk.services.outbox.queue("run").due(desk.clock.now, 20, ())
    mine = [letter for letter in letters if letter.key.startswith(f"new-work:{member.person}")]
    messages = [(message, one.language) for one in mine for message in contents(one.payload, KEYS)]
    return [TEXTS.text(one.text, language, escape=False) for one, language in messages if isinstance(one, Message)]


def test_those_who_may_decide_are_told(desk: Desk) -> None:
    """In their language, by the claim; not the writer, not a contributor, not an owner who never wrote."""
    reviewer, writer = desk.member("r", Role.REVIEWER, Language.MS), desk.member("w", Role.REVIEWER)
    contributor = desk.member("c")
    propose(writer)
    assert [notices(desk, one) for one in (reviewer, writer, contributor)] == [1, 0, 0]
    assert f"Baharu untuk orang kedua: “{CLAIM_MS} 0”. /review menunjukkan semua yang masih menunggu." in due(
        desk, reviewer
    )


def test_at_most_one_an_hour(desk: Desk) -> None:
    """What comes within the hour makes one more notice, due at its end; what comes until then makes none."""
    reviewer, writer, start = desk.member("r", Role.REVIEWER), desk.member("w"), desk.clock.now
    propose(writer)
    assert [f"“{CLAIM_EN} 0”" in one for one in due(desk, reviewer)] == [True]
    desk.services.outbox.drop(f"new-work:{reviewer.person}")
    for number in (1, 2):
        desk.clock.pass_by(timedelta(minutes=20))
        propose(writer, number)
    assert notices(desk, reviewer) == 2
    desk.clock.now = start + HOUR - timedelta(seconds=1)
    assert due(desk, reviewer) == []
    desk.clock.now = start + HOUR
    assert [f"“{CLAIM_EN} 1”" in one for one in due(desk, reviewer)] == [True]
    propose(writer, 3)
    assert notices(desk, reviewer) == 3
    desk.clock.now = start + 2 * HOUR - timedelta(seconds=1)
    propose(writer, 4)
    assert notices(desk, reviewer) == 3


def test_switched_off_and_on(desk: Desk) -> None:
    """By /team or under a notice; for oneself only."""
    reviewer, other, writer = desk.member("r", Role.REVIEWER), desk.member("s", Role.REVIEWER), desk.member("w")
    assert "at most once an hour" in reviewer.commands("team").text
    assert "I do not write to you when" in reviewer.presses("Stop telling me").text
    propose(writer)
    assert [notices(desk, one) for one in (reviewer, other)] == [0, 1]
    assert "I do not write to you when" in reviewer.presses("Team").text
    assert "I write to you when" in reviewer.presses("Tell me of new work").text
    desk.clock.pass_by(HOUR)
    propose(writer, 1)
    assert notices(desk, reviewer) == 1
    assert "Stop telling me of new work" not in writer.commands("team").labels
    assert "needs the role reviewer" in writer.presses_data("notice", "off").text


def test_what_was_sent_back_and_mended_is_new_work(desk: Desk) -> None:
    """A change while it waits is none."""
    reviewer, writer = desk.member("r", Role.REVIEWER), write_whole(desk.member("w")).presses("Yes, save")
    desk.clock.pass_by(HOUR)
    mended = ("Change it", "Change an answer", "Answer (Malay)")
    for label in ("My entries", *mended):
        writer = writer.commands("desk").presses(label) if label == "My entries" else writer.presses(label)
    writer.says("SPR berkata pada 2 Mac 2026 bahawa tiada mesin undi digunakan.").presses("Yes, save")
    assert notices(desk, reviewer) == 1
    reviewer.presses_data("review", "1").presses("Send back").says("Tambah sumber lagi.")
    for label in ("My entries", *mended):
        writer = writer.commands("desk").presses(label) if label == "My entries" else writer.presses(label)
    writer.says("SPR berkata pada 3 Mac 2026 bahawa tiada mesin undi digunakan.").presses("Yes, save")
    assert notices(desk, reviewer) == 2


def test_a_proposal_that_fails_tells_nobody(desk: Desk, black_dot: FactCheck, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notice is written in the proposal's transaction."""
    reviewer, writer = desk.member("r", Role.REVIEWER), desk.member("w")
    monkeypatch.setattr("actions.desk.notices.put_letters", _fail)
    with pytest.raises(RuntimeError):
        propose(writer)
    assert desk.services.desk.submissions.count_waiting() == 0
    assert notices(desk, reviewer) == 0
    assert desk.services.entries.count_by_status()[black_dot.kind, Status.PENDING] == 0


def _fail(*_: object) -> None:
    raise RuntimeError


def test_who_blocked_the_bot_is_left_alone(desk: Desk) -> None:
    """They are told again once they have written."""
    reviewer, writer = desk.member("r", Role.REVIEWER), desk.member("w")
    desk.services.outbox.close(f"chat-{reviewer.person[:4]}", "blocked")
    propose(writer)
    assert notices(desk, reviewer) == 0
    reviewer.commands("desk")
    propose(writer, 1)
    assert notices(desk, reviewer) == 1
    assert desk.services.outbox.counts(f"new-work:{reviewer.person}")[LetterState.WAITING] == 1
