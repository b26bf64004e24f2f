"""The educator's buttons while a class is open. Each says over the chat what it did; the board follows."""

from collections.abc import Callable
from datetime import datetime

from actions.buttons import press
from actions.classroom.asking import ask_everyone
from actions.classroom.board import board_letter
from actions.classroom.keys import ClassKey
from actions.classroom.letters import questions_prefix, to_seat
from actions.classroom.presses import ClassPress
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import ClassNotFoundError
from knowledge.quiz import session_steps as steps
from knowledge.quiz.session import ClassRuleError, Fault, Phase, Session
from knowledge.store.class_room import ClassRoom

_MORE_FOR_QUESTION_S = 30
_MORE_FOR_SESSION_S = 300
_PER_PAGE = 40
_FAULTS = {
    Fault.NOT_IN_THIS_PHASE: ClassKey.NOTICE_NOT_NOW,
    Fault.NO_QUESTIONS: ClassKey.NOTICE_NOT_NOW,
    Fault.NO_OPEN_QUESTION: ClassKey.NOTICE_NO_OPEN_QUESTION,
    Fault.NO_CLOCK: ClassKey.NOTICE_NO_CLOCK,
}
_Step = Callable[[Session, datetime], Session]


def start(request: Request, services: Services) -> Reply:
    """The class begins: the first question goes out."""
    with_nobody = _peek_empty(request, services)
    if with_nobody:
        return _notice(request, ClassKey.NOTICE_NOBODY_YET)
    return _step(request, services, ClassKey.NOTICE_STARTED, steps.start)


def pause(request: Request, services: Services) -> Reply:
    """The clock stands still."""
    return _step(request, services, ClassKey.NOTICE_PAUSED, steps.pause)


def resume(request: Request, services: Services) -> Reply:
    """The clock goes on."""
    return _step(request, services, ClassKey.NOTICE_RESUMED, steps.resume)


def advance(request: Request, services: Services) -> Reply:
    """The next question, whoever has not answered this one."""
    return _step(request, services, ClassKey.NOTICE_NEXT, steps.advance)


def extend(request: Request, services: Services) -> Reply:
    """More time."""

    def longer(session: Session, now: datetime) -> Session:
        del now
        seconds = _MORE_FOR_QUESTION_S if session.plan.timing.is_together else _MORE_FOR_SESSION_S
        return steps.extend(session, seconds)

    return _step(request, services, ClassKey.NOTICE_EXTENDED, longer)


def skip(request: Request, services: Services) -> Reply:
    """Leave out the question everyone has; where each has their own, ask which one."""
    class_id, _, number = request.argument.partition("/")
    record = services.classes.get(int(class_id)) if class_id.isdigit() else None
    if record is None or record.educator != request.person:
        return gone(request)
    current = record.session.current
    if number.isdigit() or current is not None:
        chosen = int(number) if number.isdigit() else current or 0
        return _step(request, services, ClassKey.NOTICE_SKIPPED, lambda one, now: steps.skip(one, chosen, now))
    is_open = [place for place, window in enumerate(record.session.windows) if window.is_open]
    buttons = [Button(str(place + 1), Press(ClassPress.SKIP, f"{record.id}/{place}")) for place in is_open]
    rows = tuple(tuple(buttons[begin : begin + 5]) for begin in range(0, len(buttons), 5))
    return Reply(request.language, (Message(Phrase(ClassKey.SKIP_WHICH), rows),))


def ask_to_end(request: Request, services: Services) -> Reply:
    """One more tap, so that no class ends by a slip."""
    del services
    row = (press(ClassKey.BUTTON_END_SURE, ClassPress.END_SURE, request.argument),)
    return Reply(request.language, (Message(Phrase(ClassKey.END_SURE), (row,)),))


def end(request: Request, services: Services) -> Reply:
    """The class ends; results follow by themselves."""
    return _step(request, services, ClassKey.NOTICE_ENDED, steps.end)


def show_students(request: Request, services: Services) -> Reply:
    """Everyone in the class, each with a button that removes them."""
    try:
        with services.classes.room(_number(request)) as room:
            seats = [seat for seat in room.seats() if seat.is_present] if room.record.educator == request.person else []
    except ClassNotFoundError:
        return gone(request)
    buttons = [
        Button(seat.nickname, Press(ClassPress.REMOVE, f"{_number(request)}/{seat.number}"))
        for seat in seats[:_PER_PAGE]
    ]
    rows = tuple(tuple(buttons[begin : begin + 4]) for begin in range(0, len(buttons), 4))
    text = Phrase(ClassKey.STUDENTS, {"number": len(seats)}) if seats else Phrase(ClassKey.STUDENTS_NONE)
    return Reply(request.language, (Message(text, rows),))


def remove(request: Request, services: Services) -> Reply:
    """A student is out: they are told, and nothing of theirs counts any more."""
    class_id, _, number = request.argument.partition("/")
    now = services.clock()
    try:
        with services.classes.room(int(class_id or 0)) as room:
            seat = next((one for one in room.seats() if str(one.number) == number and one.is_present), None)
            if room.record.educator != request.person or seat is None:
                return _notice(request, ClassKey.NOTICE_NOT_NOW)
            room.remove(seat.number, now)
            for question in range(len(room.session.windows)):
                room.take_back(f"{questions_prefix(room.record.id)}{question}/s{seat.number}.")
            room.post([to_seat(room.record, seat, "removed", Message(Phrase(ClassKey.YOU_WERE_REMOVED)))], now)
            _refresh(room, now)
    except (ClassNotFoundError, ValueError):
        return gone(request)
    return Reply(request.language, notice=Phrase(ClassKey.NOTICE_REMOVED, {"name": seat.nickname}))


def gone(request: Request) -> Reply:
    """The class is no more, or is not theirs."""
    return _notice(request, ClassKey.NOTICE_GONE)


def _step(request: Request, services: Services, done: ClassKey, step: _Step) -> Reply:
    now = services.clock()
    try:
        with services.classes.room(_number(request)) as room:
            if room.record.educator != request.person:
                return gone(request)
            room.move(step(room.session, now))
            if room.session.phase is Phase.ENDED:
                room.take_back(questions_prefix(room.record.id))
            else:
                ask_everyone(room, now)
            _refresh(room, now)
    except ClassNotFoundError:
        return gone(request)
    except ClassRuleError as error:
        return _notice(request, _FAULTS[error.fault])
    return _notice(request, done)


def _refresh(room: ClassRoom, now: datetime) -> None:
    room.repost(board_letter(room, now), now)


def _peek_empty(request: Request, services: Services) -> bool:
    try:
        with services.classes.room(_number(request)) as room:
            return room.record.educator == request.person and not room.progress().present
    except ClassNotFoundError:
        return False


def _number(request: Request) -> int:
    first = request.argument.partition("/")[0]
    return int(first) if first.isdigit() else 0


def _notice(request: Request, key: ClassKey) -> Reply:
    return Reply(request.language, notice=Phrase(key))
