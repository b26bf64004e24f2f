"""/recheck: entries past the day they were valid until or were to be read again."""

from dataclasses import replace
from datetime import timedelta

from actions.buttons import press
from actions.compose import lines
from actions.dates import partial_date
from actions.desk.access import said
from actions.desk.entry_views import as_voters_see_it
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import EntryKind, FactCheck, Guideline
from knowledge.freshness import Staleness, staleness
from knowledge.second_reading import CheckResult
from knowledge.store.audit_log import Deed
from knowledge.store.team_store import Member
from knowledge.text.language import Language

PER_PAGE = 5
NEXT_LOOK = timedelta(days=182)


def recheck(member: Member, request: Request, services: Services) -> Reply:
    """A page of stale entries, those without validity first, then by how long they have waited."""
    del member
    page = int(request.argument) if request.argument.isdecimal() else 0
    stale = stale_entries(services)
    shown = stale[page * PER_PAGE : (page + 1) * PER_PAGE]
    if not shown:
        return said(Phrase(DeskKey.RECHECK_EMPTY), request, (press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE),))
    numbered = list(enumerate(shown, start=page * PER_PAGE + 1))
    listed = lines(*(_line(number, one, services, request.language) for number, one in numbered))
    numbers = tuple(Button(str(number), Press(DeskPress.STALE, one.id)) for number, one in numbered)
    pages = tuple(
        press(label, DeskPress.RECHECKS, str(there))
        for label, there in ((DeskKey.BUTTON_PREVIOUS_PAGE, page - 1), (DeskKey.BUTTON_NEXT_PAGE, page + 1))
        if 0 <= there * PER_PAGE < len(stale)
    )
    text = Phrase(DeskKey.RECHECK, {"count": len(stale), "entries": listed})
    return said(text, request, numbers, *((pages,) if pages else ()))


def show_stale(member: Member, request: Request, services: Services) -> Reply:
    """One stale entry: correct it, or say that it still holds."""
    del member
    entry = next((one for one in stale_entries(services) if one.id == request.argument), None)
    if entry is None:
        return said(Phrase(DeskKey.RECHECK_DONE_ALREADY), request, (press(DeskKey.BUTTON_RECHECK, DeskPress.RECHECKS),))
    row = [press(DeskKey.BUTTON_CORRECT, DeskPress.CORRECT, entry.id)]
    if staleness(entry, services.today()) is Staleness.REVIEW_DUE:
        row.append(press(DeskKey.BUTTON_STILL_RIGHT, DeskPress.STILL_RIGHT, entry.id))
    ask = Message(Phrase(DeskKey.RECHECK_WHAT), (tuple(row), (press(DeskKey.BUTTON_RECHECK, DeskPress.RECHECKS),)))
    return Reply(request.language, (*as_voters_see_it(entry, services), ask))


def still_right(member: Member, request: Request, services: Services) -> Reply:
    """A reviewer read the source again: nothing changes but the day of the reading and the next look."""
    entry = next((one for one in stale_entries(services) if one.id == request.argument), None)
    if entry is None or staleness(entry, services.today()) is not Staleness.REVIEW_DUE:
        return said(Phrase(DeskKey.RECHECK_DONE_ALREADY), request, (press(DeskKey.BUTTON_RECHECK, DeskPress.RECHECKS),))
    today = services.today()
    reading = {
        "checked_at": today.isoformat(),
        "checked_against": entry.source_url,
        "check_result": CheckResult.CONFIRMED,
        "review_by": (today + NEXT_LOOK).isoformat(),
    }
    services.desk.submissions.confirm(member.actor, entry.model_copy(update=reading), Deed.RECHECKED, services.clock())
    said_so = Phrase(DeskKey.RECHECKED, {"id": entry.id, "date": partial_date(str(reading["review_by"]))})
    return replace(said(said_so, request, (press(DeskKey.BUTTON_RECHECK, DeskPress.RECHECKS),)), replaces=True)


def stale_entries(services: Services) -> list[FactCheck | Guideline]:
    """All published entries that are stale today, as `recheck` orders them."""
    today = services.today()
    published = [
        stored.entry
        for kind in (EntryKind.FACT_CHECK, EntryKind.GUIDELINE)
        for stored in services.entries.published(kind)
        if isinstance(stored.entry, FactCheck | Guideline)
    ]
    stale = [(reason, entry) for entry in published if (reason := staleness(entry, today))]
    return [entry for _, entry in sorted(stale, key=lambda one: (_is_due(one[0]), _since(one[1]), one[1].id))]


def _is_due(reason: Staleness) -> bool:
    return reason is Staleness.REVIEW_DUE


def _since(entry: FactCheck | Guideline) -> str:
    return min(day for day in (entry.valid_until, entry.review_by) if day)


def _line(number: int, entry: FactCheck | Guideline, services: Services, language: Language) -> Phrase:
    reason = staleness(entry, services.today())
    day = entry.valid_until if reason is Staleness.NO_LONGER_VALID else entry.review_by
    key = DeskKey.RECHECK_INVALID if reason is Staleness.NO_LONGER_VALID else DeskKey.RECHECK_DUE
    claim = shorten(name_of(entry, language), LIST_LENGTH)
    return Phrase(key, {"number": number, "claim": claim, "date": partial_date(day or "")})
