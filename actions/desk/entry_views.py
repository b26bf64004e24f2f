"""An entry as the desk shows it: exactly what voters will see, in both languages, and what to think of before."""

from actions import buttons
from actions.compose import lines
from actions.desk.keys import DeskKey
from actions.desk.near_duplicates import near_duplicates
from actions.entry_phrases import answer, verdict
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.message_key import MessageKey
from actions.question_sets.views import question_text
from actions.reply import Button, Link, Message, Phrase
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline, QuizItem
from knowledge.text.language import Language


def preview_messages(
    entry: FactCheck | Guideline | Phrase, request: Request, services: Services
) -> tuple[Message, ...]:
    """The answer in each language, then what is like it already; or what the answers lack."""
    if isinstance(entry, Phrase):
        return (Message(entry),)
    like_it = _like_it(entry, request, services) if isinstance(entry, FactCheck) else ()
    return (*as_voters_see_it(entry, services), *like_it)


def as_voters_see_it(entry: FactCheck | Guideline | QuizItem, services: Services) -> tuple[Message, ...]:
    """The answer in each language, all in that language, below a line that says so; a quiz item's question."""
    if isinstance(entry, QuizItem):
        return (Message(question_text(entry), ((_source(entry),),)),)
    return tuple(_in(language, entry, services) for language in Language)


def entry_line(number: int, entry: FactCheck | Guideline | QuizItem, language: Language) -> Phrase:
    """One entry of a numbered list."""
    name = shorten(name_of(entry, language), LIST_LENGTH)
    if not isinstance(entry, FactCheck):
        return Phrase(MessageKey.CHOICE_LINE, {"number": number, "claim": name})
    return Phrase(MessageKey.TRENDING_LINE, {"number": number, "verdict": verdict(entry.verdict), "claim": name})


def _in(language: Language, entry: FactCheck | Guideline, services: Services) -> Message:
    is_missing = language not in entry.languages()
    key = DeskKey.PREVIEW_MISSING if is_missing else DeskKey.PREVIEW
    text = Phrase(key, {"answer": answer(entry, language, services.today())})
    return Message(text, ((_source(entry),), *buttons.more_sources(entry)), language)


def _source(entry: FactCheck | Guideline | QuizItem) -> Button:
    return Button(Phrase(MessageKey.BUTTON_SOURCE), Link(entry.source_url))


def _like_it(entry: FactCheck, request: Request, services: Services) -> tuple[Message, ...]:
    found = near_duplicates(entry, services)
    if not found:
        return ()
    listed = lines(*(entry_line(number, one, request.language) for number, one in enumerate(found, start=1)))
    return (Message(Phrase(DeskKey.NEAR_DUPLICATES, {"claims": listed}), (buttons.numbers(found),)),)
