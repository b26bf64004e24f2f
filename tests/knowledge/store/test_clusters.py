from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.errors import ClusterGoneError, ClusterTakenError
from knowledge.scope import State
from knowledge.store.audit_log import THE_BOT, Actor, AuditLog, Deed
from knowledge.store.cluster_rows import CloseReason, Cluster, ClusterState, ClusterTip, QueueFilter, QueueOrder
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.cluster_work import CLAIM_LASTS, ClusterWork
from knowledge.store.database import Database, Transaction
from knowledge.store.people_store import PeopleStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_store import UpdateStore, take_followers
from knowledge.text.language import Language

NOW = datetime(2026, 8, 31, 12, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
MS, EN = Language.MS, Language.EN
AINA, BEN = Actor("a" * 32, "Aina"), Actor("b" * 32, "Ben")


class Told:
    """Remembers whom a change told."""

    def __init__(self) -> None:
        self.people: list[str] = []

    def __call__(self, session: Transaction, tips: Sequence[ClusterTip]) -> None:
        """Notes the senders."""
        self.people += [tip.person for tip in tips]


@pytest.fixture
def clusters(database: Database) -> ClusterStore:
    """The clusters of `database`."""
    return ClusterStore(database)


@pytest.fixture
def work(database: Database) -> ClusterWork:
    """The desk's hand on them."""
    return ClusterWork(database)


@pytest.fixture
def tips(database: Database) -> TipStore:
    """The tips of `database`."""
    return TipStore(database)


@pytest.fixture
def hack(clusters: ClusterStore, tips: TipStore) -> int:
    """A cluster of three tips by two people: p at 12:30 and 13:30, q at 13:30."""
    number = clusters.place(tips.add("p", "mesin undi kena hack", MS, NOW).id, None, NOW)
    clusters.place(tips.add("p", "mesin undi di-hack?", MS, NOW + HOUR).id, number, NOW)
    clusters.place(tips.add("q", "voting machine hacked", EN, NOW + HOUR).id, number, NOW)
    return number


def required(clusters: ClusterStore, number: int, at: datetime = NOW) -> Cluster:
    found = clusters.get(number, at)
    assert found is not None
    return found


class TestDemand:
    def test_people_are_counted_not_messages(self, clusters: ClusterStore, hack: int):
        """Who asks twice counts once, in each hour once, and is asked first when they asked first."""
        cluster = required(clusters, hack)
        assert cluster.people == 2
        assert cluster.people_in_hours(3, NOW + HOUR) == [0, 1, 2]
        assert cluster.people_in_hours(3, NOW + 2 * HOUR) == [1, 2, 0]
        assert cluster.people_in_hours(1, NOW) == [1]
        assert (cluster.first_asked, cluster.last_asked) == (NOW, NOW + HOUR)

    def test_states_are_counted_if_told(self, clusters: ClusterStore, hack: int):
        """Only the sender can say where they live, and saying nothing counts nowhere."""
        first, second, third = (tip.id for tip in required(clusters, hack).tips)
        assert clusters.tell_home_state(first, "p", State.JOHOR)
        assert clusters.tell_home_state(second, "p", State.JOHOR)
        assert not clusters.tell_home_state(third, "p", State.SABAH)
        assert required(clusters, hack).people_per_state() == [(State.JOHOR, 1)]

    def test_a_forgotten_person_is_gone_from_the_demand(self, clusters: ClusterStore, hack: int, database: Database):
        """Deleting one's data takes one's tips out of every cluster; an empty cluster is not in the queue."""
        PeopleStore(database).forget("p")
        assert required(clusters, hack).people == 1
        PeopleStore(database).forget("q")
        assert clusters.count(QueueFilter(), NOW) == 0


class TestPlacing:
    def test_a_tip_is_placed_once(self, clusters: ClusterStore, tips: TipStore, hack: int):
        """Two processes that sort the same tip agree; what is placed is no longer listed."""
        tip = tips.add("r", "lain", MS, NOW).id
        assert clusters.unplaced() == {tip: "lain"}
        number = clusters.place(tip, None, NOW)
        assert clusters.place(tip, hack, NOW) == number
        assert clusters.unplaced() == {}
        assert clusters.open_tips()[number] == {tip: "lain"}

    def test_a_closed_cluster_takes_no_tips(self, clusters: ClusterStore, work: ClusterWork, tips: TipStore, hack: int):
        """A tip that came too late begins a new one."""
        work.close(AINA, hack, CloseReason.OPINION, NOW, Told())
        assert hack not in clusters.open_tips()
        assert clusters.place(tips.add("r", "hack lagi", MS, NOW).id, hack, NOW) != hack


class TestQueue:
    @pytest.fixture
    def flood(self, clusters: ClusterStore, tips: TipStore) -> int:
        """An older cluster of one person in Sabah."""
        tip = tips.add("s", "sekolah banjir jadi pusat mengundi", MS, NOW - HOUR)
        number = clusters.place(tip.id, None, NOW)
        clusters.tell_home_state(tip.id, "s", State.SABAH)
        return number

    @pytest.mark.parametrize(
        ("order", "first"), [(QueueOrder.DEMAND, "hack"), (QueueOrder.OLDEST, "flood"), (QueueOrder.NEWEST, "hack")]
    )
    def test_by_demand_and_age(self, clusters: ClusterStore, hack: int, flood: int, order: QueueOrder, first: str):
        """The claim most people ask about comes first, or the one that waits longest, or the newest."""
        expected = [hack, flood] if first == "hack" else [flood, hack]
        assert [cluster.id for cluster in clusters.queue(QueueFilter(order), NOW, 9)] == expected

    def test_filters(self, clusters: ClusterStore, work: ClusterWork, hack: int, flood: int):
        """By whether it is free, whose it is, state and language."""
        work.claim(AINA, hack, NOW)
        wanted = [
            QueueFilter(only_free=True), QueueFilter(claimed_by=AINA.person), QueueFilter(claimed_by=BEN.person),
            QueueFilter(home_state=State.SABAH), QueueFilter(language=EN),
        ]  # fmt: skip
        found = [[cluster.id for cluster in clusters.queue(one, NOW, 9)] for one in wanted]
        assert found == [[flood], [hack], [], [flood], [hack]]
        assert [clusters.count(one, NOW) for one in wanted] == [1, 1, 0, 1, 1]

    @pytest.mark.parametrize("order", QueueOrder)
    def test_pages_make_up_the_whole(
        self, clusters: ClusterStore, tips: TipStore, database: Database, order: QueueOrder
    ):
        """Each cluster is on one page, in one order, with all its tips; an empty one on none."""
        for number in range(7):
            made = None
            for person in range(number % 3 + 1):
                tip = tips.add(f"{number} {person}", f"khabar {number}", MS, NOW - number * HOUR)
                made = clusters.place(tip.id, made, NOW)
        empty = clusters.place(tips.add("gone", "x", MS, NOW).id, None, NOW)
        PeopleStore(database).forget("gone")
        whole = clusters.queue(QueueFilter(order), NOW, 99)
        pages = [clusters.queue(QueueFilter(order), NOW, 3, offset) for offset in (0, 3, 6, 9)]
        assert [len(page) for page in pages] == [3, 3, 1, 0]
        assert [one for page in pages for one in page] == whole
        assert clusters.count(QueueFilter(order), NOW) == len(whole) == 7
        assert empty not in {cluster.id for cluster in whole}
        assert all(cluster.people == len(cluster.tips) for cluster in whole)
        keys = {
            QueueOrder.DEMAND: lambda one: (-one.people, one.first_asked),
            QueueOrder.OLDEST: lambda one: one.first_asked,
            QueueOrder.NEWEST: lambda one: NOW - one.last_asked,
        }
        assert sorted(whole, key=keys[order]) == whole


class TestClaims:
    def test_a_claim_keeps_others_out_until_it_runs_out(
        self, clusters: ClusterStore, work: ClusterWork, hack: int, database: Database
    ):
        """Of two who want the same cluster one is told who has it; after two hours it is free again."""
        assert work.claim(AINA, hack, NOW) == NOW + CLAIM_LASTS
        assert required(clusters, hack).claimed_by == AINA.person
        with pytest.raises(ClusterTakenError):
            work.claim(BEN, hack, NOW)
        with pytest.raises(ClusterTakenError):
            work.close(BEN, hack, CloseReason.SATIRE, NOW, Told())
        assert required(clusters, hack, NOW + CLAIM_LASTS).claimed_by is None
        work.claim(BEN, hack, NOW + CLAIM_LASTS)
        assert [line.by for line in AuditLog(database).about(f"cluster:{hack}")] == [AINA, BEN]

    def test_claiming_again_is_holding_it_longer(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """Whoever is still writing is not thrown out."""
        work.claim(AINA, hack, NOW)
        work.claim(AINA, hack, NOW + HOUR)
        assert required(clusters, hack).claimed_until == NOW + HOUR + CLAIM_LASTS

    def test_releasing_frees_it(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """Another may take it at once; releasing what nobody has is no mistake."""
        work.claim(AINA, hack, NOW)
        work.release(AINA, hack, NOW)
        work.release(AINA, hack, NOW)
        work.claim(BEN, hack, NOW)
        assert required(clusters, hack).claimed_by == BEN.person


class TestDecisions:
    def test_closing_tells_who_asked(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """Once, with the reason kept; a closed cluster cannot be closed again."""
        told = Told()
        work.close(AINA, hack, CloseReason.NOT_CHECKABLE, NOW, told)
        assert told.people == ["p", "p", "q"]
        closed = required(clusters, hack)
        assert (closed.state, closed.reason) == (ClusterState.CLOSED, CloseReason.NOT_CHECKABLE)
        with pytest.raises(ClusterGoneError):
            work.close(BEN, hack, CloseReason.OPINION, NOW, told)
        assert len(told.people) == 3

    def test_linking_answers_it(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """The cluster keeps the entry that answers it."""
        told = Told()
        work.link(AINA, hack, "black-dot", NOW, told)
        linked = required(clusters, hack)
        assert (linked.state, linked.entry_id, len(told.people)) == (ClusterState.ANSWERED, "black-dot", 3)

    def test_when_telling_fails_nothing_changed(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """The change and what tells people are one transaction."""

        def fail(session: Transaction, tips: Sequence[ClusterTip]) -> None:
            raise RuntimeError

        with pytest.raises(RuntimeError):
            work.link(AINA, hack, "black-dot", NOW, fail)
        assert required(clusters, hack).state is ClusterState.OPEN

    def test_merging_moves_every_tip(
        self, clusters: ClusterStore, work: ClusterWork, tips: TipStore, hack: int, database: Database
    ):
        """The merged cluster leads to the one it went into; the demand is of both."""
        other = clusters.place(tips.add("r", "undi digodam", MS, NOW).id, None, NOW)
        work.merge(AINA, other, hack, NOW)
        assert required(clusters, other).id == hack
        assert required(clusters, hack).people == 3
        with pytest.raises(ClusterGoneError):
            work.claim(AINA, other, NOW)
        assert AuditLog(database).about(f"cluster:{other}")[0].deed is Deed.MERGED

    def test_a_cluster_is_not_merged_with_itself_or_nothing(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """Both ends must be open clusters."""
        for into in (hack, 999):
            with pytest.raises(ClusterGoneError):
                work.merge(AINA, hack, into, NOW)
        assert required(clusters, hack).state is ClusterState.OPEN

    def test_splitting_is_for_good_until_merged_again(self, clusters: ClusterStore, work: ClusterWork, hack: int):
        """Neither half's tips go back by themselves; merging them by hand takes that back."""
        first, second, third = (tip.id for tip in required(clusters, hack).tips)
        new = work.split(AINA, hack, [third], NOW)
        assert [tip.id for tip in required(clusters, new).tips] == [third]
        assert clusters.kept_apart() == {third: {hack}, first: {new}, second: {new}}
        work.merge(AINA, new, hack, NOW)
        assert required(clusters, hack).people == 2
        assert clusters.kept_apart().get(third) is None

    @pytest.mark.parametrize("chosen", [[], "all", [999]])
    def test_a_split_leaves_something_on_both_sides(self, clusters: ClusterStore, work: ClusterWork, hack: int, chosen):
        """None, all, or another cluster's tips cannot be split off."""
        own = [tip.id for tip in required(clusters, hack).tips]
        with pytest.raises(ValueError, match="some but not all"):
            work.split(AINA, hack, own if chosen == "all" else chosen, NOW)
        assert len(required(clusters, hack).tips) == 3


class TestJoining:
    """Two clusters that turned out to be about one claim, without a person's doing."""

    @pytest.fixture
    def other(self, clusters: ClusterStore, tips: TipStore) -> int:
        """A younger cluster: one tip of a third person in Johor, who wants to be told."""
        tip = tips.add("r", "undi digodam", MS, NOW + HOUR)
        number = clusters.place(tip.id, None, NOW)
        clusters.tell_home_state(tip.id, "r", State.JOHOR)
        return number

    def test_demand_states_and_log_go_along(self, clusters: ClusterStore, hack: int, other: int, database: Database):
        """The older is left with everybody who asked; the log says that the bot did it; the old number leads there."""
        follower = required(clusters, other).tips[0].id
        UpdateStore(database).follow(follower, "r", "chat-r", MS, NOW)
        assert clusters.join(other, hack, NOW + HOUR) == hack
        joined = required(clusters, other)
        assert (joined.id, joined.people, joined.people_per_state()) == (hack, 3, [(State.JOHOR, 1)])
        (line,) = AuditLog(database).about(f"cluster:{other}")
        assert (line.by, line.deed, line.detail) == (THE_BOT, Deed.MERGED, f"cluster:{hack}")
        with database.session() as session:
            told = take_followers(session, [tip.id for tip in joined.tips])
        assert [person.person for person in told] == ["r"]

    def test_the_one_that_is_worked_on_is_left(self, clusters: ClusterStore, work: ClusterWork, hack: int, other: int):
        """Whoever holds the younger one keeps it, and gets the older one's people."""
        work.claim(AINA, other, NOW)
        assert clusters.join(hack, other, NOW) == other
        assert required(clusters, hack).claimed_by == AINA.person
        assert required(clusters, hack).people == 3

    def test_two_that_are_held_stay_two(self, clusters: ClusterStore, work: ClusterWork, hack: int, other: int):
        """Nobody loses what they work on; once one is free they can be joined."""
        work.claim(AINA, hack, NOW)
        work.claim(BEN, other, NOW)
        assert clusters.join(hack, other, NOW) is None
        assert clusters.join(hack, other, NOW + CLAIM_LASTS) == hack

    def test_what_people_split_stays_two(self, clusters: ClusterStore, work: ClusterWork, hack: int, other: int):
        """Also when one of the halves was joined with a third: what was kept out of it is kept out of both."""
        first, *_, third = required(clusters, hack).tips
        half = work.split(AINA, hack, [third.id], NOW)
        assert clusters.join(half, hack, NOW) is None
        assert clusters.join(hack, half, NOW) is None
        work.claim(AINA, other, NOW)
        assert clusters.join(hack, other, NOW) == other
        assert clusters.kept_apart() == {third.id: {other}, first.id: {half}, first.id + 1: {half}}
        assert clusters.join(half, other, NOW + CLAIM_LASTS) is None

    @pytest.mark.parametrize("how", ["closed", "linked", "merged", "itself", "unknown"])
    def test_only_open_clusters_are_joined(
        self, clusters: ClusterStore, work: ClusterWork, hack: int, other: int, how: str
    ):
        """What is answered or closed keeps its tips, and a cluster is not joined with itself."""
        if how == "closed":
            work.close(AINA, other, CloseReason.OPINION, NOW, Told())
        elif how == "linked":
            work.link(AINA, other, "black-dot", NOW, Told())
        elif how == "merged":
            work.merge(AINA, other, hack, NOW)
        with_what = {"itself": hack, "unknown": 999}.get(how, other)
        assert clusters.join(hack, with_what, NOW) is None
        assert required(clusters, hack).state is ClusterState.OPEN
