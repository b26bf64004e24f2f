"""/team: who works at the desk; owners invite by one-time links, change roles and take people off."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from actions.buttons import Row, press
from actions.compose import lines, paragraphs
from actions.desk.access import role_name, said
from actions.desk.keys import DeskKey
from actions.desk.notices import notices_button
from actions.desk.presses import DeskPress
from actions.reply import Button, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.store.team_store import Invitation, Member, Role

INVITATION_LASTS: Final = timedelta(days=3)
JOIN_PREFIX: Final = "j_"
"""What a deep link with an invitation begins with: `?start=j_<token>`."""
_TEAM = press(DeskKey.BUTTON_TEAM, DeskPress.TEAM)


def team(member: Member, request: Request, services: Services) -> Reply:
    """Everybody on the team; for owners also the invitations and the buttons to change it."""
    people = services.desk.team.members()
    listed = lines(*(Phrase(DeskKey.TEAM_LINE, {"name": one.name, "role": role_name(one.role)}) for one in people))
    text = Phrase(DeskKey.TEAM, {"count": len(people), "members": listed})
    if member.role.may(Role.REVIEWER):
        told = DeskKey.NOTICES_ARE_ON if member.wants_notices else DeskKey.NOTICES_ARE_OFF
        text = paragraphs(text, Phrase(told))
    if member.role is not Role.OWNER:
        return said(text, request, *_notices_row(member))
    invitations = services.desk.team.invitations(services.clock())
    if invitations:
        open_ones = lines(*(_invitation(one, services) for one in invitations))
        text = paragraphs(text, Phrase(DeskKey.TEAM_INVITATIONS, {"invitations": open_ones}))
    return said(text, request, *_owner_rows(people, invitations, member))


def invite(member: Member, request: Request, services: Services) -> Reply:
    """Make an invitation; its link is shown this once."""
    if request.argument not in set(Role):
        return team(member, request, services)
    role = Role(request.argument)
    token = services.desk.team.invite(member.actor, role, INVITATION_LASTS, services.clock())
    params: dict[str, str | int | Phrase] = {
        "role": role_name(role),
        "link": services.links.to(f"{JOIN_PREFIX}{token}"),
        "days": INVITATION_LASTS.days,
    }
    return said(Phrase(DeskKey.INVITATION, params), request, (_TEAM,))


def revoke(member: Member, request: Request, services: Services) -> Reply:
    """Make an invitation useless."""
    number = int(request.argument) if request.argument.isdecimal() else 0
    done = services.desk.team.revoke(member.actor, number, services.clock())
    shown = team(member, request, services)
    notice = DeskKey.NOTICE_REVOKED if done else DeskKey.NOTICE_NOT_REVOKED
    return replace(shown, notice=Phrase(notice), replaces=True)


def show_member(member: Member, request: Request, services: Services) -> Reply:
    """One member: another role, or off the team."""
    found = services.desk.team.member(request.argument)
    if found is None:
        return team(member, request, services)
    roles = tuple(
        Button(role_name(role), Press(DeskPress.ROLE, f"{found.person}/{role.value}"))
        for role in Role
        if role is not found.role
    )
    remove = (press(DeskKey.BUTTON_REMOVE, DeskPress.REMOVE, found.person), _TEAM)
    return said(Phrase(DeskKey.MEMBER, {"name": found.name, "role": role_name(found.role)}), request, roles, remove)


def change_role(member: Member, request: Request, services: Services) -> Reply:
    """Give a member another role."""
    person, _, role = request.argument.partition("/")
    done = role in set(Role) and services.desk.team.set_role(member.actor, person, Role(role), services.clock())
    notice = DeskKey.NOTICE_ROLE_CHANGED if done else DeskKey.NOTICE_SETTINGS_OWNER
    return replace(team(member, request, services), notice=Phrase(notice), replaces=True)


def remove(member: Member, request: Request, services: Services) -> Reply:
    """Take somebody off the team."""
    done = services.desk.team.remove(member.actor, request.argument, services.clock())
    notice = DeskKey.NOTICE_REMOVED if done else DeskKey.NOTICE_SETTINGS_OWNER
    return replace(team(member, request, services), notice=Phrase(notice), replaces=True)


def _invitation(one: Invitation, services: Services) -> Phrase:
    left = one.expires_at - services.clock()
    hours = max(1, int(left / timedelta(hours=1)))
    return Phrase(DeskKey.TEAM_INVITATION, {"number": one.id, "role": role_name(one.role), "hours": hours})


def _owner_rows(people: list[Member], invitations: list[Invitation], owner: Member) -> tuple[Row, ...]:
    invite_rows = tuple((press(DeskKey(f"button-invite-{role.value}"), DeskPress.INVITE, role.value),) for role in Role)
    others = [Button(one.name, Press(DeskPress.MEMBER, one.person)) for one in people if one.person != owner.person]
    revokes = [
        Button(Phrase(DeskKey.BUTTON_REVOKE, {"number": one.id}), Press(DeskPress.REVOKE, str(one.id)))
        for one in invitations
    ]
    last = (press(DeskKey.BUTTON_AUDIT, DeskPress.AUDIT),)
    return (*invite_rows, *_in_twos(others), *_in_twos(revokes), *_notices_row(owner), last)


def _notices_row(member: Member) -> tuple[Row, ...]:
    """The switch of who may decide on others' work."""
    if not member.role.may(Role.REVIEWER):
        return ()
    return ((notices_button(wanted=member.wants_notices),),)


def _in_twos(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
