"""Who may do what at the desk, and what everybody else is told."""

from collections.abc import Callable
from dataclasses import replace

from actions import buttons
from actions.action import Action
from actions.desk.keys import DeskKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.errors import (
    ClusterGoneError,
    ClusterTakenError,
    DecidedAlreadyError,
    DeskError,
    EntryChangedError,
    OwnEntryError,
)
from knowledge.store.team_store import Member, Role

DeskAction = Callable[[Member, Request, Services], Reply]

_REFUSALS: dict[type[DeskError], DeskKey] = {
    ClusterGoneError: DeskKey.CLUSTER_GONE,
    OwnEntryError: DeskKey.OWN_ENTRY,
    DecidedAlreadyError: DeskKey.DECIDED_ALREADY,
    EntryChangedError: DeskKey.ENTRY_CHANGED,
}


def for_role(needed: Role, act: DeskAction) -> Action:
    """The action for members of this role or a higher one, in a private chat; others are told how to take part."""

    def answer(request: Request, services: Services) -> Reply:
        member = services.desk.team.member(request.person)
        if member is None:
            return contribute_how(request, services)
        if not request.address:
            return said(Phrase(DeskKey.PRIVATE_ONLY), request)
        services.desk.team.keep_reachable(member, request.address, request.language, services.clock())
        if not member.role.may(needed):
            return said(Phrase(DeskKey.ROLE_NEEDED, {"role": role_name(needed)}), request)
        try:
            return act(member, request, services)
        except DeskError as error:
            return said(refusal(error), request)

    return answer


def contribute_how(request: Request, services: Services) -> Reply:
    """Somebody who is not on the team: what they can do, and how one joins it."""
    del services
    message = Message(Phrase(DeskKey.CONTRIBUTE_HOW), ((buttons.SEND_TIP,), (buttons.LATEST, buttons.HELP)))
    return Reply(request.language, (message,), quotes=True)


def refusal(error: DeskError) -> Phrase:
    """Why the desk's rules forbid it."""
    if isinstance(error, ClusterTakenError):
        return Phrase(DeskKey.CLUSTER_TAKEN, {"name": error.name or "?"})
    return Phrase(_REFUSALS[type(error)])


def role_name(role: Role) -> Phrase:
    """A role in words."""
    return Phrase(DeskKey(f"role-{role.value}"))


def said(text: Phrase, request: Request, *rows: buttons.Row, replaces: bool = False) -> Reply:
    """A reply of one message."""
    return Reply(request.language, (Message(text, rows),), replaces=replaces)


def argument_of(request: Request, argument: str) -> Request:
    """The same request with another argument."""
    return replace(request, argument=argument)
