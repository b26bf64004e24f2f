"""What people have been asking about, counted by different people over seven days."""

from datetime import timedelta

from actions import buttons
from actions.compose import lines
from actions.entry_phrases import verdict
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Status
from knowledge.store.question_log import Trend
from knowledge.text.language import Language

WINDOW = timedelta(days=7)
HOW_MANY = 5
COUNTED_ABOVE = 5
"""Up to this many people no number is given: a small count could point at who asked."""
# Guidelines and withdrawn entries are asked for too and fall out of the list.
_LOOK_AT = 30


def trending_claims(request: Request, services: Services) -> Reply:
    """The claims most people asked about; an honest line when there are none."""
    trends = services.questions.trending(services.clock() - WINDOW, _LOOK_AT)
    known = [(entry, trend) for trend in trends if (entry := _fact_check(trend, services))][:HOW_MANY]
    if not known:
        rows = ((buttons.LATEST,), (buttons.CHECK,))
        return Reply(request.language, (Message(Phrase(MessageKey.TRENDING_EMPTY), rows),))
    numbered = enumerate(known, start=1)
    listed = lines(*(_line(number, *one, language=request.language) for number, one in numbered))
    row = buttons.numbers([entry for entry, _ in known])
    return Reply(request.language, (Message(Phrase(MessageKey.TRENDING, {"claims": listed}), (row,)),))


def _fact_check(trend: Trend, services: Services) -> FactCheck | None:
    stored = services.entries.get(trend.entry_id)
    if stored is None or stored.status is not Status.PUBLISHED or not isinstance(stored.entry, FactCheck):
        return None
    return stored.entry


def _line(number: int, entry: FactCheck, trend: Trend, language: Language) -> Phrase:
    params: dict[str, str | int | Phrase] = {
        "number": number,
        "verdict": verdict(entry.verdict),
        "claim": shorten(name_of(entry, language), LIST_LENGTH),
    }
    if trend.people <= COUNTED_ABOVE:
        return Phrase(MessageKey.TRENDING_LINE, params)
    return Phrase(MessageKey.TRENDING_LINE_COUNTED, {**params, "people": trend.people})
