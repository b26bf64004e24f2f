"""One cluster: who asks what, what is known already, and what the desk can do with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from actions.buttons import Row, press
from actions.compose import lines, listed, paragraphs
from actions.desk.access import said
from actions.desk.entry_views import entry_line
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.desk.queue import age, headline
from actions.entry_phrases import state_name
from actions.labels import shorten
from actions.reply import Button, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, Guideline
from knowledge.errors import ClusterGoneError
from knowledge.masking import masked
from knowledge.matching import SUGGEST_AT
from knowledge.retriever import FACT_CHECKS
from knowledge.store.cluster_rows import Cluster, ClusterState
from knowledge.store.team_store import Member

CANDIDATES = 3
_WORDINGS = 4
_WORDING_LENGTH = 180
_HOURS = 24
_BARS = "▁▂▃▄▅▆▇█"


def cluster_id_of(request: Request) -> int:
    """The cluster that a button names first.

    Raises:
        ClusterGoneError: it names none.
    """
    number = request.argument.partition("/")[0]
    if not number.isdecimal():
        raise ClusterGoneError
    return int(number)


def open_cluster(request: Request, services: Services) -> Cluster:
    """The open cluster that a button names first.

    Raises:
        ClusterGoneError: there is none, or it is closed or answered.
    """
    found = services.desk.clusters.get(cluster_id_of(request), services.clock())
    if found is None or found.state is not ClusterState.OPEN or not found.tips:
        raise ClusterGoneError
    return found


def show_cluster(member: Member, request: Request, services: Services) -> Reply:
    """The cluster with its buttons."""
    cluster = open_cluster(request, services)
    candidates = checked_already(cluster, services)
    text = paragraphs(*_about(cluster, services), *_known(candidates, request))
    return said(text, request, *_rows(cluster, member, candidates))


def claim(member: Member, request: Request, services: Services) -> Reply:
    """Take the cluster for two hours."""
    cluster = open_cluster(request, services)
    until = services.desk.work.claim(member.actor, cluster.id, services.clock())
    hours = (until - services.clock()) / timedelta(hours=1)
    shown = show_cluster(member, request, services)
    return replace(shown, notice=Phrase(DeskKey.NOTICE_CLAIMED, {"hours": round(hours)}), replaces=True)


def release(member: Member, request: Request, services: Services) -> Reply:
    """Give the cluster back."""
    services.desk.work.release(member.actor, open_cluster(request, services).id, services.clock())
    shown = show_cluster(member, request, services)
    return replace(shown, notice=Phrase(DeskKey.NOTICE_RELEASED), replaces=True)


def checked_already(cluster: Cluster, services: Services) -> list[FactCheck | Guideline]:
    """Published fact-checks that may answer the cluster, most likely first."""
    central = services.desk.sorter.headline(cluster.tips).text
    matches = services.retriever.search(central, FACT_CHECKS, CANDIDATES)
    return [match.entry for match in matches if match.probability >= SUGGEST_AT]


def mark_of(entry_id: str) -> str:
    """A short name of an entry, so that it fits into a button beside a cluster's number."""
    return hashlib.sha256(entry_id.encode()).hexdigest()[:12]


def bars(counts: Sequence[int]) -> str:
    """One bar for each count, the tallest for the greatest; the lowest means none."""
    most = max(counts)
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most) if most else 0] for count in counts)


def _about(cluster: Cluster, services: Services) -> list[Phrase]:
    now = services.clock()
    people: dict[str, str | int | Phrase] = {
        "number": cluster.id,
        "people": cluster.people,
        "hour": _people_since(cluster, now - timedelta(hours=1)),
        "day": _people_since(cluster, now - timedelta(days=1)),
        "first": age(cluster.first_asked, now),
        "last": age(cluster.last_asked, now),
    }
    about = [Phrase(DeskKey.CLUSTER, {**people, "claim": headline(cluster, services, _WORDING_LENGTH)})]
    wordings = _other_wordings(cluster, services)
    if wordings:
        about.append(Phrase(DeskKey.CLUSTER_WORDINGS, {"wordings": lines(*wordings)}))
    hours = cluster.people_in_hours(_HOURS, now)
    if any(hours):
        about.append(Phrase(DeskKey.CLUSTER_HOURS, {"bars": bars(hours), "most": max(hours)}))
    told = cluster.people_per_state()
    if told:
        states = (Phrase(DeskKey.STATE_COUNT, {"state": state_name(state), "people": count}) for state, count in told)
        about.append(Phrase(DeskKey.CLUSTER_STATES, {"states": listed(*states)}))
    if cluster.claimed_by and cluster.claimed_until:
        holder = services.desk.team.member(cluster.claimed_by)
        minutes = round((cluster.claimed_until - now) / timedelta(minutes=1))
        held: dict[str, str | int | Phrase] = {"name": holder.name if holder else "?", "minutes": minutes}
        about.append(Phrase(DeskKey.CLUSTER_CLAIMED, held))
    return about


def _people_since(cluster: Cluster, moment: datetime) -> int:
    return len({tip.person for tip in cluster.tips if tip.asked_at >= moment})


def _other_wordings(cluster: Cluster, services: Services) -> list[Phrase]:
    """The newest different wordings besides the headline, masked."""
    central = services.desk.sorter.headline(cluster.tips).text
    texts = dict.fromkeys(" ".join(masked(tip.text).split()) for tip in reversed(cluster.tips) if tip.text != central)
    shown = [shorten(text, _WORDING_LENGTH) for text in texts][:_WORDINGS]
    return [Phrase(DeskKey.CLUSTER_WORDING, {"text": text}) for text in shown]


def _known(candidates: list[FactCheck | Guideline], request: Request) -> list[Phrase]:
    if not candidates:
        return [Phrase(DeskKey.CHECKED_ALREADY_NONE)]
    numbered = (entry_line(number, one, request.language) for number, one in enumerate(candidates, start=1))
    return [Phrase(DeskKey.CHECKED_ALREADY, {"claims": lines(*numbered)})]


def _rows(cluster: Cluster, member: Member, candidates: list[FactCheck | Guideline]) -> tuple[Row, ...]:
    number = str(cluster.id)
    links = tuple(
        Button(
            Phrase(DeskKey.BUTTON_LINK, {"number": place}), Press(DeskPress.LINK, f"{number}/{mark_of(candidate.id)}")
        )
        for place, candidate in enumerate(candidates, start=1)
    )
    is_mine = cluster.claimed_by == member.person
    hold = (
        press(DeskKey.BUTTON_RELEASE, DeskPress.RELEASE, number)
        if is_mine
        else press(DeskKey.BUTTON_CLAIM, DeskPress.CLAIM, number)
    )
    rows = [
        (hold, press(DeskKey.BUTTON_WRITE, DeskPress.WRITE, number)),
        links,
        (
            press(DeskKey.BUTTON_LINK_OTHER, DeskPress.LINK_OTHER, number),
            press(DeskKey.BUTTON_MERGE, DeskPress.MERGES, number),
        ),
        (
            *((press(DeskKey.BUTTON_SPLIT, DeskPress.SPLIT, number),) if len(cluster.tips) > 1 else ()),
            press(DeskKey.BUTTON_CLOSE, DeskPress.CLOSES, number),
        ),
        (press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE),),
    ]
    return tuple(row for row in rows if row)
