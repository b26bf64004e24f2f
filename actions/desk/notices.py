"""Reviewers are told of new work: a short letter, at most one an hour each, unless they switched it off."""

from collections.abc import Collection, Sequence

from actions.buttons import press
from actions.desk.access import said
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.labels import LIST_LENGTH, name_of, shorten
from actions.outgoing import payload
from actions.reply import Button, Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import Status
from knowledge.store.database import Transaction
from knowledge.store.entry_store import Item, SaveReport
from knowledge.store.file_import import AfterImport
from knowledge.store.notice_turns import NoticeTurn, take_turns
from knowledge.store.outbox import Letter, put_letters
from knowledge.store.submission_rows import Submission
from knowledge.store.submission_store import AfterDecision
from knowledge.store.team_store import Member, Role
from knowledge.text.language import Language

_LANE = "desk"


def tell_reviewers(services: Services) -> AfterDecision:
    """Those who may decide on what was proposed, or mended after it was sent back, learn of it."""

    def tell(session: Transaction, submission: Submission) -> None:
        entry = submission.entry
        names = {one: shorten(name_of(entry, one), LIST_LENGTH) for one in Language}
        texts = {one: Phrase(DeskKey.NEW_WORK, {"claim": name}) for one, name in names.items()}
        _tell(session, submission.writers, texts, services)

    return tell


def tell_reviewers_of_file(by: Member, items: Sequence[Item], services: Services) -> AfterImport:
    """The others learn that a file brought entries that wait."""
    waiting = sum(status is Status.PENDING for _, status in items)

    def tell(session: Transaction, report: SaveReport) -> None:
        count = min(waiting, report.added + report.changed)
        if count:
            _tell(
                session, [by.person], dict.fromkeys(Language, Phrase(DeskKey.NEW_WORK_FILE, {"count": count})), services
            )

    return tell


def switch(member: Member, request: Request, services: Services) -> Reply:
    """Keep whether the member wants to be told, and offer the way back."""
    wanted = request.argument == "on"
    services.desk.team.set_notices(member, services.clock(), wanted=wanted)
    key = DeskKey.NOTICES_ARE_ON if wanted else DeskKey.NOTICES_ARE_OFF
    team = press(DeskKey.BUTTON_TEAM, DeskPress.TEAM)
    return said(Phrase(key), request, (notices_button(wanted=wanted),), (team,), replaces=True)


def notices_button(*, wanted: bool) -> Button:
    """The switch, as it stands."""
    if wanted:
        return press(DeskKey.BUTTON_NOTICES_OFF, DeskPress.NOTICES, "off")
    return press(DeskKey.BUTTON_NOTICES_ON, DeskPress.NOTICES, "on")


def _tell(session: Transaction, writers: Collection[str], texts: dict[Language, Phrase], services: Services) -> None:
    reviewers = [one for one in services.desk.team.members_in(session) if one.role.may(Role.REVIEWER)]
    among = {one.person for one in reviewers} - set(writers)
    turns = take_turns(session, among, services.clock())
    put_letters(session, [_letter(turn, texts[turn.language]) for turn in turns], services.clock())


def _letter(turn: NoticeTurn, text: Phrase) -> Letter:
    rows = ((press(DeskKey.BUTTON_REVIEW, DeskPress.REVIEWS),), (notices_button(wanted=True),))
    return Letter(
        key=f"new-work:{turn.person}:{turn.when.isoformat()}",
        address=turn.address,
        person=turn.person,
        language=turn.language,
        payload=payload(Message(text, rows)),
        lane=_LANE,
        not_before=turn.when,
    )
