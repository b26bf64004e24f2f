"""The daily digests: at most three newly published fact-checks, at the hour each person chose."""

from datetime import datetime, timedelta, timezone
from typing import Final

from actions.buttons import numbers, press
from actions.compose import lines
from actions.entry_phrases import verdict
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.outgoing import payload
from actions.reply import Message, Phrase
from actions.services import Services
from actions.updates.keys import UpdatesKey
from actions.updates.presses import UpdatesPress
from actions.updates.telling import is_procedural
from knowledge.entry import FactCheck
from knowledge.store.digest_writing import write_digest
from knowledge.store.entry_store import StoredEntry
from knowledge.store.outbox import Letter
from knowledge.store.update_store import Subscription
from knowledge.text.language import Language

MALAYSIA: Final = timezone(timedelta(hours=8))
MOST_ITEMS: Final = 3
_LOOK_AT: Final = 60
_AT_ONCE: Final = 500


def write_due_digests(services: Services) -> int:
    """Write every digest that is due; returns how many were looked at. Nothing new means no message that day."""
    now = services.clock().astimezone(MALAYSIA)
    due = services.updates.due_digests(now.date().isoformat(), now.hour, _AT_ONCE)
    if due:
        newest = services.entries.latest(_LOOK_AT)
        for subscription in due:
            _write(subscription, newest, now, services)
    return len(due)


def _write(subscription: Subscription, newest: list[StoredEntry], now: datetime, services: Services) -> None:
    day = now.date().isoformat()
    entries = [
        stored.entry
        for stored in newest
        if isinstance(stored.entry, FactCheck)
        and stored.updated_at > subscription.last_at
        and (not subscription.topics or stored.entry.topic in subscription.topics)
    ][:MOST_ITEMS]
    letter = _letter(subscription, entries, day) if entries else None
    procedural = all(is_procedural(entry) for entry in entries)
    write_digest(services.updates.database, subscription.person, day, now, letter, is_procedural=procedural)


def _letter(subscription: Subscription, entries: list[FactCheck], day: str) -> Letter:
    listed = lines(*(_line(number, entry, subscription.language) for number, entry in enumerate(entries, start=1)))
    stop = press(UpdatesKey.BUTTON_STOP_DIGEST, UpdatesPress.STOP)
    message = Message(Phrase(UpdatesKey.DIGEST, {"claims": listed}), (numbers(entries), (stop,)))
    return Letter(
        key=f"digest:{day}:{subscription.person}",
        address=subscription.address,
        person=subscription.person,
        language=subscription.language,
        payload=payload(message),
        lane="digest",
    )


def _line(number: int, entry: FactCheck, language: Language) -> Phrase:
    claim = shorten(name_of(entry, language), LIST_LENGTH)
    return Phrase(UpdatesKey.DIGEST_LINE, {"number": number, "verdict": verdict(entry.verdict), "claim": claim})
