"""A message in another language: say in that language what is supported; show an answer if one is found anyway."""

from dataclasses import replace
from typing import Final

from actions import buttons
from actions.check_claim import check_claim
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.show_entry import Outcome, answer_with
from actions.suggest import suggest_claims
from knowledge.matching import Decision
from knowledge.retriever import FACT_CHECKS
from nlu.intents import Intent

# Who writes Indonesian reads Malay, and Malay is easily taken for Indonesian: the line comes on top of the usual reply.
_UNDERSTOOD: Final = "id"
_LINES: Final = {
    "zh": MessageKey.FOREIGN_ZH,
    "ta": MessageKey.FOREIGN_TA,
    "hi": MessageKey.FOREIGN_HI,
    "id": MessageKey.FOREIGN_ID,
    "ar": MessageKey.FOREIGN_AR,
    "bn": MessageKey.FOREIGN_BN,
    "ne": MessageKey.FOREIGN_NE,
    "my": MessageKey.FOREIGN_MY,
    "th": MessageKey.FOREIGN_TH,
    "vi": MessageKey.FOREIGN_VI,
    "fil": MessageKey.FOREIGN_FIL,
    "tl": MessageKey.FOREIGN_FIL,
}


def is_for_us_to_decline(request: Request) -> bool:
    """Whether the language decides the reply.

    Latin letters of a few words are easily taken for another language ("hi"), so there a sure intent counts more;
    other scripts are never Malay or English as people type them.
    """
    if request.foreign_language is None:
        return False
    return request.intent in {Intent.CHECK_CLAIM, Intent.OUT_OF_SCOPE} or not _is_latin(request.text)


def answer_foreign(request: Request, services: Services) -> Reply:
    """The line in the person's language, and under it what was found, if anything was."""
    line = Phrase(_LINES.get(request.foreign_language or "", MessageKey.FOREIGN_OTHER))
    if request.foreign_language == _UNDERSTOOD:
        reply = check_claim(request, services)
        return replace(reply, messages=(Message(line), *reply.messages))
    found = services.retriever.decide(request.text, FACT_CHECKS)
    if found.decision is Decision.CONFIRMED:
        reply = answer_with(found.matches[0].entry, request, services, Outcome.CONFIRMED)
        return replace(reply, messages=(Message(line), *reply.messages))
    if found.decision is Decision.SUGGESTED:
        reply = suggest_claims(found.matches, request)
        return replace(reply, messages=(Message(line), *reply.messages))
    rows = (buttons.languages(PressName.LANGUAGE), (buttons.SEND_TIP,))
    return Reply(request.language, (Message(line, rows),), quotes=True)


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character < "\u0250" for character in letters) * 2 >= len(letters)
