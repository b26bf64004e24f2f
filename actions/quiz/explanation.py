"""The fuller explanation behind a question: the entry it rests on, as it is now, with its source."""

from dataclasses import replace

from actions.quiz.keys import QuizKey
from actions.reply import Button, Link, Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.show_entry import open_entry
from knowledge.entry import QuizItem, Status
from knowledge.quiz.own_question import Askable
from knowledge.text.language import Language


def explain(item: Askable, request: Request, services: Services) -> Reply:
    """Show the entry; where it cannot be shown, the question's own explanation and source."""
    if isinstance(item, QuizItem) and _can_be_shown(item.based_on, services):
        return open_entry(replace(request, argument=item.based_on), services)
    in_malay = request.language is Language.MS
    text = (item.explanation_ms if in_malay else item.explanation_en) or item.explanation_ms or item.explanation_en
    if not text:
        return Reply(request.language, notice=Phrase(QuizKey.NOTICE_NO_EXPLANATION))
    phrase = Phrase(QuizKey.EXPLANATION, {"explanation": text})
    if not isinstance(item, QuizItem):
        return Reply(request.language, (Message(phrase),))
    source = Button(Phrase(QuizKey.BUTTON_SOURCE), Link(item.source_url))
    return Reply(request.language, (Message(phrase, ((source,),)),))


def _can_be_shown(entry_id: str, services: Services) -> bool:
    stored = services.entries.get(entry_id)
    return stored is not None and stored.status is Status.PUBLISHED and not isinstance(stored.entry, QuizItem)
