"""The queue, one cluster, and what is decided about it."""

from datetime import timedelta

import pytest

from knowledge.entry import FactCheck
from knowledge.store.cluster_rows import ClusterState
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from tests.actions.desk.desk_world import Desk


class TestQueue:
    def test_what_most_people_ask_comes_first(self, desk: Desk):
        """Demand is people, not messages; personal data is masked."""
        desk.tip("a", "banjir di pusat mengundi, hubungi 012-3456789")
        for letter in "bbc":
            desk.tip(letter, f"mesin undi kena hack {letter}")
        member = desk.member("m").commands("queue")
        assert "<b>Asked and not answered</b>: 2" in member.text
        first, second = [line for line in member.text.splitlines() if line[:2] in ("1.", "2.")]
        assert first == "1. 2 people, 0 min: mesin undi kena hack b"
        assert second == "2. 1 person, 0 min: banjir di pusat mengundi, hubungi [☎]"

    def test_pages_orders_and_filters(self, desk: Desk):
        """Five on a page; the longest waiting first; only what is free; only mine."""
        for number in range(6):
            desk.tip("a", f"khabar{number} angin")
            desk.clock.pass_by(timedelta(hours=1))
        member = desk.member("m").commands("queue")
        assert member.labels[:6] == ["1", "2", "3", "4", "5", "More ›"]
        assert "6. 1 person, 1 h: khabar5" in member.presses("More ›").text
        assert "1. 1 person, 1 h: khabar5" in member.presses("Newest").text
        member.presses("1").presses("Take it")
        assert "khabar5" in member.commands("queue").presses("Claimed by me").text
        assert "khabar5" not in member.presses("Unclaimed").text
        assert "Nothing is open here" in desk.member("n").commands("queue").presses("Claimed by me").text

    def test_by_state(self, desk: Desk):
        """A tip's sender may say where they live; /queue with a state shows what is asked there."""
        desk.tip("a", "jambatan roboh di Muar")
        desk.tip("b", "sekolah tutup")
        voter = desk.voter("a").presses_data("tip", text="jambatan roboh di Muar")
        assert "Noted: Johor" in voter.presses("Say which state").presses("Johor").text
        member = desk.member("m").commands("queue johor")
        assert "jambatan" in member.text
        assert "sekolah" not in member.text
        assert "Johor 1" in member.presses("1").text
        assert "do not know that state" in member.commands("queue Narnia").text

    def test_by_language(self, desk: Desk):
        """What was asked in one of the languages, kept while one pages and orders; both again by one press."""
        desk.voter("a", Language.MS).presses_data("tip", text="jambatan roboh di Muar")
        desk.voter("b").presses_data("tip", text="school closed on polling day")
        member = desk.member("m").commands("queue").presses("In Malay")
        assert "<b>Asked and not answered</b>: 1" in member.text
        assert "jambatan" in member.text
        assert "Only what people asked in Malay." in member.presses("Newest").text
        assert "school" in member.presses("In English").text
        assert "Only what" not in member.presses("In both").text
        assert "Only what people asked in English." in member.presses("In English").presses("Claimed by me").text

    def test_nobody_tells_where_another_lives(self, desk: Desk):
        """Only the sender's press counts."""
        desk.tip("a", "jambatan roboh di Muar")
        assert "no longer stored" in desk.voter("b").presses_data("home", "1/johor").notice


class TestCluster:
    def test_it_shows_demand_wordings_and_what_is_known(self, desk: Desk, black_dot: FactCheck):
        """Per hour and day, other wordings masked, and the "already checked?" candidates."""
        desk.publishes(black_dot)
        number = desk.tip("a", "kertas undi ada titik")
        desk.clock.pass_by(timedelta(hours=3))
        desk.tip("b", "kertas undi titik hitam, emel a@b.my")
        member = desk.member("m").presses_data("clust", str(number))
        assert "Asked by 2 people: 1 in the last hour, 2 in the last day. First 3 h ago, last 0 min ago." in member.text
        assert f"hour by hour (most in one: 1):\n{'▁' * 20}█▁▁█" in member.text
        assert "• <i>kertas undi titik hitam, emel [@]</i>" in member.text
        assert "1. ❌ FALSE · Ballot papers with a black dot" in member.text

    def test_its_hours_and_states_are_those_of_people(self, desk: Desk):
        """Bars rise with the people of each hour; every state that was told is there; yesterday's hours are not."""
        for letter, state in (("a", "johor"), ("b", "johor"), ("c", "sabah")):
            number = desk.tip(letter, f"mesin undi {letter}")
            desk.voter(letter).presses_data("home", f"{desk.services.tips.count()}/{state}")
        desk.clock.pass_by(timedelta(hours=23))
        desk.tip("a", "mesin undi lagi")
        member = desk.member("m").presses_data("clust", str(number))
        assert f"hour by hour (most in one: 3):\n█{'▁' * 22}▄" in member.text
        assert "Where they live, if told: Johor 2, Sabah 1" in member.text
        desk.clock.pass_by(timedelta(hours=24))
        assert "hour by hour" not in member.presses_data("clust", str(number)).text

    def test_claiming_keeps_others_out_for_two_hours(self, desk: Desk):
        """The other is told who has it; release and expiry free it."""
        number = str(desk.tip("a", "mesin undi"))
        ben, cik = desk.member("b", Role.REVIEWER), desk.member("c", Role.REVIEWER)
        assert ben.presses_data("clust", number).presses("Take it").notice == "Yours for 2 hours."
        cik.presses_data("clust", number)
        assert "Name-b has it for 120 more minutes" in cik.text
        assert "Name-b is working on this one" in cik.presses("Take it").text
        assert "Name-b is working on this one" in cik.presses_data("close", f"{number}/satire").text
        ben.presses("Give it back")
        assert cik.presses_data("claim", number).notice == "Yours for 2 hours."
        desk.clock.pass_by(timedelta(hours=2))
        assert ben.presses_data("claim", number).notice == "Yours for 2 hours."

    def test_a_cluster_that_joined_another_meanwhile(self, desk: Desk):
        """An old button takes, and gives back, the cluster it went into; the log says that no person did it."""
        first, second = desk.tip("a", "mesin undi"), desk.tip("b", "undi digodam")
        member = desk.member("m").presses_data("clust", str(second))
        assert desk.services.desk.clusters.join(first, second, desk.clock.now) == first
        assert "Asked by 2 people" in member.presses("Take it").text
        assert member.notice == "Yours for 2 hours."
        assert f"<b>Number {first}</b>" in member.text
        assert member.presses_data("free", str(second)).notice == "Given back."
        log = desk.owner().commands("audit").text
        assert f"SaferTogether (bot) · merged · cluster {second} · <i>cluster:{first}</i>" in log

    def test_a_cluster_that_joined_another_while_one_was_asked(self, desk: Desk, black_dot: FactCheck):
        """The answer to a question about it counts for the cluster it went into."""
        desk.publishes(black_dot, findable=False)
        first, second, _ = desk.tip("a", "mesin undi"), desk.tip("b", "undi digodam"), desk.tip("c", "mesin undi lama")
        member = desk.member("m").presses_data("split", str(first)).presses("mesin undi lama")
        reviewer = desk.member("r", Role.REVIEWER).presses_data("linkto", str(second))
        desk.services.desk.clusters.join(first, second, desk.clock.now)
        assert "a group of their own" in member.presses("Done").text
        assert "Linked to black-dot" in reviewer.says("black-dot").text
        linked = desk.services.desk.clusters.get(second, desk.clock.now)
        assert linked is not None
        assert (linked.id, linked.state, linked.people) == (first, ClusterState.ANSWERED, 2)

    def test_linking_to_a_candidate(self, desk: Desk, black_dot: FactCheck):
        """One press answers the cluster; it leaves the queue."""
        desk.publishes(black_dot)
        number = desk.tip("a", "kertas undi ada titik")
        reviewer = desk.member("r", Role.REVIEWER).presses_data("clust", str(number)).presses("Link to 1")
        assert "Linked to black-dot" in reviewer.text
        cluster = desk.services.desk.clusters.get(number, desk.clock.now)
        assert cluster is not None
        assert (cluster.state, cluster.entry_id) == (ClusterState.ANSWERED, "black-dot")
        assert "Nothing is open here" in reviewer.commands("queue").text

    def test_a_candidate_that_is_gone_is_not_linked(self, desk: Desk, black_dot: FactCheck, aid: FactCheck):
        """A press means the entry that was shown, never another that took its place."""
        desk.publishes(black_dot)
        number = desk.tip("a", "kertas undi ada titik")
        reviewer = desk.member("r", Role.REVIEWER).presses_data("clust", str(number))
        desk.publishes(aid)
        assert reviewer.presses("Link to 1").notice == "The list has changed. Please choose again."

    @pytest.mark.parametrize(
        "typed",
        ["black-dot", "https://t.me/safer_bot?start=e_black-dot_r12", "https://sebenarnya.my/titik-hitam?utm_source=x"],
    )
    def test_linking_to_any_entry(self, desk: Desk, black_dot: FactCheck, typed: str):
        """By its id, its shared link, or its source."""
        desk.publishes(black_dot, findable=False)
        number = desk.tip("a", "sesuatu yang lain")
        reviewer = desk.member("r", Role.REVIEWER).presses_data("clust", str(number)).presses("Link another")
        assert "find no entry" in reviewer.says("nothing-like-it").text
        assert "Linked to black-dot" in reviewer.says(typed).text

    @pytest.mark.parametrize("label", ["It is an opinion", "It cannot be checked", "It is satire", "It is a duplicate"])
    def test_closing_with_a_reason(self, desk: Desk, label: str):
        """The reason is kept and logged; a closed one cannot be opened by an old button."""
        number = str(desk.tip("a", "parti ini paling teruk"))
        reviewer = desk.member("r", Role.REVIEWER).presses_data("clust", number).presses("Close")
        assert f"Closed: {label}." in reviewer.presses(label).text
        assert "closed, answered or merged" in reviewer.presses_data("clust", number).text
        assert "closed · cluster 1" in desk.owner().commands("audit").text

    def test_merging(self, desk: Desk):
        """Both groups' messages are one afterwards."""
        first, second = desk.tip("a", "mesin undi"), desk.tip("b", "undi digodam")
        member = desk.member("m").presses_data("clust", str(second)).presses("Merge").presses("mesin undi")
        assert f"<b>Number {first}</b>" in member.text
        assert "Asked by 2 people" in member.text
        assert "no other open group" in member.presses("Merge").text

    def test_splitting(self, desk: Desk):
        """Chosen messages become a group of their own; none or all are refused without losing the choice."""
        number = desk.tip("a", "mesin undi rosak")
        desk.tip("b", "mesin basuh rosak")
        member = desk.member("m").presses_data("clust", str(number)).presses("Split")
        member.presses("mesin undi").presses("mesin basuh").presses("Done")
        assert "but not all of them" in member.text
        member.presses("✓ mesin undi").presses("Done")
        assert "a group of their own" in member.text
        assert "mesin basuh" in member.presses("What was split off").text

    def test_a_contributor_does_not_end_a_cluster(self, desk: Desk):
        """Linking and closing tell people something: that needs a reviewer."""
        number = str(desk.tip("a", "parti ini paling teruk"))
        assert "needs the role reviewer" in desk.member("c").presses_data("closes", number).text
