"""Answer a question about rules, voting, reporting, organisations or checking, from the guidelines."""

from actions import buttons
from actions.browse_rules import has_guidelines
from actions.buttons import Row
from actions.labels import name_of
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.show_entry import Outcome, answer_with
from actions.suggest import suggest_claims, suggest_guidelines
from knowledge.entry import Area, FactCheck, Guideline, Status
from knowledge.matching import SUGGEST_AT, Decision, Match
from knowledge.retriever import FACT_CHECKS, GUIDELINES
from nlu.intents import Intent

MORE_AT_MOST = 3
# A title to choose claims nothing, so it may be offered at far less probability than a claim: of 20 questions tried by
# hand, the right title was among those above 0.02 in three that the claims' threshold would have left out.
OFFER_AT = 0.02
OFFER_AT_MOST = 3
_AREA_OF = {
    Intent.ASK_GUIDELINE: Area.CIVIC_ELECTION_INTEGRITY,
    Intent.ASK_VOTER_INFO: Area.VOTER_INFO,
    Intent.ASK_LITERACY: Area.LITERACY_SKILL,
    Intent.ASK_ORGANISATION: Area.ORGANISATION,
    Intent.REPORT_CONTENT: Area.REPORTING,
}


def answer_guideline(request: Request, services: Services) -> Reply:
    """The guideline that fits best, titles to choose from, or what can be asked."""
    found = services.retriever.decide(request.text, GUIDELINES)
    if found.decision is Decision.CONFIRMED:
        best = found.matches[0].entry
        others = _others(found.ranked, best)
        return answer_with(best, request, services, Outcome.CONFIRMED, *_more(best, others))
    offered = [match for match in found.ranked if match.probability >= OFFER_AT][:OFFER_AT_MOST]
    if found.decision is Decision.SUGGESTED:
        return suggest_guidelines(offered or found.matches, request)
    return _from_fact_checks(request, services, offered)


def more_guidelines(request: Request, services: Services) -> Reply:
    """Up to three guidelines near the one that was shown."""
    stored = services.entries.get(request.argument)
    if stored is None or not isinstance(stored.entry, Guideline) or stored.status is not Status.PUBLISHED:
        return _areas(MessageKey.GUIDELINE_NO_MORE, request, services)
    text = request.text or name_of(stored.entry, request.language)
    others = _others(services.retriever.search(text, GUIDELINES), stored.entry)
    if not others:
        return _areas(MessageKey.GUIDELINE_NO_MORE, request, services)
    rows = tuple((buttons.named(entry, request.language),) for entry in others)
    return Reply(request.language, (Message(Phrase(MessageKey.GUIDELINE_MORE), rows),))


def _from_fact_checks(request: Request, services: Services, offered: list[Match]) -> Reply:
    found = services.retriever.decide(request.text, FACT_CHECKS)
    if found.decision is Decision.CONFIRMED:
        return answer_with(found.matches[0].entry, request, services, Outcome.CONFIRMED)
    if found.decision is Decision.SUGGESTED:
        return suggest_claims(found.matches, request)
    if offered:
        return suggest_guidelines(offered, request)
    return _areas(MessageKey.GUIDELINE_NONE, request, services)


def _others(ranked: tuple[Match, ...], shown: FactCheck | Guideline) -> list[FactCheck | Guideline]:
    """What else would be worth suggesting."""
    fitting = (match.entry for match in ranked if match.probability >= SUGGEST_AT)
    return [entry for entry in fitting if entry.id != shown.id][:MORE_AT_MOST]


def _more(best: FactCheck | Guideline, others: list[FactCheck | Guideline]) -> tuple[Row, ...]:
    if not others:
        return ()
    return ((buttons.press(MessageKey.BUTTON_MORE_GUIDELINES, PressName.MORE, best.id),),)


def _areas(key: MessageKey, request: Request, services: Services) -> Reply:
    area = _AREA_OF.get(request.intent)
    rows: list[Row] = [(buttons.ALL_AREAS,), (buttons.SEND_TIP,)]
    if area is not None and has_guidelines(area, services):
        rows.insert(0, (buttons.area(area),))
    return Reply(request.language, (Message(Phrase(key), tuple(rows)),), quotes=True)
