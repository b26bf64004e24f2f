"""What becomes of an answer to a class's question: kept once, judged by when it arrived, followed by the next."""

from dataclasses import dataclass, replace
from datetime import datetime

from actions.classroom.asking import ask_one
from actions.classroom.keys import ClassKey
from actions.classroom.letters import read_question_key, to_seat
from actions.classroom.student_result import finish_seat
from actions.reply import Message, Phrase
from actions.services import Services
from knowledge.errors import ClassNotFoundError
from knowledge.quiz.plan import Mode
from knowledge.quiz.roster import Ask, Seat
from knowledge.quiz.session import Timeliness
from knowledge.store.class_room import ClassRoom


@dataclass(frozen=True)
class PollAnswer:
    """An answer to a poll. `chosen` is the place of the option as it was shown; `at` is when the answer arrived."""

    person: str
    poll_id: str
    chosen: int
    at: datetime


def take_class_answer(answer: PollAnswer, key: str, sent_at: datetime | None, services: Services) -> bool:
    """Take an answer to the question that a letter's key names.

    Args:
        answer: Who chose what.
        key: Of the letter that is the poll.
        sent_at: When it arrived at the student's, if that is known.
        services: What actions work with.

    Returns:
        False when the key is no class's question.
    """
    place = read_question_key(key)
    if place is None:
        return False
    class_id, question, student = place
    try:
        with services.classes.room(class_id) as room:
            _take(room, question, student, answer, sent_at)
    except ClassNotFoundError:
        return True
    return True


def _take(room: ClassRoom, question: int, student: int, answer: PollAnswer, sent_at: datetime | None) -> None:
    seat = room.seat_of(answer.person)
    if seat is None or seat.number != student or not seat.is_present:
        return
    ask = next((one for one in room.asks_of(student) if one.question == question), None)
    if ask is None or ask.is_answered or answer.chosen not in range(len(ask.options)):
        return
    timeliness = room.session.judge(question, answer.at)
    if timeliness is Timeliness.REFUSED:
        _tell_too_late(room, seat, question, answer.at)
        return
    room.answer(_answered(room, ask, answer, sent_at, is_late=timeliness is Timeliness.LATE))
    if not ask_one(room, seat, answer.at):
        _maybe_finish(room, seat, answer.at)


def _answered(room: ClassRoom, ask: Ask, answer: PollAnswer, sent_at: datetime | None, *, is_late: bool) -> Ask:
    option = ask.options[answer.chosen]
    return replace(
        ask,
        option=option,
        is_right=option == room.item(ask.question).answer_index,
        is_late=is_late,
        answered_at=answer.at,
        seconds=max(0.0, (answer.at - sent_at).total_seconds()) if sent_at else None,
    )


def _maybe_finish(room: ClassRoom, seat: Seat, at: datetime) -> None:
    """Who has answered everything at their own pace need not wait for the others to learn how it went."""
    session = room.session
    if not session.is_live or session.plan.timing.is_together:
        return
    answered = {ask.question for ask in room.asks_of(seat.number) if ask.is_answered}
    if any(session.may_answer(number) for number in range(len(session.windows)) if number not in answered):
        return
    if session.plan.mode is Mode.PRACTICE:
        finish_seat(room, seat, at)
        return
    room.mark_finished(seat.number, at)
    room.post([to_seat(room.record, seat, "waits", Message(Phrase(ClassKey.ALL_ANSWERED)))], at)


def _tell_too_late(room: ClassRoom, seat: Seat, question: int, at: datetime) -> None:
    text = Message(Phrase(ClassKey.TOO_LATE, {"number": question + 1}))
    room.post([to_seat(room.record, seat, f"late{question}", text)], at)
