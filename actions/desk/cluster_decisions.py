"""What ends or changes a cluster: link, close, merge, split. Those who asked are told where that is right."""

from dataclasses import replace

from actions.buttons import press
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Choice, Form, Step
from actions.desk.access import refusal, said
from actions.desk.cluster import checked_already, mark_of, open_cluster, show_cluster
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.desk.queue import headline
from actions.desk.telling import tell_answer, tell_reason
from actions.labels import LABEL_LENGTH, shorten
from actions.links import EntryLink
from actions.reply import Button, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline, Status
from knowledge.errors import ClusterGoneError, DeskError
from knowledge.masking import masked
from knowledge.store.cluster_rows import CloseReason, Cluster, ClusterTip
from knowledge.store.team_store import Member

_MERGE_CHOICES = 6
_SPLIT_CHOICES = 30
_QUEUE = press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE)


def link(member: Member, request: Request, services: Services) -> Reply:
    """One of the "already checked?" candidates answers the cluster."""
    cluster = open_cluster(request, services)
    mark = request.argument.partition("/")[2]
    chosen = next((one for one in checked_already(cluster, services) if mark_of(one.id) == mark), None)
    if chosen is None:
        return replace(show_cluster(member, request, services), notice=Phrase(DeskKey.NOTICE_LIST_CHANGED))
    return _link(cluster.id, chosen, member, request, services)


def link_other(member: Member, request: Request, services: Services) -> Reply:
    """Ask for the entry that answers the cluster."""
    del member
    cluster = open_cluster(request, services)
    return begin(LINK, request, services, subject=str(cluster.id))


def choose_reason(member: Member, request: Request, services: Services) -> Reply:
    """The reasons for closing a cluster."""
    del member
    cluster = open_cluster(request, services)
    rows = tuple(
        (press(DeskKey(f"button-close-{reason.value}"), DeskPress.CLOSE, f"{cluster.id}/{reason.value}"),)
        for reason in CloseReason
    )
    back = (press(DeskKey.BUTTON_BACK_TO_CLUSTER, DeskPress.CLUSTER, str(cluster.id)),)
    return said(Phrase(DeskKey.CLOSE_WHY, {"people": cluster.people}), request, *rows, back)


def close(member: Member, request: Request, services: Services) -> Reply:
    """Close the cluster without an entry; a duplicate tells nobody, since its twin will."""
    cluster = open_cluster(request, services)
    name = request.argument.partition("/")[2]
    if name not in set(CloseReason):
        return choose_reason(member, request, services)
    reason = CloseReason(name)
    services.desk.work.close(member.actor, cluster.id, reason, services.clock(), tell_reason(services, reason))
    return said(Phrase(DeskKey.CLUSTER_CLOSED, {"reason": Phrase(DeskKey(f"button-close-{name}"))}), request, (_QUEUE,))


def choose_merge(member: Member, request: Request, services: Services) -> Reply:
    """The open clusters that are most like this one."""
    del member
    cluster = open_cluster(request, services)
    near = services.desk.sorter.similar(cluster.id, _MERGE_CHOICES)
    others = [one for number in near if (one := services.desk.clusters.get(number, services.clock())) and one.tips]
    back = (press(DeskKey.BUTTON_BACK_TO_CLUSTER, DeskPress.CLUSTER, str(cluster.id)),)
    if not others:
        return said(Phrase(DeskKey.MERGE_NONE), request, back)
    rows = tuple(
        (Button(headline(other, services, LABEL_LENGTH), Press(DeskPress.MERGE, f"{cluster.id}/{other.id}")),)
        for other in others
    )
    return said(Phrase(DeskKey.MERGE_WHICH), request, *rows, back)


def merge(member: Member, request: Request, services: Services) -> Reply:
    """Move this cluster's tips into the other."""
    cluster = open_cluster(request, services)
    into = request.argument.partition("/")[2]
    if not into.isdecimal():
        raise ClusterGoneError
    services.desk.work.merge(member.actor, cluster.id, int(into), services.clock())
    shown = show_cluster(member, replace(request, argument=into), services)
    return replace(shown, notice=Phrase(DeskKey.NOTICE_MERGED))


def split(member: Member, request: Request, services: Services) -> Reply:
    """Ask which messages do not belong."""
    del member
    cluster = open_cluster(request, services)
    if len(cluster.tips) < 2:
        return said(Phrase(DeskKey.SPLIT_ALL_OR_NONE), request, (_QUEUE,))
    return begin(SPLIT, request, services, subject=str(cluster.id))


def _link(cluster_id: int, entry: FactCheck | Guideline, member: Member, request: Request, services: Services) -> Reply:
    services.desk.work.link(member.actor, cluster_id, entry.id, services.clock(), tell_answer(services, entry))
    return said(Phrase(DeskKey.CLUSTER_LINKED, {"id": entry.id}), request, (_QUEUE,))


def _read_entry(request: Request, answers: Answers, services: Services) -> str | Phrase:
    """An entry's id, a link to it, its source's address, or its words."""
    del answers
    typed = request.text.strip()
    stored = services.entries.get(EntryLink.read(typed.rpartition("?start=")[2]).entry_id)
    if stored is None:
        by_url = services.entries.find_by_url(typed)
        stored = by_url[0] if by_url else None
    if stored is None or not isinstance(stored.entry, FactCheck | Guideline):
        return Phrase(DeskKey.LINK_UNKNOWN)
    if stored.status is not Status.PUBLISHED:
        return Phrase(DeskKey.CORRECT_NOT_PUBLISHED)
    return stored.entry.id


def _finish_link(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    stored = services.entries.get(answers.get("entry"))
    if member is None or stored is None or not isinstance(stored.entry, FactCheck | Guideline):
        return Phrase(DeskKey.LINK_UNKNOWN if member else DeskKey.NO_LONGER_MEMBER)
    try:
        return _link(_as_it_is_now(answers, services).id, stored.entry, member, request, services)
    except DeskError as error:
        return said(refusal(error), request, (_QUEUE,))


def _tip_choices(request: Request, answers: Answers, services: Services) -> list[Choice]:
    del request
    tips = _as_it_is_now(answers, services).tips[-_SPLIT_CHOICES:]
    return [Choice(_label(tip), str(tip.id)) for tip in tips]


def _as_it_is_now(answers: Answers, services: Services) -> Cluster:
    """The cluster that a conversation is about, or the one it joined meanwhile.

    Raises:
        ClusterGoneError: there is none.
    """
    cluster = services.desk.clusters.get(int(answers.subject), services.clock())
    if cluster is None:
        raise ClusterGoneError
    return cluster


def _label(tip: ClusterTip) -> str:
    return shorten(" ".join(masked(tip.text).split()), LABEL_LENGTH - 4)


def _finish_split(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    member = services.desk.team.member(request.person)
    if member is None:
        return Phrase(DeskKey.NO_LONGER_MEMBER)
    chosen = [int(one) for one in answers.get("tips").split(",") if one]
    try:
        cluster = _as_it_is_now(answers, services)
        new = services.desk.work.split(member.actor, cluster.id, chosen, services.clock())
    except ValueError:
        return Phrase(DeskKey.SPLIT_ALL_OR_NONE)
    except DeskError as error:
        return said(refusal(error), request, (_QUEUE,))
    row = (press(DeskKey.BUTTON_SPLIT_OFF, DeskPress.CLUSTER, str(new)), _QUEUE)
    return said(Phrase(DeskKey.CLUSTER_SPLIT), request, row)


LINK = Form(
    "desk-link",
    DeskKey.FORM_LINK,
    (Step("entry", DeskKey.FIELD_ENTRY, DeskKey.ASK_ENTRY, _read_entry),),
    _finish_link,
)
SPLIT = Form(
    "desk-split",
    DeskKey.FORM_SPLIT,
    (
        Step(
            "tips", DeskKey.FIELD_TIPS, DeskKey.ASK_TIPS, choices=_tip_choices, columns=1, is_typed=False,
            is_multiple=True,
        ),
    ),
    _finish_split,
)  # fmt: skip
