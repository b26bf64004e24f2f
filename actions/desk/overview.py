"""/desk: what a member can do, with what waits; and /audit, the log, for owners."""

from actions.buttons import Row, press
from actions.compose import lines
from actions.desk.access import role_name, said
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.desk.recheck import stale_entries
from actions.reply import Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.freshness import MALAYSIA
from knowledge.store.audit_log import AuditEntry
from knowledge.store.cluster_rows import QueueFilter
from knowledge.store.team_store import Member, Role

LINES_PER_PAGE = 10
_HASH_SHOWN = 6


def desk(member: Member, request: Request, services: Services) -> Reply:
    """Who the member is at the desk, what waits, and the ways on."""
    services.desk.sorter.catch_up(services.clock())
    counts: dict[str, str | int | Phrase] = {
        "name": member.name,
        "role": role_name(member.role),
        "clusters": services.desk.clusters.count(QueueFilter(), services.clock()),
        "waiting": services.desk.submissions.count_waiting(),
        "stale": len(stale_entries(services)),
    }
    return said(Phrase(DeskKey.DESK, counts), request, *_ways(member))


def audit(member: Member, request: Request, services: Services) -> Reply:
    """The log, newest first."""
    del member
    page = int(request.argument) if request.argument.isdecimal() else 0
    found = services.desk.audit.newest(LINES_PER_PAGE + 1, page * LINES_PER_PAGE)
    if not found:
        return said(Phrase(DeskKey.AUDIT_EMPTY), request)
    listed = lines(*(_line(one) for one in found[:LINES_PER_PAGE]))
    pages = [press(DeskKey.BUTTON_PREVIOUS_PAGE, DeskPress.AUDIT, str(page - 1))] if page else []
    if len(found) > LINES_PER_PAGE:
        pages.append(press(DeskKey.BUTTON_NEXT_PAGE, DeskPress.AUDIT, str(page + 1)))
    return said(Phrase(DeskKey.AUDIT, {"entries": listed}), request, *((tuple(pages),) if pages else ()))


def _ways(member: Member) -> tuple[Row, ...]:
    rows: list[Row] = [
        (press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE), press(DeskKey.BUTTON_WRITE, DeskPress.WRITE)),
        (press(DeskKey.BUTTON_MINE, DeskPress.MINE), press(DeskKey.BUTTON_RECHECK, DeskPress.RECHECKS)),
    ]
    if member.role.may(Role.REVIEWER):
        rows.append((press(DeskKey.BUTTON_REVIEW, DeskPress.REVIEWS),))
    rows.append((press(DeskKey.BUTTON_TEAM, DeskPress.TEAM),))
    return tuple(rows)


def _line(entry: AuditEntry) -> Phrase:
    """Persons appear by the name they chose and the beginning of their hash, never by anything of Telegram's."""
    params: dict[str, str | int | Phrase] = {
        "at": entry.at.astimezone(MALAYSIA).strftime("%Y-%m-%d %H:%M"),
        "name": entry.by.name,
        "hash": entry.by.person[:_HASH_SHOWN],
        "deed": Phrase(DeskKey(f"deed-{entry.deed.value}")),
        "subject": _short(entry.subject),
    }
    if not entry.detail:
        return Phrase(DeskKey.AUDIT_LINE, params)
    return Phrase(DeskKey.AUDIT_LINE_DETAIL, {**params, "detail": entry.detail[:200]})


def _short(subject: str) -> str:
    kind, _, name = subject.partition(":")
    return f"{kind} {name[:_HASH_SHOWN]}" if kind == "member" else f"{kind} {name}"
