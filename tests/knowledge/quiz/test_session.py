from datetime import UTC, datetime, timedelta

import pytest

from knowledge.quiz import session_steps as steps
from knowledge.quiz.plan import ClassPlan, Shown, Timing
from knowledge.quiz.session import GRACE_S, ClassRuleError, Fault, Phase, Session, Timeliness

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
NOTHING = frozenset[int]()
ALL = (0, 1, 2)


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def running(timing: Timing, seconds: int = 30, *, late: bool = False, questions: int = 3) -> Session:
    plan = ClassPlan("Kelas", Shown.MS, timing=timing, seconds=seconds, late_allowed=late)
    return steps.start(steps.open_lobby(Session(plan), NOW, questions), NOW)


def test_together_everyone_has_the_same_question() -> None:
    """Only the open question is asked, whatever a student's own order says."""
    session = running(Timing.QUESTION)
    assert session.current == 0
    assert session.askable((2, 1, 0), NOTHING, NOTHING) == 0
    assert session.askable(ALL, frozenset({0}), frozenset({0})) is None


def test_own_pace_goes_in_the_students_order_one_by_one() -> None:
    """The next question comes when the one before is answered."""
    session = running(Timing.NONE)
    assert session.askable((2, 0, 1), NOTHING, NOTHING) == 2
    assert session.askable((2, 0, 1), frozenset({2}), NOTHING) is None
    assert session.askable((2, 0, 1), frozenset({2}), frozenset({2})) == 0


def test_question_closes_when_its_time_is_up() -> None:
    """Time and grace later the next one opens with its own clock."""
    session = running(Timing.QUESTION, 30)
    assert steps.tick(session, at(30 + GRACE_S), waiting=1, unanswered=3) == session
    later = steps.tick(session, at(31 + GRACE_S), waiting=1, unanswered=3)
    assert later.current == 1
    assert later.left_s(at(31 + GRACE_S)) == 30


def test_question_closes_when_all_have_answered_and_read() -> None:
    """Nobody waits for a clock that nobody needs; whoever joins meanwhile gets their time back."""
    session = steps.tick(running(Timing.QUESTION, 60), at(10), waiting=0, unanswered=4)
    assert session.current == 0
    assert steps.tick(session, at(10 + steps.READING_S), waiting=0, unanswered=4).current == 1
    joined = steps.tick(session, at(11), waiting=1, unanswered=5)
    assert steps.tick(joined, at(10 + steps.READING_S), waiting=1, unanswered=5).current == 0


def test_led_class_waits_for_the_educator() -> None:
    """Without a clock only the educator moves on."""
    session = running(Timing.LED)
    assert steps.tick(session, at(4000), waiting=0, unanswered=0).current == 0
    assert steps.advance(session, at(4000)).current == 1


def test_last_question_ends_a_class_without_late_answers() -> None:
    """After the last question there is nothing to wait for."""
    session = running(Timing.LED, questions=1)
    after = steps.advance(session, at(5))
    assert steps.tick(after, at(6), waiting=0, unanswered=2).phase is Phase.ENDED


def test_late_answers_are_waited_for_where_they_count() -> None:
    """With late answers a class that goes together stays open until none is missing, or the educator ends it."""
    after = steps.advance(running(Timing.LED, late=True, questions=1), at(5))
    assert steps.tick(after, at(6), waiting=0, unanswered=2).phase is Phase.RUNNING
    assert steps.tick(after, at(7), waiting=0, unanswered=0).phase is Phase.ENDED


@pytest.mark.parametrize("late", [False, True])
def test_answer_is_judged_by_when_it_arrived(late: bool) -> None:
    """On time up to the deadline and the grace; then late or refused, as the educator chose."""
    session = running(Timing.QUESTION, 30, late=late)
    moved_on = steps.tick(session, at(60), waiting=1, unanswered=3)
    assert moved_on.judge(0, at(30 + GRACE_S)) is Timeliness.ON_TIME
    assert moved_on.judge(0, at(30.1 + GRACE_S)) is (Timeliness.LATE if late else Timeliness.REFUSED)


def test_question_never_asked_cannot_be_answered() -> None:
    """Nothing counts for a question that was not opened."""
    session = running(Timing.LED)
    assert session.judge(2, at(1)) is Timeliness.REFUSED
    assert session.judge(9, at(1)) is Timeliness.REFUSED


def test_pause_stops_the_clock_and_resume_gives_back_what_was_left() -> None:
    """Paused time counts for nobody; an answer given in a pause is on time."""
    paused = steps.pause(running(Timing.QUESTION, 30), at(20))
    assert paused.askable(ALL, NOTHING, NOTHING) is None
    assert steps.tick(paused, at(500), waiting=3, unanswered=9) == paused
    assert paused.judge(0, at(400)) is Timeliness.ON_TIME
    resumed = steps.resume(paused, at(520))
    assert resumed.left_s(at(520)) == 10


def test_extension_moves_the_deadline() -> None:
    """More time for the open question or for the session; without a clock there is nothing to extend."""
    assert steps.extend(running(Timing.QUESTION, 30), 30).left_s(at(0)) == 60
    assert steps.extend(running(Timing.SESSION, 600), 60).left_s(at(0)) == 660
    with pytest.raises(ClassRuleError) as refused:
        steps.extend(running(Timing.NONE), 30)
    assert refused.value.fault is Fault.NO_CLOCK


def test_skipped_question_is_asked_no_more() -> None:
    """Together the next one opens; at one's own pace those who waited on it move on."""
    together = steps.skip(running(Timing.QUESTION), 0, at(3))
    assert together.current == 1
    own = steps.skip(running(Timing.NONE), 0, at(3))
    assert own.askable(ALL, frozenset({0}), NOTHING) == 1
    with pytest.raises(ClassRuleError):
        steps.skip(own, 0, at(4))


def test_late_joiner_catches_up_only_where_late_answers_count() -> None:
    """The open question comes first, then the missed ones one by one."""
    late = steps.advance(steps.advance(running(Timing.LED, late=True), at(5)), at(9))
    assert late.askable(ALL, NOTHING, NOTHING) == 2
    assert late.askable(ALL, frozenset({2}), NOTHING) is None
    assert late.askable(ALL, frozenset({2}), frozenset({2})) == 0
    strict = steps.advance(running(Timing.LED), at(5))
    assert strict.askable(ALL, frozenset({1}), frozenset({1})) is None


def test_standstill_of_the_server_counts_for_nobody() -> None:
    """While the bot was down the clock stood still, but a pause has its own."""
    session = running(Timing.QUESTION, 30)
    assert steps.shifted(session, timedelta(seconds=100)).left_s(at(110)) == 20
    paused = steps.pause(session, at(10))
    assert steps.shifted(paused, timedelta(seconds=100)) == paused


def test_whole_session_ends_by_its_clock() -> None:
    """Without late answers the class is over; with them it stays open and they are marked."""
    strict = running(Timing.SESSION, 600)
    assert steps.tick(strict, at(599), 0, 5) == strict
    assert steps.tick(strict, at(601 + GRACE_S), 0, 5).phase is Phase.ENDED
    kind = running(Timing.SESSION, 600, late=True)
    assert steps.tick(kind, at(700), 0, 5) == kind
    assert kind.judge(1, at(700)) is Timeliness.LATE


def test_forgotten_class_ends_by_itself() -> None:
    """No class stays open for ever."""
    lobby = steps.open_lobby(Session(ClassPlan("x", Shown.MS)), NOW, 3)
    over = NOW + steps.LONGEST_OPEN + timedelta(seconds=1)
    assert steps.tick(lobby, over, 0, 0).phase is Phase.ENDED
    assert steps.tick(running(Timing.NONE), over, 0, 3).phase is Phase.ENDED


def test_class_without_questions_cannot_open() -> None:
    """There is always something to ask."""
    with pytest.raises(ClassRuleError) as refused:
        steps.open_lobby(Session(ClassPlan("x", Shown.MS)), NOW, 0)
    assert refused.value.fault is Fault.NO_QUESTIONS
