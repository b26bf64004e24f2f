"""/review, /correct and /recheck: never without a second person."""

from datetime import timedelta

import pytest

from knowledge.entry import FactCheck, Guideline, Status
from knowledge.store.outbox import LetterState
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from tests.actions.desk.desk_world import Desk, Somebody
from tests.actions.desk.writing import ENTRY_ID, GOOD, write_whole


@pytest.fixture
def written(desk: Desk) -> Somebody:
    """A contributor whose entry waits."""
    return write_whole(desk.member("m")).presses("Yes, save")


def letters_to(desk: Desk, prefix: str) -> int:
    return desk.services.outbox.counts(prefix)[LetterState.WAITING]


class TestReview:
    def test_another_publishes_it(self, desk: Desk, written: Somebody):
        """The reviewer sees what voters will see and who wrote it; the writer is told."""
        reviewer = desk.member("r", Role.REVIEWER).commands("review")
        assert "1 by the team, 0 from files" in reviewer.text
        reviewer.presses("1")
        assert "Written by Name-m. Read the source before you decide." in reviewer.text
        assert "What voters who use English will see" in reviewer.text
        assert f"Published: {ENTRY_ID}, revision 2" in reviewer.presses("I read the source").text
        assert desk.services.entries.require(ENTRY_ID).status is Status.PUBLISHED
        assert letters_to(desk, "desk:1:told-published") == 1

    def test_nobody_approves_their_own(self, desk: Desk):
        """The button is not there, and pressing an old one is refused."""
        reviewer = write_whole(desk.member("r", Role.REVIEWER)).presses("Yes, save").commands("review").presses("1")
        assert "I read the source: publish" not in reviewer.labels
        assert "You wrote some of this yourself" in reviewer.presses_data("appr", "1").text
        assert "You wrote some of this yourself" in reviewer.presses_data("rejct", "1").text
        assert desk.services.entries.require(ENTRY_ID).status is Status.PENDING

    def test_sent_back_and_written_again(self, desk: Desk, written: Somebody):
        """The writer gets the note, changes it, and the reviewer sees what was asked for."""
        reviewer = desk.member("r", Role.REVIEWER).presses_data("review", "1").presses("Send back")
        assert "went back to its writer" in reviewer.says("Tambah tarikh kenyataan itu.").text
        assert letters_to(desk, "desk:1:told-sent-back") == 1
        assert "What to change: Tambah tarikh kenyataan itu." in written.commands("desk").presses("My entries").text
        written.presses("Change it").presses("Change an answer").presses("Answer (Malay)")
        written.says("SPR berkata pada 2 Mac 2026 bahawa tiada mesin undi digunakan.").presses("Yes, save")
        reviewer.commands("review").presses("1")
        assert "2 Mac 2026 bahawa tiada mesin" in reviewer.text
        assert "Asked for before: Tambah tarikh" in reviewer.text
        assert "Published" in reviewer.presses("I read the source").text

    def test_a_reviewer_who_edits_needs_another(self, desk: Desk, written: Somebody):
        """Whoever put words in is a writer too."""
        reviewer = desk.member("r", Role.REVIEWER).presses_data("review", "1").presses("Change it")
        reviewer.presses("Change an answer").presses("Verdict").presses("⚠️ MISLEADING").presses("Yes, save")
        assert "You wrote some of this" in reviewer.presses_data("appr", "1").text
        assert "Published" in desk.member("s", Role.REVIEWER).presses_data("appr", "1").text

    def test_rejected(self, desk: Desk, written: Somebody):
        """It is withdrawn, the writer gets the reason, and it waits no longer."""
        reviewer = desk.member("r", Role.REVIEWER).presses_data("review", "1").presses("Reject")
        assert "was refused" in reviewer.says("Sumbernya tidak boleh dibuka.").text
        assert desk.services.entries.require(ENTRY_ID).status is Status.WITHDRAWN
        assert letters_to(desk, "desk:1:told-rejected") == 1
        assert "Nothing waits" in reviewer.commands("review").text

    def test_two_reviewers_at_once(self, desk: Desk, written: Somebody):
        """The second is told that it is decided."""
        desk.member("r", Role.REVIEWER).presses_data("appr", "1")
        assert "Somebody decided on this already" in desk.member("s", Role.REVIEWER).presses_data("appr", "1").text

    def test_what_files_brought_waits_too(self, desk: Desk, tiktok_ads: Guideline, black_dot: FactCheck):
        """Pending entries without a writer are reviewed here, a few on a page."""
        desk.world.store(tiktok_ads.model_copy(update={"pending_reason": "not read again"}), status=Status.PENDING)
        desk.world.store(*(black_dot.model_copy(update={"id": f"b-{n}"}) for n in range(6)), status=Status.PENDING)
        reviewer = desk.member("r", Role.REVIEWER).commands("review")
        assert "0 by the team, 7 from files" in reviewer.text
        reviewer.presses("More ›").presses("7")
        assert "Why it waits: not read again" in reviewer.text
        assert "Published: tt-ads" in reviewer.presses("I read the source").text

    def test_in_malay(self, desk: Desk, written: Somebody):
        """The desk speaks the member's language."""
        reviewer = desk.member("r", Role.REVIEWER, Language.MS).commands("review")
        assert "Menunggu orang kedua" in reviewer.text


class TestCorrect:
    @pytest.fixture
    def correcting(self, desk: Desk, black_dot: FactCheck) -> Somebody:
        """A contributor who has written the note of a correction."""
        desk.publishes(black_dot, findable=False)
        member = desk.member("m").commands("correct black-dot")
        return member.types("Keputusan diubah kerana SPR memberi konteks.", "The verdict changed: the EC gave context.")

    def test_a_correction_is_a_new_revision(self, desk: Desk, black_dot: FactCheck, correcting: Somebody):
        """The note comes first, then what changes; the answer says it was corrected; the history has both."""
        correcting.presses("Change an answer").presses("Verdict").presses("🧩 MISSING CONTEXT").presses("Yes, save")
        voter = desk.voter("v")
        assert "❌ FALSE" in voter.presses_data("show", "black-dot").text
        reviewer = desk.member("r", Role.REVIEWER).commands("review").presses("1")
        assert "Verdict: false\n→ missing_context" in reviewer.text.replace("<b>", "").replace("</b>", "")
        assert "Corrected: black-dot, revision 2" in reviewer.presses("I read the source").text
        voter.presses_data("show", "black-dot")
        assert "🧩 MISSING CONTEXT" in voter.text
        assert "✏️ Corrected on 14 March 2026: The verdict changed: the EC gave context." in voter.text
        assert desk.services.entries.revision("black-dot", 1) == black_dot
        assert "approved a correction · entry black-dot" in desk.owner().commands("audit").text

    def test_nothing_changed_is_no_correction(self, desk: Desk, correcting: Somebody):
        """A note without a change would tell people nothing."""
        assert "Nothing differs" in correcting.presses("Yes, save").text
        assert desk.services.desk.submissions.count_waiting() == 0

    def test_a_correction_needs_its_note(self, desk: Desk, black_dot: FactCheck):
        """Readers must be told what changed, in at least one language."""
        desk.publishes(black_dot, findable=False)
        member = desk.member("m").commands("correct black-dot").presses("Skip").presses("Skip")
        member.presses("Change an answer").presses("Verdict").presses("✅ TRUE").presses("Yes, save")
        assert "in at least one language what is corrected" in member.text

    def test_one_correction_at_a_time(self, desk: Desk, correcting: Somebody):
        """Two would undo each other."""
        correcting.presses("Change an answer").presses("Verdict").presses("✅ TRUE").presses("Yes, save")
        assert "waiting for review already" in desk.member("n").commands("correct black-dot").text

    def test_what_is_not_published_is_not_corrected(self, desk: Desk, black_dot: FactCheck, tiktok_ads: Guideline):
        """Pending entries are edited, whatever their kind."""
        desk.world.store(black_dot, tiktok_ads, status=Status.PENDING)
        member = desk.member("m")
        assert "not published" in member.commands("correct black-dot").text
        assert "not published" in member.commands("correct tt-ads").text


class TestRecheck:
    @pytest.fixture
    def stale(self, desk: Desk, black_dot: FactCheck, aid: FactCheck) -> Desk:
        """One entry past its last day, one due for a new look, one that is neither."""
        desk.publishes(
            black_dot.model_copy(update={"valid_until": "2026-03-01"}),
            aid.model_copy(update={"review_by": "2026-03-13"}),
            aid.model_copy(update={"id": "fresh", "review_by": "2026-03-14"}),
            findable=False,
        )
        return desk

    def test_the_list(self, stale: Desk):
        """What holds no longer comes first; each with its day."""
        member = stale.member("m").commands("recheck")
        assert "<b>To be read again</b>: 2" in member.text
        first, second = [line for line in member.text.splitlines() if line[:2] in ("1.", "2.")]
        assert first.startswith("1. held until 1 March 2026: Ballot papers")
        assert second.startswith("2. due by 13 March 2026: Every MyKad holder")

    def test_still_right(self, stale: Desk):
        """A reviewer's reading is kept with its day; the next look is due in half a year."""
        reviewer = stale.member("r", Role.REVIEWER).commands("recheck").presses("2").presses("I read it: still right")
        assert "aid-rm2000 still holds. The next look is due by 12 September 2026." in reviewer.text
        entry = stale.services.entries.require("aid-rm2000").entry
        assert (entry.checked_at, entry.checked_against) == ("2026-03-14", "https://example.com/aid")
        assert "already" in reviewer.presses_data("right", "aid-rm2000").text
        stale.clock.pass_by(timedelta(days=365))
        assert "aid" in "".join(one.id for one in _stale(stale))

    def test_what_holds_no_longer_must_be_corrected(self, stale: Desk):
        """Its last day is over: saying that it still holds would be untrue."""
        reviewer = stale.member("r", Role.REVIEWER).commands("recheck").presses("1")
        assert "I read it: still right" not in reviewer.labels
        assert "already" in reviewer.presses_data("right", "black-dot").text
        assert "in Malay? After this" in reviewer.presses_data("again", "black-dot").presses("Correct it").text

    def test_nothing_is_stale(self, desk: Desk):
        """An empty list says so."""
        assert "within its dates" in desk.member("m").commands("recheck").text


def _stale(desk: Desk) -> list[FactCheck | Guideline]:
    from actions.desk.recheck import stale_entries

    return stale_entries(desk.services)


class TestTelling:
    def test_who_asked_to_know_is_told_once(self, desk: Desk, black_dot: FactCheck):
        """On approval those of the cluster who asked to know get the answer; the others get nothing."""
        number = desk.tip("v", "kertas undi titik hitam")
        desk.tip("w", "kertas undi ada titik")
        desk.voter("v").presses_data("tip", text="kertas undi titik hitam").presses("Tell me")
        member = desk.member("m").presses_data("clust", str(number)).presses("Write an entry")
        write_on(member)
        desk.member("r", Role.REVIEWER).presses_data("appr", "1")
        assert letters_to(desk, f"checked:{ENTRY_ID}:{'v' * 32}") == 1
        assert letters_to(desk, "checked:") == 1

    def test_a_correction_reaches_who_was_told_later(self, desk: Desk):
        """The answer that came by itself is an answer too: its correction comes after it."""
        number = desk.tip("v", "kertas undi titik hitam")
        desk.voter("v").presses_data("tip", text="kertas undi titik hitam").presses("Tell me")
        writer = desk.member("m").presses_data("clust", str(number)).presses("Write an entry")
        write_on(writer)
        reviewer = desk.member("r", Role.REVIEWER).presses_data("appr", "1")
        writer.commands(f"correct {ENTRY_ID}").types("Nota pembetulan ini.", "This is the note.")
        writer.presses("Change an answer").presses("Verdict").presses("✅ TRUE").presses("Yes, save")
        reviewer.presses_data("appr", "2")
        assert letters_to(desk, f"correction:{ENTRY_ID}:3:{'v' * 32}") == 1

    def test_who_got_the_old_answer_is_told(self, desk: Desk, black_dot: FactCheck):
        """A correction reaches everyone who was answered with the old revision."""
        desk.publishes(black_dot)
        desk.voter("v").presses_data("pick", "black-dot", text="titik hitam")
        member = desk.member("m").commands("correct black-dot").types("Nota pembetulan ini.", "This is the note.")
        member.presses("Change an answer").presses("Verdict").presses("✅ TRUE").presses("Yes, save")
        desk.member("r", Role.REVIEWER).presses_data("appr", "1")
        assert letters_to(desk, f"correction:black-dot:2:{'v' * 32}") == 1


def write_on(member: Somebody) -> Somebody:
    """Answer every question of the conversation that is open."""
    return member.types(*GOOD.values()).presses("Yes, save")
