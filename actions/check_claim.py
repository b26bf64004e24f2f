"""Check a claim: a confirmed answer, claims to choose from, or an honest "not checked yet"."""

from dataclasses import replace

from actions import buttons
from actions.contentless import is_contentless, is_too_short
from actions.message_key import MessageKey
from actions.no_match import no_match
from actions.reply import Message, Phrase, Reply
from actions.request import Origin, Request
from actions.services import Services
from actions.show_entry import Outcome, answer_with
from actions.suggest import suggest_claims
from knowledge.matching import Decision
from knowledge.retriever import FACT_CHECKS, GUIDELINES


def check_claim(request: Request, services: Services, outcome: Outcome = Outcome.CONFIRMED) -> Reply:
    """Look for the published fact-check of what the message says; `outcome` is how a sure answer is recorded."""
    if is_contentless(request.text):
        return _ask(MessageKey.CAPTION_SAYS_NOTHING if request.has_media else MessageKey.CLAIM_MISSING, request)
    found = services.retriever.decide(request.text, FACT_CHECKS)
    if found.decision is Decision.CONFIRMED:
        return answer_with(found.matches[0].entry, request, services, outcome)
    if found.decision is Decision.SUGGESTED and not _may_be_a_question(request):
        return suggest_claims(found.matches, request)
    rules = services.retriever.decide(request.text, GUIDELINES)
    if rules.decision is Decision.CONFIRMED and _may_be_a_question(request):
        return answer_with(rules.matches[0].entry, request, services, outcome)
    if found.decision is Decision.SUGGESTED:
        return suggest_claims(found.matches, request)
    if rules.decision is not Decision.NO_MATCH:
        return no_match(request, related=rules.matches[0].entry)
    if is_too_short(request.text):
        return _ask(MessageKey.CLAIM_TOO_SHORT, request)
    return no_match(request)


def check_command(request: Request, services: Services) -> Reply:
    """/check: the words after the command, or else the message it replies to."""
    text = request.argument or request.text
    if not text or text.startswith("/"):
        return ask_for_claim(request, services)
    return check_claim(replace(request, text=text), services)


def ask_for_claim(request: Request, services: Services) -> Reply:
    """What to send to have something checked."""
    del services
    return _ask(MessageKey.ASK_FOR_CLAIM, request)


def _may_be_a_question(request: Request) -> bool:
    """Whether nobody could tell what the person wants: then a rule that surely fits is the answer."""
    return request.confidence == 0 and request.origin is Origin.TYPED


def _ask(key: MessageKey, request: Request) -> Reply:
    return Reply(request.language, (Message(Phrase(key), ((buttons.TRY_SAMPLE,), (buttons.HOW_TO_CHECK,))),))
