"""Any order of what educators, students and time do: the rules of a class hold."""

import contextlib
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from knowledge.quiz import session_steps as steps
from knowledge.quiz.plan import ClassPlan, Shown, Timing
from knowledge.quiz.session import ClassRuleError, Phase, Session, Timeliness

QUESTIONS, STUDENTS = 4, 3
ORDERS = ((0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0))


class ClassMachine(RuleBasedStateMachine):
    """One class, with three students of whom each answers what they were asked, or does not."""

    @initialize(timing=st.sampled_from(Timing), late=st.booleans())
    def begin(self, timing: Timing, late: bool) -> None:
        """A lobby with questions; nobody was asked anything."""
        self.now = datetime(2026, 3, 14, tzinfo=UTC)
        plan = ClassPlan("Kelas", Shown.BOTH, timing=timing, seconds=30, late_allowed=late)
        self.session = steps.open_lobby(Session(plan), self.now, QUESTIONS)
        self.asked: list[list[int]] = [[] for _ in range(STUDENTS)]
        self.answered: list[set[int]] = [set() for _ in range(STUDENTS)]

    @rule(seconds=st.integers(0, 50))
    def time_passes(self, seconds: int) -> None:
        """The clock goes on, and the class notices."""
        self.now += timedelta(seconds=seconds)
        current = self.session.current
        waiting = sum(current not in one for one in self.answered) if current is not None else 0
        missing = sum(
            self.session.may_answer(number) and number not in one
            for one in self.answered
            for number in range(QUESTIONS)
        )
        self.session = steps.tick(self.session, self.now, waiting, missing)

    @rule(seconds=st.integers(5, 300))
    def server_stands_still(self, seconds: int) -> None:
        """A standstill takes no time from anybody."""
        before = self.session.left_s(self.now)
        self.now += timedelta(seconds=seconds)
        if self.session.phase is Phase.RUNNING:
            self.session = steps.shifted(self.session, timedelta(seconds=seconds))
            assert self.session.left_s(self.now) == before

    @rule(name=st.sampled_from(["start", "pause", "resume", "advance", "end"]))
    def educator_presses(self, name: str) -> None:
        """Any button at any time: done, or refused by a rule."""
        with contextlib.suppress(ClassRuleError):
            self.session = getattr(steps, name)(self.session, self.now)

    @rule(number=st.integers(0, QUESTIONS))
    def educator_skips(self, number: int) -> None:
        """A skipped question is out."""
        with contextlib.suppress(ClassRuleError):
            self.session = steps.skip(self.session, number, self.now)
            assert self.session.windows[number].is_skipped

    @rule(seconds=st.integers(1, 60))
    def educator_extends(self, seconds: int) -> None:
        """An extension never takes time away."""
        before = self.session.left_s(self.now)
        with contextlib.suppress(ClassRuleError):
            self.session = steps.extend(self.session, seconds)
            assert before is not None
            assert (self.session.left_s(self.now) or 0) >= before

    @rule(student=st.integers(0, STUDENTS - 1))
    def student_is_asked(self, student: int) -> None:
        """No question twice, and only one that may be answered."""
        asked, answered = frozenset(self.asked[student]), frozenset(self.answered[student])
        number = self.session.askable(ORDERS[student], asked, answered)
        if number is not None:
            assert number not in asked
            assert self.session.phase is Phase.RUNNING
            assert self.session.judge(number, self.now) is not Timeliness.REFUSED or self._is_overdue(number)
            self.asked[student].append(number)

    @rule(student=st.integers(0, STUDENTS - 1))
    def student_answers_the_last_question(self, student: int) -> None:
        """What is not refused counts."""
        if self.asked[student] and self.session.judge(self.asked[student][-1], self.now) is not Timeliness.REFUSED:
            self.answered[student].add(self.asked[student][-1])

    @invariant()
    def at_most_one_question_is_open_together(self) -> None:
        """Everyone has the same question."""
        if hasattr(self, "session") and self.session.plan.timing.is_together:
            assert sum(window.is_open for window in self.session.windows) <= 1

    @invariant()
    def moments_are_in_order(self) -> None:
        """Nothing closes before it opened."""
        for window in getattr(self, "session", Session(ClassPlan("", Shown.MS))).windows:
            assert window.opened_at is None or window.opened_at <= self.now
            assert window.closed_at is None or (window.opened_at and window.opened_at <= window.closed_at)

    @invariant()
    def every_state_has_a_way_out(self) -> None:
        """Any class can be ended."""
        if hasattr(self, "session") and self.session.phase is not Phase.ENDED:
            assert steps.end(self.session, self.now).phase is Phase.ENDED

    @invariant()
    def nothing_happens_after_the_end(self) -> None:
        """The end is final."""
        if hasattr(self, "session") and self.session.phase is Phase.ENDED:
            assert not any(window.is_open for window in self.session.windows)
            assert self.session.askable(ORDERS[0], frozenset(), frozenset()) is None
            assert steps.tick(self.session, self.now + timedelta(days=30), 0, 0) == self.session

    def _is_overdue(self, number: int) -> bool:
        """Whether the time is up and only the tick that closes it has not come yet."""
        deadline = self.session.deadline(self.session.windows[number])
        return deadline is not None and deadline < self.now


TestClassMachine = ClassMachine.TestCase
TestClassMachine.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
