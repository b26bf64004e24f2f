"""One tap says whether an answer helped, or that it was about another claim."""

from actions import buttons
from actions.message_key import MessageKey
from actions.no_match import not_that_one
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.store.feedback_store import Rating


def helpful(request: Request, services: Services) -> Reply:
    """The answer helped."""
    return _noted(Rating.HELPFUL, MessageKey.FEEDBACK_THANKS, request, services)


def not_helpful(request: Request, services: Services) -> Reply:
    """The answer did not help."""
    return _noted(Rating.NOT_HELPFUL, MessageKey.FEEDBACK_SORRY, request, services)


def wrong_claim(request: Request, services: Services) -> Reply:
    """The answer was about another claim: keep that, and go on as if nothing had matched."""
    if services.entries.get(request.argument) is not None:
        services.feedback.add(request.person, Rating.WRONG_CLAIM, request.argument, services.clock())
    return not_that_one(request)


def how_to_rate(request: Request, services: Services) -> Reply:
    """A message that praises or complains: where the tap is, and where a correction goes."""
    del services
    message = Message(Phrase(MessageKey.FEEDBACK_HOW), ((buttons.SEND_TIP,),))
    return Reply(request.language, (message,), quotes=True)


def _noted(rating: Rating, thanks: MessageKey, request: Request, services: Services) -> Reply:
    if services.entries.get(request.argument) is None:
        return Reply(request.language, notice=Phrase(MessageKey.BUTTON_UNKNOWN))
    services.feedback.add(request.person, rating, request.argument, services.clock())
    return Reply(request.language, notice=Phrase(thanks))
