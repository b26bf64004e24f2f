"""/queue: the open clusters by demand and age, a few on a page, with filters."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.buttons import Row, press
from actions.compose import lines, paragraphs
from actions.desk.access import said
from actions.desk.keys import DeskKey
from actions.desk.presses import DeskPress
from actions.entry_phrases import state_name
from actions.labels import LIST_LENGTH, shorten
from actions.reply import Button, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.masking import masked
from knowledge.scope import State
from knowledge.store.cluster_rows import Cluster, QueueFilter, QueueOrder
from knowledge.store.team_store import Member
from knowledge.text.language import Language
from knowledge.typed_values import TypedValueError, read_states

PER_PAGE = 5
_ALL, _FREE, _MINE = "all", "free", "mine"
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class View:
    """What of the queue is shown: the order, whose clusters, the page from 0, the state and the language asked for."""

    order: QueueOrder = QueueOrder.DEMAND
    whose: str = _ALL
    page: int = 0
    state: State | None = None
    language: Language | None = None

    @classmethod
    def read(cls, argument: str) -> "View":
        """From a button; what cannot be read is as at the beginning."""
        order, whose, page, state, language = [*argument.split("/"), "", "", "", "", ""][:5]
        return cls(
            QueueOrder(order) if order in set(QueueOrder) else QueueOrder.DEMAND,
            whose if whose in (_FREE, _MINE) else _ALL,
            int(page) if page.isdecimal() else 0,
            State(state) if state in set(State) else None,
            Language(language) if language in set(Language) else None,
        )

    def write(self) -> str:
        """As a button's argument."""
        return "/".join((self.order.value, self.whose, str(self.page), self.state or "", self.language or ""))

    def filter(self, member: Member) -> QueueFilter:
        """As the store takes it."""
        mine = member.person if self.whose == _MINE else None
        return QueueFilter(self.order, self.whose == _FREE, mine, self.state, self.language)


def queue_command(member: Member, request: Request, services: Services) -> Reply:
    """/queue, or /queue with a state: what people there ask about."""
    if not request.argument:
        return _show(View(), member, request, services)
    try:
        state = read_states(request.argument)[0]
    except TypedValueError:
        return said(Phrase(DeskKey.QUEUE_WHICH_STATE), request, (press(DeskKey.BUTTON_QUEUE, DeskPress.QUEUE),))
    return _show(View(state=state), member, request, services)


def queue(member: Member, request: Request, services: Services) -> Reply:
    """A page of the queue, in place of the one whose button was pressed."""
    shown = _show(View.read(request.argument), member, request, services)
    return replace(shown, replaces=bool(request.argument))


def headline(cluster: Cluster, services: Services, length: int = LIST_LENGTH) -> str:
    """What the cluster is about: its most central message, personal data masked, on one line."""
    return shorten(" ".join(masked(services.desk.sorter.headline(cluster.tips).text).split()), length)


def age(since: datetime, now: datetime) -> Phrase:
    """How long ago, in minutes, hours or days."""
    passed = now - since
    if passed < _HOUR:
        return Phrase(DeskKey.AGE_MINUTES, {"count": max(0, int(passed / timedelta(minutes=1)))})
    if passed < _DAY * 2:
        return Phrase(DeskKey.AGE_HOURS, {"count": int(passed / _HOUR)})
    return Phrase(DeskKey.AGE_DAYS, {"count": passed.days})


def _show(view: View, member: Member, request: Request, services: Services) -> Reply:
    now = services.clock()
    services.desk.sorter.catch_up(now)
    count = services.desk.clusters.count(view.filter(member), now)
    last_page = max(0, (count - 1) // PER_PAGE)
    view = replace(view, page=min(view.page, last_page))
    start = view.page * PER_PAGE
    page = services.desk.clusters.queue(view.filter(member), now, PER_PAGE, start)
    filters = _filter_rows(view)
    if not page:
        return said(paragraphs(Phrase(DeskKey.QUEUE_EMPTY), *_narrowed(view)), request, *filters)
    listed = lines(*(_line(number, one, services, now) for number, one in enumerate(page, start + 1)))
    text = paragraphs(Phrase(DeskKey.QUEUE, {"count": count, "clusters": listed}), *_narrowed(view))
    numbers = tuple(
        Button(str(number), Press(DeskPress.CLUSTER, str(one.id))) for number, one in enumerate(page, start + 1)
    )
    return said(text, request, numbers, *_page_row(view, last_page), *filters)


def _narrowed(view: View) -> list[Phrase]:
    """What the list leaves out."""
    told = []
    if view.state:
        told.append(Phrase(DeskKey.QUEUE_STATE, {"state": state_name(view.state)}))
    if view.language:
        told.append(Phrase(DeskKey(f"queue-language-{view.language.value}")))
    return told


def _line(number: int, cluster: Cluster, services: Services, now: datetime) -> Phrase:
    params: dict[str, str | int | Phrase] = {
        "number": number,
        "people": cluster.people,
        "age": age(cluster.first_asked, now),
        "claim": headline(cluster, services),
    }
    if cluster.claimed_by is None:
        return Phrase(DeskKey.QUEUE_LINE, params)
    holder = services.desk.team.member(cluster.claimed_by)
    return Phrase(DeskKey.QUEUE_LINE_CLAIMED, {**params, "name": holder.name if holder else "?"})


def _page_row(view: View, last_page: int) -> tuple[Row, ...]:
    row = []
    if view.page > 0:
        row.append(_to(DeskKey.BUTTON_PREVIOUS_PAGE, replace(view, page=view.page - 1)))
    if view.page < last_page:
        row.append(_to(DeskKey.BUTTON_NEXT_PAGE, replace(view, page=view.page + 1)))
    return (tuple(row),) if row else ()


def _filter_rows(view: View) -> tuple[Row, ...]:
    """What is not chosen now can be chosen."""
    orders = tuple(
        _to(DeskKey(f"button-queue-{order.value}"), replace(view, order=order, page=0))
        for order in QueueOrder
        if order is not view.order
    )
    whose = tuple(
        _to(DeskKey(f"button-queue-{one}"), replace(view, whose=one, page=0, state=None))
        for one in (_ALL, _FREE, _MINE)
        if one != view.whose or view.state
    )
    languages = tuple(
        _to(DeskKey(f"button-queue-language-{one.value if one else 'any'}"), replace(view, language=one, page=0))
        for one in (*Language, None)
        if one is not view.language
    )
    return (orders, whose, languages)


def _to(label: DeskKey, view: View) -> Button:
    return press(label, DeskPress.QUEUE, view.write())
