"""The educator's live board: one message that is edited as the class goes on."""

from datetime import datetime

from actions.buttons import Row, press
from actions.classroom.keys import ClassKey
from actions.classroom.letters import to_educator
from actions.classroom.presses import ClassPress
from actions.compose import lines, paragraphs
from actions.reply import Message, Phrase
from knowledge.quiz.codes import spoken
from knowledge.quiz.roster import Progress, Seat, StoredClass
from knowledge.quiz.session import Phase, Session
from knowledge.store.class_room import ClassRoom
from knowledge.store.outbox import Letter

BOARD = "board"
_NAMES = 30
_BAR = 5
_EVERY_S = 5


def board_letter(room: ClassRoom, now: datetime) -> Letter:
    """The board as it is now."""
    return to_educator(room.record, BOARD, board(room.record, room.seats(), room.progress(), now))


def board(record: StoredClass, seats: list[Seat], progress: Progress, now: datetime) -> Message:
    """The board's text and the buttons that can be pressed in its phase."""
    session = record.session
    head = Phrase(ClassKey.BOARD_HEAD, {"title": session.plan.title, "code": spoken(record.code or "")})
    phase = Phrase(ClassKey(f"phase-{session.phase.value}"))
    state = lines(phase, *_state(session, progress, now))
    names = ", ".join(seat.nickname for seat in seats if seat.is_present)[: _NAMES * 20]
    parts = [Phrase(ClassKey.BOARD_NAMES, {"names": names})] if names and session.phase is Phase.LOBBY else []
    return Message(paragraphs(head, state, *parts), _buttons(record))


def _state(session: Session, progress: Progress, now: datetime) -> list[Phrase]:
    found = [Phrase(ClassKey.BOARD_JOINED, {"number": progress.present})]
    current = session.current
    if current is not None:
        answered = progress.answered.get(current, 0)
        place = {"number": current + 1, "total": len(session.windows), "answered": answered, "people": progress.present}
        found.append(Phrase(ClassKey.BOARD_QUESTION, place))
    elif session.is_live and not session.plan.timing.is_together:
        found.append(Phrase(ClassKey.BOARD_FINISHED, {"number": progress.finished, "people": progress.present}))
    left = session.left_s(now)
    if left is not None and session.is_live:
        found.append(Phrase(ClassKey.BOARD_LEFT, {"time": _clock(left)}))
    if session.is_live:
        found.append(Phrase(ClassKey.BOARD_BARS, {"bars": "\n".join(_bars(session, progress))}))
    return found


def _bars(session: Session, progress: Progress) -> list[str]:
    return [
        f"{number + 1}. {_bar(progress.answered.get(number, 0), progress.present)} {progress.answered.get(number, 0)}"
        if not window.is_skipped
        else f"{number + 1}. –"
        for number, window in enumerate(session.windows)
        if window.opened_at is not None
    ]


def _bar(part: int, whole: int) -> str:
    full = round(_BAR * part / whole) if whole else 0
    return "▰" * full + "▱" * (_BAR - full)


def _clock(seconds: int) -> str:
    """Minutes and seconds in steps of five: a board that changed every second would be edited every second."""
    rounded = -(-seconds // _EVERY_S) * _EVERY_S
    return f"{rounded // 60}:{rounded % 60:02d}"


def _buttons(record: StoredClass) -> tuple[Row, ...]:
    session, argument = record.session, str(record.id)

    def one(name: ClassKey, action: ClassPress) -> Row:
        return (press(name, action, argument),)

    students = one(ClassKey.BUTTON_STUDENTS, ClassPress.STUDENTS)
    end = one(ClassKey.BUTTON_END, ClassPress.END)
    if session.phase is Phase.LOBBY:
        return (one(ClassKey.BUTTON_START, ClassPress.START), (*students, *end))
    if session.phase is Phase.PAUSED:
        return (one(ClassKey.BUTTON_RESUME, ClassPress.RESUME), (*students, *end))
    if session.phase is not Phase.RUNNING:
        return ()
    rows = [one(ClassKey.BUTTON_NEXT, ClassPress.NEXT)] if session.current is not None else []
    pause, skip = one(ClassKey.BUTTON_PAUSE, ClassPress.PAUSE), one(ClassKey.BUTTON_SKIP, ClassPress.SKIP)
    rows.append((*pause, *skip))
    if session.left_s(record.created_at) is not None:
        rows.append(one(ClassKey.BUTTON_EXTEND, ClassPress.EXTEND))
    return (*rows, (*students, *end))
