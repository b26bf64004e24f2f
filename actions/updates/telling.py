"""Whom a published, closed or corrected entry is told to. Called in the transaction that causes it.

Everything goes through the outbox under a key that names the event and the person, so each is told once.
"""

from collections.abc import Sequence

from actions import buttons
from actions.buttons import press
from actions.compose import paragraphs
from actions.dates import partial_date
from actions.entry_phrases import PROCEDURAL, answer, verdict
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.outgoing import payload
from actions.press_name import PressName
from actions.reply import Message, Phrase
from actions.services import Services
from actions.updates.keys import UpdatesKey
from actions.updates.presses import UpdatesPress
from knowledge.entry import FactCheck, Guideline
from knowledge.freshness import malaysian_day
from knowledge.store.cluster_rows import CloseReason
from knowledge.store.database import Transaction
from knowledge.store.eve import put_unless_held
from knowledge.store.outbox import Letter
from knowledge.store.update_store import Recipient, got_answer, note_told, take_followers
from knowledge.text.language import Language

_CLOSED = {
    CloseReason.OPINION: UpdatesKey.CLOSED_OPINION,
    CloseReason.NOT_CHECKABLE: UpdatesKey.CLOSED_NOT_CHECKABLE,
    CloseReason.SATIRE: UpdatesKey.CLOSED_SATIRE,
}


def tell_checked(session: Transaction, tip_ids: Sequence[int], entry: FactCheck | Guideline, services: Services) -> int:
    """Give everyone who asked about one of these tips the answer, once, in their language; returns to how many."""
    at, today = services.clock(), services.today()
    letters = []
    for person in take_followers(session, tip_ids):
        asked = Phrase(UpdatesKey.CHECKED, {"words": shorten(person.words, LIST_LENGTH)})
        rows = (buttons.source_and_share(entry), *buttons.more_sources(entry), buttons.feedback(entry))
        message = Message(paragraphs(asked, answer(entry, person.language, today)), rows)
        letters.append(_letter(f"checked:{entry.id}:{person.person}", person, message, f"checked:{entry.id}"))
        note_told(session, person, entry.id, at)
    return put_unless_held(session, letters, at, is_procedural=is_procedural(entry))


def tell_closed(session: Transaction, tip_ids: Sequence[int], reason: CloseReason, services: Services) -> int:
    """Tell everyone who asked why there will be no answer; of a duplicate they hear with its twin."""
    if reason not in _CLOSED:
        return 0
    letters = []
    for person in take_followers(session, tip_ids):
        text = Phrase(_CLOSED[reason], {"words": shorten(person.words, LIST_LENGTH)})
        message = Message(text, ((buttons.HOW_TO_CHECK,),))
        letters.append(_letter(f"closed:{person.tip_id}:{person.person}", person, message, "closed"))
    return put_unless_held(session, letters, services.clock(), is_procedural=False)


def tell_corrected(
    session: Transaction,
    before: FactCheck | Guideline,
    now: FactCheck | Guideline,
    revision: int,
    services: Services,
) -> int:
    """Tell everyone who got the old answer within 90 days what changed; returns to how many.

    Args:
        session: The transaction that corrects the entry.
        before: The entry as they got it.
        now: The entry as it is.
        revision: The number of the new revision: each is told once.
        services: What actions work with.
    """
    letters = []
    for person in got_answer(session, now.id, services.clock()):
        message = _correction(before, now, person)
        letters.append(_letter(f"correction:{now.id}:{revision}:{person.person}", person, message, f"fix:{now.id}"))
    return put_unless_held(session, letters, services.clock(), is_procedural=is_procedural(now))


def is_procedural(entry: FactCheck | Guideline) -> bool:
    """Whether it is about how one votes: told also on the eve of polling."""
    return isinstance(entry, Guideline) or entry.topic in PROCEDURAL


def _correction(before: FactCheck | Guideline, now: FactCheck | Guideline, person: Recipient) -> Message:
    day = partial_date(malaysian_day(person.since).isoformat())
    claim = shorten(name_of(now, person.language), LIST_LENGTH)
    parts = [Phrase(UpdatesKey.CORRECTED, {"date": day, "claim": claim})]
    if isinstance(before, FactCheck) and isinstance(now, FactCheck) and before.verdict is not now.verdict:
        both = {"before": verdict(before.verdict), "now": verdict(now.verdict)}
        parts.append(Phrase(UpdatesKey.CORRECTED_VERDICT, both))
    note = now.correction(person.language)
    if note:
        parts.append(Phrase(UpdatesKey.CORRECTED_NOTE, {"note": note}))
    see = press(UpdatesKey.BUTTON_CURRENT, PressName.SHOW, now.id)
    stop = press(UpdatesKey.BUTTON_STOP_CORRECTIONS, UpdatesPress.CORRECTIONS, "off")
    return Message(paragraphs(*parts), ((see,), (stop,)))


def _letter(key: str, person: Recipient, message: Message, lane: str) -> Letter:
    language: Language = person.language
    return Letter(key, person.address, person.person, language, payload(message), lane)
