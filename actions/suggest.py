"""Let the person choose among entries that may be meant. No verdict is shown before they have chosen."""

from collections.abc import Sequence

from actions import buttons
from actions.compose import lines
from actions.labels import name_of
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from knowledge.matching import Match


def suggest_claims(matches: Sequence[Match], request: Request) -> Reply:
    """Up to three claims in full, each with its button, and a way on if it is none of them."""
    entries = [match.entry for match in matches]
    listed = lines(
        *(
            Phrase(MessageKey.CHOICE_LINE, {"number": number, "claim": name_of(entry, request.language)})
            for number, entry in enumerate(entries, start=1)
        )
    )
    single = len(entries) == 1
    text = MessageKey.CLAIM_CHOICE_SINGLE if single else MessageKey.CLAIM_CHOICES
    none = MessageKey.BUTTON_NOT_THIS if single else MessageKey.BUTTON_NONE
    rows = [(buttons.choice(number, entry, request.language),) for number, entry in enumerate(entries, start=1)]
    rows.append((buttons.press(none, PressName.NONE),))
    return Reply(request.language, (Message(Phrase(text, {"claims": listed}), tuple(rows)),), quotes=True)


def suggest_guidelines(matches: Sequence[Match], request: Request) -> Reply:
    """Up to three titles as buttons; the areas if none of them is meant."""
    rows = [(buttons.named(match.entry, request.language, PressName.PICK),) for match in matches]
    rows.append((buttons.press(MessageKey.BUTTON_NONE, PressName.AREAS),))
    key = MessageKey.GUIDELINE_CHOICE_SINGLE if len(matches) == 1 else MessageKey.GUIDELINE_CHOICES
    message = Message(Phrase(key), tuple(rows))
    return Reply(request.language, (message,), quotes=True)
