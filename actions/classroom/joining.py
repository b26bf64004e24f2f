"""Students come in: by code, by link or QR, or by saying so; with a nickname only."""

import random
from dataclasses import replace
from datetime import datetime
from typing import Final

from actions.buttons import press
from actions.classroom.asking import ask_one
from actions.classroom.board import board_letter
from actions.classroom.keys import ClassKey
from actions.classroom.presses import ClassPress
from actions.compose import paragraphs
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Choice, Form, Step
from actions.dates import partial_date
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import ClassNotFoundError
from knowledge.freshness import malaysian_day
from knowledge.quiz.codes import read_code, spoken
from knowledge.quiz.nicknames import LONGEST, SHORTEST, NicknameFault, offered_nickname, read_nickname
from knowledge.quiz.roster import StoredClass
from knowledge.quiz.session import Phase
from knowledge.store.class_room import ClassRoom

_FAULTS: Final = {
    NicknameFault.LENGTH: ClassKey.NICKNAME_LENGTH,
    NicknameFault.CONTACT: ClassKey.NICKNAME_CONTACT,
    NicknameFault.NO_LETTERS: ClassKey.NICKNAME_LETTERS,
    NicknameFault.TAKEN: ClassKey.NICKNAME_TAKEN,
}


def join(request: Request, services: Services) -> Reply:
    """/join, "kod saya ABC123", or "where do I join": with a code the nickname is next, without one the code."""
    code = read_code(request.argument) or read_code(request.entity("class_code") or "") or read_code(request.text)
    if code is not None:
        return enter(code, request, services)
    if not request.address:
        return _say(request, ClassKey.PRIVATE_ONLY)
    going = services.classes.of_student(request.person)
    if going and not request.argument:
        return _back_in(going[0], request, services)
    return begin(JOIN_FORM, request, services)


def open_link(request: Request, services: Services) -> Reply:
    """The link or QR picture of a class was opened."""
    code = read_code(request.argument)
    return enter(code, request, services) if code else _say(request, ClassKey.CODE_UNKNOWN)


def enter(code: str, request: Request, services: Services) -> Reply:
    """Find the class: who is in it goes on where they were, anyone else is asked for a nickname."""
    if not request.address:
        return _say(request, ClassKey.PRIVATE_ONLY)
    record = services.classes.by_code(code)
    if record is None:
        return _say(request, ClassKey.CODE_UNKNOWN)
    if record.session.phase is Phase.ENDED:
        return _say(request, ClassKey.CLASS_OVER)
    with services.classes.room(record.id) as room:
        seat = room.seat_of(request.person)
    if seat is not None and seat.removed_at is not None:
        return _say(request, ClassKey.YOU_WERE_REMOVED)
    if seat is not None:
        return _back_in(record, request, services)
    return begin(JOIN_FORM, request, services, subject=code)


def leave(request: Request, services: Services) -> Reply:
    """A student goes of their own will: nothing more is sent, and the same code brings them back."""
    now = services.clock()
    try:
        with services.classes.room(int(request.argument or 0)) as room:
            seat = room.seat_of(request.person)
            if seat is None or not seat.is_present:
                return Reply(request.language, notice=Phrase(ClassKey.NOTICE_GONE))
            room.let_go(seat.number, now)
            room.repost(board_letter(room, now), now)
            title, code = room.session.plan.title, spoken(room.record.code or "")
    except (ClassNotFoundError, ValueError):
        return Reply(request.language, notice=Phrase(ClassKey.NOTICE_GONE))
    return replace(_say(request, ClassKey.LEFT, title=title, code=code), replaces=True)


def is_code_of_class(request: Request, services: Services) -> bool:
    """Whether somebody wrote nothing but the code of a class."""
    code = read_code(request.text) if len(request.text) < 2 * LONGEST else None
    return code is not None and services.classes.by_code(code) is not None


def _back_in(record: StoredClass, request: Request, services: Services) -> Reply:
    now = services.clock()
    with services.classes.room(record.id) as room:
        seat = room.seat_of(request.person)
        if seat is None:
            return _say(request, ClassKey.CLASS_OVER)
        room.admit(request.person, request.address, request.language, seat.nickname, now)
        ask_one(room, seat, now)
        is_waiting = room.session.phase is not Phase.RUNNING
    key = ClassKey.BACK_WAITING if is_waiting else ClassKey.BACK
    return _say(request, key, title=record.session.plan.title, nickname=seat.nickname)


def _read_code(request: Request, answers: Answers, services: Services) -> str | Phrase:
    del answers
    code = read_code(request.text)
    if code is None or services.classes.by_code(code) is None:
        return Phrase(ClassKey.CODE_UNKNOWN)
    return code


def _read_nickname(request: Request, answers: Answers, services: Services) -> str | Phrase:
    found = read_nickname(request.text)
    if not isinstance(found, NicknameFault) and _is_taken(found, request, answers, services):
        found = NicknameFault.TAKEN
    if isinstance(found, NicknameFault):
        return Phrase(
            _FAULTS[found], {"shortest": SHORTEST, "longest": LONGEST} if found is NicknameFault.LENGTH else {}
        )
    return found


def _is_taken(nickname: str, request: Request, answers: Answers, services: Services) -> bool:
    record = _class_of(answers, services)
    if record is None:
        return False
    with services.classes.room(record.id) as room:
        return room.is_taken(nickname, request.person)


def _class_of(answers: Answers, services: Services) -> StoredClass | None:
    return services.classes.by_code(answers.subject or answers.get("code"))


def _offers(request: Request, answers: Answers, services: Services) -> list[Choice]:
    """Two made-up nicknames, the same ones whenever this question is asked again."""
    del services
    source = random.Random(f"{request.person}/{answers.id}")
    return [Choice(name, name) for name in (offered_nickname(source, request.language) for _ in range(2))]


def _take_seat(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    now, nickname = services.clock(), answers.get("name")
    record = _class_of(answers, services)
    if record is None or record.session.phase is Phase.ENDED:
        return _say(request, ClassKey.CLASS_OVER)
    with services.classes.room(record.id) as room:
        seat = room.seat_of(request.person)
        if seat is not None and seat.removed_at is not None:
            return _say(request, ClassKey.YOU_WERE_REMOVED)
        if room.is_taken(nickname, request.person):
            return Phrase(ClassKey.NICKNAME_TAKEN)
        return _seated(room, request, nickname, now)


def _seated(room: ClassRoom, request: Request, nickname: str, now: datetime) -> Reply:
    seat = room.admit(request.person, request.address, request.language, nickname, now)
    is_running = room.session.phase is Phase.RUNNING
    ask_one(room, seat, now)
    room.repost(board_letter(room, now), now)
    plan, day = room.session.plan, partial_date(malaysian_day(room.record.purge_at).isoformat())
    welcome = Phrase(ClassKey.WELCOME_IN, {"title": plan.title, "nickname": nickname, "date": day})
    what = Phrase(ClassKey.FIRST_QUESTION_COMES if is_running else ClassKey.WAIT_FOR_START)
    row = (press(ClassKey.BUTTON_LEAVE, ClassPress.LEAVE, str(room.record.id)),)
    return Reply(request.language, (Message(paragraphs(welcome, what), (row,)),))


def _say(request: Request, key: ClassKey, **params: str) -> Reply:
    return Reply(request.language, (Message(Phrase(key, params)),))


JOIN_FORM: Final = Form(
    "class-join",
    ClassKey.JOIN_FORM,
    (
        Step("code", ClassKey.CODE_LABEL, ClassKey.CODE_WANTED, read=_read_code, applies=lambda one: not one.subject),
        Step("name", ClassKey.NICKNAME_LABEL, ClassKey.NICKNAME_WANTED, read=_read_nickname, choices=_offers),
    ),
    _take_seat,
)
