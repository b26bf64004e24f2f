"""How to check a claim oneself."""

from actions import buttons
from actions.browse_rules import has_guidelines
from actions.buttons import Row
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import Area


def how_to_check(request: Request, services: Services) -> Reply:
    """Four steps; the guides behind them, and the way to fact-checkers."""
    rows: list[Row] = [(buttons.SEND_TIP,)]
    if has_guidelines(Area.LITERACY_SKILL, services):
        rows.insert(0, (buttons.GUIDES,))
    return Reply(request.language, (Message(Phrase(MessageKey.HOW_TO_CHECK), tuple(rows)),), quotes=True)
