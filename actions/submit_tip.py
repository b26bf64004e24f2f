"""Pass a message on to fact-checkers: kept only when the person presses the button for it."""

from contextlib import suppress

from actions import buttons
from actions.check_claim import ask_for_claim
from actions.compose import paragraphs
from actions.contentless import is_contentless
from actions.desk.home_state import home_row
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.show_entry import Outcome, answer_with
from actions.updates.follow_up import offer
from actions.updates.keys import UpdatesKey
from knowledge.errors import EmbedderError
from knowledge.matching import Decision
from knowledge.retriever import FACT_CHECKS


def submit_tip(request: Request, services: Services) -> Reply:
    """A message that asks for people: the answer if it is known already, else the button that stores it."""
    if is_contentless(request.text):
        return ask_for_claim(request, services)
    found = services.retriever.decide(request.text, FACT_CHECKS)
    if found.decision is Decision.CONFIRMED:
        return answer_with(found.matches[0].entry, request, services, Outcome.CONFIRMED)
    message = Message(Phrase(MessageKey.TIP_OFFER), ((buttons.SEND_TIP,), (buttons.HOW_TO_CHECK,)))
    return Reply(request.language, (message,), quotes=True)


def store_tip(request: Request, services: Services) -> Reply:
    """Store the message that the pressed answer belongs to."""
    if not request.text.strip():
        return Reply(request.language, (Message(Phrase(MessageKey.TIP_TEXT_GONE), ((buttons.HELP,),)),))
    receipt = services.tips.add(request.person, request.text, request.language, services.clock())
    with suppress(EmbedderError):  # whoever opens the queue sorts it then
        services.desk.sorter.catch_up(services.clock())
    text = MessageKey.TIP_STORED if receipt.is_new else MessageKey.TIP_ALREADY_STORED
    stored = Phrase(text, {"number": receipt.id})
    if not request.address:
        return Reply(request.language, (Message(stored, ((buttons.HOW_TO_CHECK,),)),), quotes=True)
    offered = paragraphs(stored, Phrase(UpdatesKey.FOLLOW_OFFER))
    rows = (offer(receipt.id), home_row(receipt.id), (buttons.HOW_TO_CHECK,))
    message = Message(offered, rows)
    return Reply(request.language, (message,), quotes=True)
