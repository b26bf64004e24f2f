"""A file of entries or reviews that a reviewer sends: looked through, previewed, and imported when they say so.

It does what `safertogether import` does, with two differences: what is published already is not changed by a file (that
is what corrections are for), and only an owner may publish what a file brings.
"""

from collections.abc import Sequence
from pathlib import Path

from actions.attachment import MAX_BYTES
from actions.buttons import press
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Choice, Form, Step
from actions.conversation.keys import ConversationKey
from actions.desk.access import role_name, said
from actions.desk.keys import DeskKey
from actions.desk.notices import tell_reviewers_of_file
from actions.desk.presses import DeskPress
from actions.errors import AttachmentNotFetchedError, AttachmentTooLargeError
from actions.intake import report_views
from actions.intake.keys import IntakeKey
from actions.intake.sent_file import SentFile, name_in
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import Status
from knowledge.errors import TransferError
from knowledge.retriever import FACT_CHECKS, GUIDELINES
from knowledge.store.entry_store import Item, SaveReport
from knowledge.store.team_store import Member, Role
from knowledge.transfer import ImportOptions, ImportReport, import_entries, read_entries
from knowledge.transfer.csv_table import OTHER_TABLE
from knowledge.transfer.duplicates import Search
from knowledge.transfer.reading import READABLE

_FILE, _STATUS = "file", "status"


def receive(request: Request, services: Services) -> Reply | None:
    """A file of a member of the team; None for everybody else's, and for files that hold no entries."""
    sent = request.attachment
    member = services.desk.team.member(request.person)
    if sent is None or member is None or Path(sent.name).suffix.lower() not in READABLE:
        return None
    if not member.role.may(Role.REVIEWER):
        return said(Phrase(DeskKey.ROLE_NEEDED, {"role": role_name(Role.REVIEWER)}), request)
    fetched = _fetched(request)
    if isinstance(fetched, SentFile) and _is_other_table(fetched):
        return None
    found = _looked_through(fetched, request, services)
    if isinstance(found, Phrase):
        return said(found, request)
    known = {_FILE: found.packed()} | ({} if member.role.may(Role.OWNER) else {_STATUS: Status.PENDING.value})
    return begin(FORM, request, services, values=known)


def _fetched(request: Request) -> SentFile | Phrase:
    """The file that was sent, or why it is not here."""
    sent = request.attachment
    if sent is None:
        return Phrase(ConversationKey.FILE_WANTED)
    try:
        return SentFile.named(sent.name, sent.read())
    except AttachmentTooLargeError:
        return Phrase(ConversationKey.FILE_TOO_LARGE, {"limit": MAX_BYTES // 1_000_000})
    except AttachmentNotFetchedError:
        return Phrase(ConversationKey.FILE_NOT_FETCHED)


def _is_other_table(file: SentFile) -> bool:
    """Whether it is a table of something else: an educator's questions, most likely."""
    try:
        found = file.lent(read_entries)
    except TransferError:
        return False
    return any(fault.problem in OTHER_TABLE for fault in found.faults)


def _looked_through(fetched: SentFile | Phrase, request: Request, services: Services) -> SentFile | Phrase:
    """The file, or what is wrong with it: nothing but a good one is kept."""
    if isinstance(fetched, Phrase):
        return fetched
    report = _imported(fetched, Status.PENDING, request, services)
    return report if isinstance(report, Phrase) else fetched


def _imported(
    file: SentFile, status: Status, request: Request, services: Services, by: Member | None = None
) -> tuple[ImportReport, SaveReport] | Phrase:
    """Import the file in somebody's name or, without one, only look what would change; or say what is wrong with it."""

    def save(items: Sequence[Item]) -> SaveReport:
        assert by is not None
        tell = tell_reviewers_of_file(by, items, services)
        return services.desk.imports.save(by.actor, file.name, items, services.clock(), tell)

    options = ImportOptions(
        dry_run=by is None,
        status=status,
        keeps_published=True,
        search=_search(services) if by is None else None,
        save=save if by is not None else None,
    )
    try:
        report = file.lent(lambda path: import_entries(path, services.entries, options))
    except TransferError as error:
        return report_views.unreadable(str(error), request.language)
    if report.save is None:
        return report_views.faults(file.name, report.faults, request.language)
    return report, report.save


def _search(services: Services) -> Search:
    """The best fact-check and the best guideline for a text."""
    return lambda text: [
        match for kinds in (FACT_CHECKS, GUIDELINES) for match in services.retriever.search(text, kinds, 1)
    ]


def _read_answer(request: Request, answers: Answers, services: Services) -> str | Phrase:
    del answers
    found = _looked_through(_fetched(request), request, services)
    return found if isinstance(found, Phrase) else found.packed()


def _statuses(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    """What the person may choose: only an owner may publish."""
    del answers
    member = services.desk.team.member(request.person)
    pending = Choice(Phrase(IntakeKey.STATUS_PENDING), Status.PENDING.value)
    if member is None or not member.role.may(Role.OWNER):
        return (pending,)
    return (pending, Choice(Phrase(IntakeKey.STATUS_PUBLISHED), Status.PUBLISHED.value))


def _shown_status(value: str) -> Phrase:
    published = value == Status.PUBLISHED.value
    return Phrase(IntakeKey.STATUS_PUBLISHED if published else IntakeKey.STATUS_PENDING)


def _preview(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    file = SentFile.unpacked(answers.get(_FILE))
    found = _imported(file, Status(answers.get(_STATUS)), request, services)
    if isinstance(found, Phrase):
        return (Message(found),)
    return (Message(report_views.preview(file.name, *found)),)


def _finish(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    """Import it, if the person may still do so; what has gone wrong meanwhile is said, and the file is kept."""
    member, status = services.desk.team.member(request.person), Status(answers.get(_STATUS))
    if member is None:
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    needed = Role.REVIEWER if status is Status.PENDING else Role.OWNER
    if not member.role.may(needed):
        return Phrase(DeskKey.ROLE_NEEDED, {"role": role_name(needed)})
    found = _imported(SentFile.unpacked(answers.get(_FILE)), status, request, services, member)
    if isinstance(found, Phrase):
        return found
    _, saved = found
    if not saved.added + saved.changed:
        return said(Phrase(IntakeKey.NOTHING_NEW), request)
    counts = {"added": saved.added, "changed": saved.changed, "unchanged": saved.unchanged}
    text = Phrase(IntakeKey.DONE, {**counts, "status": _shown_status(status.value)})
    return said(text, request, (press(IntakeKey.BUTTON_REVIEW, DeskPress.REVIEWS),))


FORM = Form(
    name="intake",
    title=IntakeKey.TITLE,
    steps=(
        Step(_FILE, IntakeKey.FILE, IntakeKey.SEND_FILE, read=_read_answer, takes_file=True, shown=name_in),
        Step(
            _STATUS, IntakeKey.STATUS, IntakeKey.CHOOSE_STATUS, choices=_statuses, columns=1, is_typed=False,
            shown=_shown_status,
        ),
    ),
    finish=_finish,
    preview=_preview,
)  # fmt: skip
