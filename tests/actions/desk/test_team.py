"""Invitations, roles, the log."""

from datetime import timedelta

import pytest

from knowledge.store.team_store import Role
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import OWNER
from tests.actions.desk.desk_world import Desk, Somebody

DESK_COMMANDS = ("desk", "queue", "add", "review", "correct x", "recheck", "team", "name", "audit")


def link_of(owner: Somebody) -> str:
    return owner.text.rpartition("start=")[2].strip()


class TestInvitations:
    def test_an_owner_invites_by_a_link(self, desk: Desk):
        """The link names the bot; whoever opens it chooses a name and is on the team in its role."""
        owner = desk.owner().commands("team").presses("Invite a reviewer")
        assert "https://t.me/safer_bot?start=j_" in owner.text
        newcomer = desk.voter("n").commands(f"start {link_of(owner)}")
        assert "You are invited as reviewer" in newcomer.text
        assert "Welcome, Kak Long. Your role is reviewer." in newcomer.says("  Kak   Long ").text
        assert "• Kak Long: reviewer" in owner.commands("team").text

    def test_a_link_works_once(self, desk: Desk):
        """The second person is told to ask for a new one, also when both opened it before either joined."""
        link = link_of(desk.owner().commands("team").presses("Invite a contributor"))
        first, second = desk.voter("f").commands(f"start {link}"), desk.voter("s").commands(f"start {link}")
        assert "Welcome" in first.says("Satu").text
        assert "was used already" in second.says("Dua").text
        assert "was used already" in desk.voter("t").commands(f"start {link}").text

    def test_a_link_runs_out(self, desk: Desk):
        """After three days it is refused with the reason."""
        link = link_of(desk.owner().commands("team").presses("Invite a contributor"))
        desk.clock.pass_by(timedelta(days=3))
        assert "too old" in desk.voter("f").commands(f"start {link}").text

    def test_a_link_is_revoked(self, desk: Desk):
        """An owner sees the open invitations and takes one back."""
        owner = desk.owner().commands("team").presses("Invite a contributor")
        link = link_of(owner)
        assert "1. contributor, 72 h left" in owner.commands("team").text
        assert owner.presses("Revoke 1").notice == "The invitation can no longer be used."
        assert "Revoke 1" not in owner.labels
        assert owner.presses_data("revoke", "1").notice == "That invitation was used, revoked or too old already."
        assert "taken back" in desk.voter("f").commands(f"start {link}").text

    def test_a_made_up_link_is_refused(self, desk: Desk):
        """Nobody joins by guessing."""
        assert "do not know this invitation" in desk.voter("f").commands("start j_guess").text


class TestRoles:
    @pytest.mark.parametrize("line", DESK_COMMANDS)
    def test_voters_are_told_how_to_take_part(self, desk: Desk, line: str):
        """A true, friendly answer with ways on, and nothing of the desk."""
        voter = desk.voter("v").commands(line)
        assert "owners invite people by a link" in voter.text
        assert "Send to fact-checkers" in voter.labels

    @pytest.mark.parametrize("intent", [Intent.CONTRIBUTE_ENTRY, Intent.REVIEW_QUEUE])
    def test_asking_in_words_leads_to_the_desk(self, desk: Desk, intent: Intent):
        """A member gets the overview, a voter how to take part; in Malay too."""
        assert "Fact-checkers' desk" in desk.owner().says("i want to add an entry", intent).text
        voter = desk.voter("v", Language.MS).says("nak tambah semakan", intent)
        assert "menjemput orang melalui pautan" in voter.text

    def test_nothing_of_the_desk_is_shown_in_a_group(self, desk: Desk):
        """Others would read what members see."""
        owner = desk.owner()
        reply = owner.says("desk", Intent.REVIEW_QUEUE, address="", in_group=True)
        assert "private chat only" in reply.text

    @pytest.mark.parametrize("line", ["review", "audit"])
    def test_a_contributor_is_told_what_a_role_is_needed_for(self, desk: Desk, line: str):
        """Reviewing needs a reviewer, the log an owner."""
        assert "needs the role" in desk.member("c").commands(line).text

    def test_an_owner_changes_roles_and_takes_people_off(self, desk: Desk):
        """Each change counts at once."""
        desk.member("c")
        owner = desk.owner().commands("team").presses("Name-c").presses("reviewer")
        assert "• Name-c: reviewer" in owner.text
        owner.presses("Name-c").presses("Take off the team")
        assert "Name-c" not in owner.text
        assert "owners invite people" in desk.voter("c").commands("desk").text

    def test_the_settings_owner_stays(self, desk: Desk):
        """No owner can lock out the one whom the settings name."""
        other = desk.member("o", Role.OWNER)
        other.presses_data("remove", OWNER)
        assert "settings name them as owner" in other.notice
        assert "Fact-checkers' desk" in desk.owner().commands("desk").text

    def test_only_owners_invite(self, desk: Desk):
        """A button of an owner's message pressed by another does nothing."""
        contributor = desk.member("c")
        contributor.presses_data("invite", "owner")
        assert "needs the role owner" in contributor.text


class TestLog:
    def test_owners_see_who_did_what_and_when(self, desk: Desk):
        """Newest first, in Malaysian time, by the chosen name and the beginning of the hash."""
        desk.member("c")
        text = desk.owner().commands("audit").text
        joined, invited = [line for line in text.splitlines() if "·" in line]
        assert joined.startswith("2026-03-14 17:30 · Name-c (cccccc) · joined · member cccccc")
        assert "· owner-000000 (000000) · invited · invitation 1" in invited

    def test_a_new_name_leaves_the_old_one_in_the_log(self, desk: Desk):
        """What was done stays under the name it was done by."""
        member = desk.member("c").commands("name").says("Cik C")
        assert "sees you as Cik C" in member.text
        log = desk.owner().commands("audit").text
        assert "Name-c (cccccc) · changed name" in log

    def test_a_long_log_has_pages(self, desk: Desk):
        """Ten lines each."""
        owner = desk.owner()
        for _ in range(11):
            owner.commands("team").presses("Invite a contributor")
        assert owner.commands("audit").labels == ["More ›"]
        assert owner.presses("More ›").labels == ["‹ Back"]
