"""The fuller explanation behind a class's question, for those who have answered it."""

from actions.classroom.keys import ClassKey
from actions.quiz.explanation import explain
from actions.reply import Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import ClassNotFoundError


def why(request: Request, services: Services) -> Reply:
    """Show the entry that a question rests on; before the answer it would give the answer away."""
    class_id, _, question = request.argument.partition("/")
    if not (class_id.isdigit() and question.isdigit()):
        return Reply(request.language, notice=Phrase(ClassKey.NOTICE_GONE))
    try:
        with services.classes.room(int(class_id)) as room:
            seat = room.seat_of(request.person)
            asks = room.asks_of(seat.number) if seat else []
            if not any(ask.question == int(question) and ask.is_answered for ask in asks):
                return Reply(request.language, notice=Phrase(ClassKey.NOTICE_ANSWER_FIRST))
            item = room.item(int(question))
    except ClassNotFoundError:
        return Reply(request.language, notice=Phrase(ClassKey.NOTICE_GONE))
    return explain(item, request, services)
