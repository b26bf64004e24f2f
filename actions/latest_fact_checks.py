"""The newest fact-checks."""

from actions import buttons
from actions.compose import lines
from actions.dates import partial_date
from actions.entry_phrases import verdict
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck
from knowledge.text.language import Language

HOW_MANY = 5


def latest_fact_checks(request: Request, services: Services) -> Reply:
    """Five fact-checks by their review date, each a press away."""
    stored = services.entries.latest(HOW_MANY)
    entries = [one.entry for one in stored if isinstance(one.entry, FactCheck)]
    if not entries:
        rows = ((buttons.CHECK, buttons.RULES),)
        return Reply(request.language, (Message(Phrase(MessageKey.LATEST_EMPTY), rows),))
    listed = lines(*(_line(number, entry, request.language) for number, entry in enumerate(entries, start=1)))
    message = Message(Phrase(MessageKey.LATEST, {"claims": listed}), (buttons.numbers(entries),))
    return Reply(request.language, (message,))


def _line(number: int, entry: FactCheck, language: Language) -> Phrase:
    return Phrase(
        MessageKey.LATEST_LINE,
        {
            "number": number,
            "verdict": verdict(entry.verdict),
            "claim": shorten(name_of(entry, language), LIST_LENGTH),
            "date": partial_date(entry.review_date or ""),
        },
    )
