"""Opening an invitation: choose the name that the team and the audit log will know one by."""

from actions.buttons import press
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Form, Step
from actions.desk.access import role_name, said
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.desk.reading import reading
from actions.reply import Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import NotInvitedError
from knowledge.store.team_store import NAME_LENGTH, Member, Role
from knowledge.typed_texts import read_name


def open_invitation(request: Request, services: Services) -> Reply:
    """Somebody opened an invitation's link."""
    if not request.address:
        return said(Phrase(DeskKey.PRIVATE_ONLY), request)
    try:
        services.desk.team.role_offered(request.argument, services.clock())
    except NotInvitedError as error:
        return said(Phrase(DeskKey(f"invitation-{error.why}")), request)
    return begin(JOIN, request, services, subject=request.argument)


def rename(member: Member, request: Request, services: Services) -> Reply:
    """/name: choose another name."""
    del member
    return begin(RENAME, request, services)


def _ask_name(request: Request, answers: Answers, services: Services) -> Phrase:
    del request
    try:
        role = services.desk.team.role_offered(answers.subject, services.clock())
    except NotInvitedError:
        role = Role.CONTRIBUTOR
    return Phrase(DeskKey.ASK_NAME, {"role": role_name(role)})


def _read_name(text: str, answers: Answers, services: Services) -> str:
    del answers, services
    return read_name(text, NAME_LENGTH)


def _join(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    newcomer = Member(request.person, answers.get("name"), Role.CONTRIBUTOR, request.address, request.language)
    try:
        joined = services.desk.team.join(answers.subject, newcomer, services.clock())
    except NotInvitedError as error:
        return said(Phrase(DeskKey(f"invitation-{error.why}")), request)
    row = (press(DeskKey.BUTTON_DESK, DeskPress.DESK),)
    return said(Phrase(DeskKey.JOINED, {"name": joined.name, "role": role_name(joined.role)}), request, row)


def _rename(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    if member is None:
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    services.desk.team.rename(member, answers.get("name"), services.clock())
    return said(Phrase(DeskKey.RENAMED, {"name": answers.get("name")}), request)


JOIN = Form(
    "desk-join",
    DeskKey.FORM_JOIN,
    (Step("name", DeskKey.FIELD_NAME, _ask_name, reading(_read_name)),),
    _join,
)
RENAME = Form(
    "desk-rename",
    DeskKey.FORM_RENAME,
    (Step("name", DeskKey.FIELD_NAME, DeskKey.ASK_NEW_NAME, reading(_read_name)),),
    _rename,
)
