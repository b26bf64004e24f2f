"""What the bot does not talk about. Whom to vote for, race, religion and royalty get neutral lines of their own."""

import re

from actions import buttons
from actions.contentless import is_contentless
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Origin, Request
from actions.services import Services
from actions.show_entry import Outcome, answer_with
from knowledge.matching import Decision
from knowledge.retriever import FACT_CHECKS

_PARTIES = r"(?:pn|bn|ph|gps|grs|pas|dap|umno|pkr|bersatu|amanah|muda|warisan)"
_WHOM_TO_VOTE_FOR = re.compile(
    "|".join(
        (
            # siapa patut saya undi, parti mana nak dipangkah; but not: siapa yang patut undi awal
            r"\b(?:siapa(?:kah)?|sape|sapa|(?:parti|calon) (?:mana|apa))(?: \w+){0,2}"
            r" (?:patut|nak|kena|harus|perlu|should)(?: \w+){0,2} (?:di)?(?:undi|pangkah|vote)\b(?! (?:awal|pos|dulu))",
            # patut undi siapa, nak undi parti apa
            r"\b(?:patut|nak|kena|harus|perlu|should)(?: \w+){0,2} (?:undi|pangkah|vote)"
            r" (?:siapa|sape|sapa|(?:parti|calon) (?:mana|apa))\b",
            # parti mana yang terbaik
            r"\b(?:parti|calon) (?:mana|apa)(?: (?:yang|yg))?(?: (?:paling|lebih))? (?:ter)?(?:baik|bagus|best|elok)\b",
            # who should I vote for, which party would you vote for; but not: who should vote by post
            r"\b(?:who|whom|which (?:party|candidate|coalition))(?: \w+){0,4} (?:should|shld|shall|would|do)"
            r" (?:i|we|you|people|malaysians)(?: \w+){0,4} vote\b",
            r"\b(?:who|whom|which (?:party|candidate)) to vote for\b",
            r"\bvote (?:for )?(?:who|whom|which (?:party|candidate))\b",
            rf"\bshould (?:i|we) vote (?:for )?{_PARTIES}\b",
            r"\bwhich (?:party|candidate|coalition) is (?:the )?(?:best|better)\b",
            # whom the bot itself supports
            r"\b(?:anda|awak|kau|bot) (?:\w+ )?sokong (?:siapa|parti|calon)\b",
            rf"\b(?:anda|awak|kau|bot) (?:\w+ )?sokong {_PARTIES}\b",
            r"\b(?:who|which party) do you support\b",
        )
    ),
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:pendapat|pandangan|opinion|what do you think|do you (?:like|hate|agree|think)|setuju|agree|lebih baik"
    r"|paling (?:baik|teruk|bagus)|better|best|worst|hate|benci|suka|kenapa|why)\b",
    re.IGNORECASE,
)
_RACE_RELIGION_ROYALTY = re.compile(
    r"\b(?:kaum|bangsa|melayu|cina|india|chinese|indians?|malays|race|agama|islam|muslims?|kristian|christians?|hindu"
    r"|buddha?|religions?|allah|tuhan|raja|raja-raja|agong|sultan|royal\w*|king|monarchy)\b",
    re.IGNORECASE,
)
# A longer text is a message that goes round and says such words itself.
_QUESTION_WORDS = 25


def asks_whom_to_vote_for(request: Request) -> bool:
    """Whether a short, typed message asks the bot for its choice."""
    typed = request.origin is Origin.TYPED and len(request.text.split()) <= _QUESTION_WORDS
    return typed and bool(_WHOM_TO_VOTE_FOR.search(request.text))


def decline_voting_advice(request: Request, services: Services) -> Reply:
    """No party, no candidate: what can be asked instead."""
    del services
    return _neutral(MessageKey.VOTING_ADVICE, request)


def out_of_scope(request: Request, services: Services) -> Reply:
    """A neutral line; if a fact-check surely fits after all, that fact-check."""
    if asks_whom_to_vote_for(request):
        return decline_voting_advice(request, services)
    if not is_contentless(request.text):
        found = services.retriever.decide(request.text, FACT_CHECKS)
        if found.decision is Decision.CONFIRMED:
            return answer_with(found.matches[0].entry, request, services, Outcome.CONFIRMED)
    if _OPINION.search(request.text) and _RACE_RELIGION_ROYALTY.search(request.text):
        return _neutral(MessageKey.OPINION_RACE_RELIGION_ROYALTY, request)
    return _neutral(MessageKey.OUT_OF_SCOPE, request)


def _neutral(key: MessageKey, request: Request) -> Reply:
    rows = ((buttons.CHECK,), (buttons.RULES,))
    return Reply(request.language, (Message(Phrase(key), rows),))
