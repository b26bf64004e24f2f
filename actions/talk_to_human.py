"""Who takes questions and reports: published ways to reach someone, nearest to the request first."""

import re

from actions import buttons
from actions.message_key import MessageKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import Area, EntryKind, Guideline
from knowledge.matching import SUGGEST_AT
from knowledge.retriever import GUIDELINES

AT_MOST = 3
_AREAS = frozenset({Area.REPORTING, Area.ORGANISATION, Area.VOTER_INFO})
_REACHING = re.compile(r"talian|nombor|hubungi|melapor|hotline|number|how do i (?:report|contact)", re.IGNORECASE)
# A number or an address that somebody answers: 03-8892 7018, 997, 1-800-18-8030, someone@spr.gov.my.
_CONTACT = re.compile(r"\b0\d{1,2}-?\d{3,4}[ -]?\d{3,4}\b|\b99[79]\b|\b1-?[38]00-?\d|[\w.]+@[\w-]+\.\w")


def talk_to_human(request: Request, services: Services) -> Reply:
    """Up to three ways, of different owners, to reach people."""
    places = _places(request, services)
    if not places:
        none = Message(Phrase(MessageKey.TALK_TO_HUMAN_NONE), ((buttons.SEND_TIP,), (buttons.HELP,)))
        return Reply(request.language, (none,), quotes=True)
    rows = tuple((buttons.named(place, request.language),) for place in places)
    return Reply(request.language, (Message(Phrase(MessageKey.TALK_TO_HUMAN), rows),))


def _places(request: Request, services: Services) -> list[Guideline]:
    """What the request is about first; then those with a number or address, the ones read last before older ones."""
    found = services.retriever.search(request.text, GUIDELINES)
    near = [match.entry for match in found if match.probability >= SUGGEST_AT]
    stored = [one.entry for one in services.entries.published(EntryKind.GUIDELINE)]
    guidelines = [entry for entry in stored if isinstance(entry, Guideline)]
    readiest = sorted(guidelines, key=lambda guideline: (_has_contact(guideline), guideline.as_of or ""), reverse=True)
    by_owner: dict[str, Guideline] = {}
    for entry in (*near, *readiest):
        if isinstance(entry, Guideline) and _is_about_reaching(entry):
            by_owner.setdefault(entry.owner, entry)
    return list(by_owner.values())[:AT_MOST]


def _is_about_reaching(entry: Guideline) -> bool:
    return entry.area in _AREAS and bool(_REACHING.search(f"{entry.title_ms} {entry.title_en}"))


def _has_contact(entry: Guideline) -> bool:
    return bool(_CONTACT.search(f"{entry.body_ms} {entry.body_en}"))
