"""/classes: an educator's classes, with results, files and deletion; and where a student finds their own."""

from actions.buttons import press
from actions.classroom.board import board
from actions.classroom.keys import ClassKey
from actions.classroom.presses import ClassPress
from actions.classroom.reporting import class_record, file_letters, gain_of, made_files, summary
from actions.compose import lines
from actions.dates import partial_date
from actions.labels import shorten
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import ClassNotFoundError
from knowledge.freshness import malaysian_day
from knowledge.quiz.codes import spoken
from knowledge.quiz.roster import StoredClass
from knowledge.quiz.session import Phase

_LISTED = 10
_LABEL = 40
_NEW = Button(Phrase(ClassKey.BUTTON_NEW), Press(ClassPress.NEW))


def list_classes(request: Request, services: Services) -> Reply:
    """The newest classes, each with a button that opens it."""
    if not request.address:
        return Reply(request.language, (Message(Phrase(ClassKey.PRIVATE_ONLY)),))
    found = services.classes.of_educator(request.person, _LISTED)
    if not found:
        return Reply(request.language, (Message(Phrase(ClassKey.CLASSES_NONE), ((_NEW,),)),))
    rows = tuple((_opener(record),) for record in found)
    text = lines(Phrase(ClassKey.CLASSES), *(_line(record) for record in found))
    return Reply(request.language, (Message(text, (*rows, (_NEW,))),))


def show_class(request: Request, services: Services) -> Reply:
    """One class: its board while it is open, its results once it has ended."""
    try:
        with services.classes.room(_number(request)) as room:
            if room.record.educator != request.person:
                return _gone(request)
            if room.session.phase is not Phase.ENDED:
                shown = board(room.record, room.seats(), room.progress(), services.clock())
                return Reply(request.language, (shown,))
            record, stored = class_record(room), room.record
        found = gain_of(stored, record, services)
        with services.classes.room(stored.id) as room:
            return Reply(request.language, (summary(room, record, found),))
    except ClassNotFoundError:
        return _gone(request)


def send_files(request: Request, services: Services) -> Reply:
    """The picture and the files of a class again, as they are now."""
    now = services.clock()
    try:
        with services.classes.room(_number(request)) as room:
            if room.record.educator != request.person:
                return _gone(request)
            record, stored = class_record(room), room.record
        files = made_files(record, stored.language, gain_of(stored, record, services))
        with services.classes.room(stored.id) as room:
            room.post(file_letters(room, files, f"again/{now:%Y%m%d%H%M%S}", now), now)
    except ClassNotFoundError:
        return _gone(request)
    return Reply(request.language, notice=Phrase(ClassKey.NOTICE_FILES if files else ClassKey.NOTICE_NO_FILES))


def ask_to_delete(request: Request, services: Services) -> Reply:
    """One more tap: what is deleted cannot be brought back."""
    del services
    row = (press(ClassKey.BUTTON_DELETE_SURE, ClassPress.DELETE_SURE, request.argument),)
    return Reply(request.language, (Message(Phrase(ClassKey.DELETE_SURE), (row,)),))


def delete(request: Request, services: Services) -> Reply:
    """Delete a class with everything in it, at once."""
    if not services.classes.delete(_number(request), request.person):
        return _gone(request)
    return Reply(request.language, (Message(Phrase(ClassKey.DELETED)),), replaces=True)


def results(request: Request, services: Services) -> Reply:
    """Somebody wants results: an educator's classes, or where a student finds their own."""
    if request.address and services.classes.of_educator(request.person, 1):
        return list_classes(request, services)
    return Reply(request.language, (Message(Phrase(ClassKey.RESULTS_WHERE), ((_NEW,),)),))


def _opener(record: StoredClass) -> Button:
    label = shorten(f"{record.session.plan.title} · {spoken(record.code or '')}", _LABEL)
    return Button(label, Press(ClassPress.SHOW, str(record.id)))


def _line(record: StoredClass) -> Phrase:
    phase = Phrase(ClassKey(f"phase-{record.session.phase.value}"))
    day = partial_date(malaysian_day(record.created_at).isoformat())
    until = partial_date(malaysian_day(record.purge_at).isoformat())
    return Phrase(ClassKey.CLASS_LINE, {"title": record.session.plan.title, "day": day, "phase": phase, "until": until})


def _number(request: Request) -> int:
    return int(request.argument) if request.argument.isdigit() else 0


def _gone(request: Request) -> Reply:
    return Reply(request.language, notice=Phrase(ClassKey.NOTICE_GONE))
