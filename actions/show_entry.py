"""Show one entry: as the answer to a message, from a list, or by a link that someone passed on."""

from enum import StrEnum

from actions import buttons
from actions.buttons import Row
from actions.compose import paragraphs
from actions.dates import partial_date
from actions.entry_differences import differences
from actions.entry_phrases import answer
from actions.links import EntryLink
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline, QuizItem, Status
from knowledge.freshness import malaysian_day
from knowledge.store.entry_store import StoredEntry
from knowledge.store.question_log import OPENED


class Outcome(StrEnum):
    """How a person came by an answer."""

    CONFIRMED = "confirmed"
    CHOSEN = "chosen"
    SAMPLE = "sample"
    """Shown what an answer looks like: they asked nothing, so nothing is recorded."""


_NOT_SHOWN = {Status.PENDING: MessageKey.ENTRY_PENDING, Status.WITHDRAWN: MessageKey.ENTRY_WITHDRAWN}


def answer_with(
    entry: FactCheck | Guideline, request: Request, services: Services, outcome: Outcome, *more: Row
) -> Reply:
    """The entry as the answer to the person's message; that they got it is recorded, their words are not.

    Args:
        entry: What answers the message.
        request: The message, or the button press that chose the entry.
        services: Where it is recorded.
        outcome: How they came by it.
        more: Further rows of buttons.
    """
    if outcome is not Outcome.SAMPLE:
        record(entry, request, services, outcome.value)
    rows = (
        buttons.source_and_share(entry),
        *buttons.more_sources(entry),
        *_not_mine(entry),
        *more,
        buttons.feedback(entry),
    )
    return Reply(request.language, (Message(answer(entry, request.language, services.today()), rows),), quotes=True)


def pick_entry(request: Request, services: Services) -> Reply:
    """Show the entry that the person chose among the suggested ones."""
    entry = _readable(services.entries.get(request.argument))
    if isinstance(entry, MessageKey):
        return _not_shown(entry, request)
    return answer_with(entry, request, services, Outcome.CHOSEN)


def open_entry(request: Request, services: Services) -> Reply:
    """Show an entry from a list or a link: always as it is now, with what changed since the link was shared."""
    link = EntryLink.read(request.argument)
    entry = _readable(services.entries.get(link.entry_id))
    if isinstance(entry, MessageKey):
        return _not_shown(entry, request)
    rows = (buttons.source_and_share(entry), *buttons.more_sources(entry), buttons.feedback(entry))
    told = answer(entry, request.language, services.today())
    changed = _changed_since_shared(entry, link, request, services) or _changed_since_seen(entry, request, services)
    record(entry, request, services, OPENED)
    return Reply(request.language, (Message(paragraphs(changed, told) if changed else told, rows),))


def record(entry: FactCheck | Guideline, request: Request, services: Services, outcome: str) -> None:
    """Keep that the person got this entry, and where, so that a correction can reach them."""
    now = services.clock()
    services.questions.record(request.person, entry.id, outcome, now, request.address, request.language)


def _changed_since_shared(
    entry: FactCheck | Guideline, link: EntryLink, request: Request, services: Services
) -> Phrase | None:
    """What is different from what the link was shared with."""
    if link.revision is None:
        return None
    before = services.entries.published_revision(entry.id, link.revision)
    if not isinstance(before, FactCheck | Guideline):
        return None
    parts = differences(before, entry, request.language)
    return Phrase(MessageKey.CHANGED_SINCE_SHARED, {"parts": parts}) if parts else None


def _changed_since_seen(entry: FactCheck | Guideline, request: Request, services: Services) -> Phrase | None:
    """What a person who saw an earlier version must know first: that it was corrected since."""
    seen = services.updates.last_seen(request.person, entry.id)
    if seen is None or not entry.corrected_on or entry.corrected_on < malaysian_day(seen).isoformat():
        return None
    stored = services.entries.get(entry.id)
    if stored is None or stored.updated_at <= seen:
        return None
    return Phrase(MessageKey.CHANGED_SINCE_SEEN, {"date": partial_date(malaysian_day(seen).isoformat())})


def _not_mine(entry: FactCheck | Guideline) -> tuple[Row, ...]:
    if isinstance(entry, Guideline):
        return ()
    return ((buttons.press(MessageKey.BUTTON_NOT_MY_CLAIM, PressName.WRONG, entry.id),),)


def _readable(stored: StoredEntry | None) -> FactCheck | Guideline | MessageKey:
    """The entry, or why it cannot be shown."""
    if stored is None or isinstance(stored.entry, QuizItem):
        return MessageKey.ENTRY_UNKNOWN
    return _NOT_SHOWN.get(stored.status, stored.entry)


def _not_shown(why: MessageKey, request: Request) -> Reply:
    return Reply(request.language, (Message(Phrase(why), ((buttons.LATEST, buttons.HELP),)),))
