"""The welcome, with a choice of language and a first try with a sample rumour."""

from dataclasses import replace

from actions import buttons
from actions.check_claim import check_claim
from actions.entry_phrases import PROCEDURAL
from actions.labels import name_of
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from actions.show_entry import Outcome
from knowledge.entry import EntryKind, FactCheck, Verdict
from knowledge.text.language import Language


def start(request: Request, services: Services) -> Reply:
    """/start: the welcome."""
    del services
    return _welcome(request.language)


def welcome_in(request: Request, services: Services) -> Reply:
    """A language was pressed on the welcome: keep it, and welcome again in it."""
    if request.argument not in set(Language):
        return _welcome(request.language)
    language = Language(request.argument)
    services.people.set_language(request.person, language)
    return replace(_welcome(language), replaces=True)


def try_sample(request: Request, services: Services) -> Reply:
    """Send a published fact-check's claim through the claim check, without counting it as a question."""
    sample = _sample(services)
    if sample is None:
        rows = ((buttons.CHECK,), (buttons.HELP,))
        return Reply(request.language, (Message(Phrase(MessageKey.SAMPLE_EMPTY), rows),))
    claim = name_of(sample, request.language)
    intro = Message(Phrase(MessageKey.SAMPLE_INTRO, {"claim": claim}))
    checked = check_claim(replace(request, text=claim), services, Outcome.SAMPLE)
    return replace(checked, messages=(intro, *checked.messages), quotes=False)


def _welcome(language: Language) -> Reply:
    rows = ((buttons.TRY_SAMPLE,), buttons.languages(PressName.HELLO), (buttons.HELP,))
    return Reply(language, (Message(Phrase(MessageKey.WELCOME), rows),))


def _sample(services: Services) -> FactCheck | None:
    """The newest false claim about how one votes, which takes nobody's side; else the newest claim at all."""
    stored = services.entries.published(EntryKind.FACT_CHECK)
    entries = [one.entry for one in stored if isinstance(one.entry, FactCheck)]
    return max(entries, key=_suits, default=None)


def _suits(entry: FactCheck) -> tuple[bool, bool, str]:
    return entry.topic in PROCEDURAL, entry.verdict is Verdict.FALSE, entry.review_date or ""
