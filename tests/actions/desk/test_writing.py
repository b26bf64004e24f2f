"""/add: a guided conversation that loses nothing."""

from knowledge.entry import FactCheck, Status, Topic, Verdict
from knowledge.scope import State
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from tests.actions.desk.desk_world import Desk
from tests.actions.desk.writing import CLAIM_EN, CLAIM_MS, ENTRY_ID, GOOD, SOURCE, SUMMARY_EN, SUMMARY_MS, write_whole


def stored(desk: Desk, entry_id: str = ENTRY_ID) -> FactCheck:
    entry = desk.services.entries.require(entry_id).entry
    assert isinstance(entry, FactCheck)
    return entry


def test_a_whole_entry(desk: Desk) -> None:
    """Every answer is in the entry, which waits for another member; nobody sees it before."""
    member = write_whole(desk.member("m")).presses("Yes, save")
    assert f"Saved as {ENTRY_ID}" in member.text
    entry = stored(desk)
    assert (entry.claim_ms, entry.summary_ms, entry.claim_en, entry.summary_en) == (
        CLAIM_MS, SUMMARY_MS, CLAIM_EN, SUMMARY_EN,
    )  # fmt: skip
    assert (entry.verdict, entry.topic, entry.source_url) == (Verdict.FALSE, Topic.BALLOTS_COUNTING, SOURCE)
    assert (entry.claim_date, entry.review_date) == ("2026-03-01", "2026-03-02")
    assert (entry.states, entry.election) == ((State.JOHOR,), "prn-johor-2026")
    assert (entry.valid_until, entry.review_by) == ("2026-11-21", "2026-06-01")
    assert desk.services.entries.require(ENTRY_ID).status is Status.PENDING


def test_the_preview_is_what_voters_will_see(desk: Desk) -> None:
    """In both languages, word for word what the answer to a voter is once it is published."""
    member = write_whole(desk.member("m"))
    preview = member.text
    member.presses("Yes, save")
    desk.publishes(stored(desk))
    for language in Language:
        answered = desk.voter("v", language).presses_data("show", ENTRY_ID).text
        assert answered in preview
    assert "Yang akan dilihat pengundi berbahasa Melayu" in preview


def test_a_language_left_for_later_is_marked_missing(desk: Desk) -> None:
    """Skipping Malay asks no Malay answer; the preview and the receipt say what is missing."""
    answers = [value for name, value in GOOD.items() if not name.endswith("_ms")]
    member = desk.member("m").commands("add").presses("Skip").types(*answers)
    assert "Bahasa Melayu belum ada" in member.text
    assert "Malay is still missing: add it under “My entries”" in member.presses("Yes, save").text
    entry = stored(desk)
    assert entry.languages() == (Language.EN,)
    member.presses("My entries").presses("Change it").presses("Change an answer").presses("Claim (Malay)")
    member.types(CLAIM_MS, SUMMARY_MS).presses("Yes, save")
    assert stored(desk).languages() == (Language.MS, Language.EN)


def test_near_duplicates_are_shown_before_saving(desk: Desk, black_dot: FactCheck, aid: FactCheck) -> None:
    """What the retriever finds, and what is from the same page, also while it waits for review."""
    desk.publishes(black_dot)
    assert "Is it one of these?" in write_whole(desk.member("m")).text
    desk.world.retriever.found.clear()
    other = desk.member("n").commands("add")
    member_entry = {**GOOD, "claim_en": "Another claim about the same page.", "claim_ms": "Dakwaan lain halaman sama."}
    desk.voter("m").presses_data("fdone", desk_id(desk, "m"))
    other.types(*member_entry.values())
    assert "1. ❌ FALSE · Electronic voting machines" in other.text


def desk_id(desk: Desk, letter: str) -> str:
    """The number of somebody's open conversation."""
    import json

    kept = desk.services.conversations.get(letter * 32, f"chat-{letter * 4}", desk.clock.now)
    assert kept
    return str(json.loads(kept.state)["id"])


def test_back_and_change_keep_what_was_typed(desk: Desk) -> None:
    """Going back shows the earlier answer; one answer can be changed at the preview."""
    member = desk.member("m").commands("add").types(CLAIM_MS, SUMMARY_MS).presses("Back")
    assert SUMMARY_MS in member.text
    member.presses("Keep").types(*list(GOOD.values())[2:])
    member.presses("Change an answer").presses("Verdict").presses("✅ TRUE")
    assert "✅ TRUE" in member.text
    member.presses("Yes, save")
    assert stored(desk).verdict is Verdict.TRUE


def test_cancel_asks_first(desk: Desk) -> None:
    """Nothing typed is thrown away by one slip."""
    member = desk.member("m").commands("add").says(CLAIM_MS).commands("cancel")
    member.presses("Go on")
    assert "in Malay: a few sentences" in member.text
    member.commands("cancel").presses("Yes, throw")
    assert desk.services.conversations.get(member.person, "chat-mmmm", desk.clock.now) is None


def test_it_goes_on_after_a_restart(desk: Desk) -> None:
    """Each answer is in the database before the next is asked."""
    desk.member("m").commands("add").types(CLAIM_MS, SUMMARY_MS)
    again = desk.voter("m").says(CLAIM_EN)
    assert "in English: a few sentences" in again.text


def test_a_command_in_between_loses_nothing(desk: Desk) -> None:
    """/queue is answered, and what was begun can be gone on with."""
    member = desk.member("m").commands("add").says(CLAIM_MS).commands("queue")
    assert "Nothing is open here" in member.text
    assert SUMMARY_MS not in member.presses("Go on").text
    assert "in Malay: a few sentences" in member.text


def test_saving_twice_is_one_entry(desk: Desk) -> None:
    """Two presses of an impatient thumb make one submission."""
    member = write_whole(desk.member("m"))
    number = desk_id(desk, "m")
    member.presses_data("fdone", number)
    member.presses_data("fdone", number)
    assert desk.services.desk.submissions.count_waiting() == 1


def test_the_same_words_again_get_another_id(desk: Desk, black_dot: FactCheck) -> None:
    """An id is never taken from another entry."""
    desk.publishes(black_dot.model_copy(update={"id": ENTRY_ID}))
    assert f"Saved as {ENTRY_ID}-2" in write_whole(desk.member("m")).presses("Yes, save").text


def test_from_a_cluster(desk: Desk) -> None:
    """The entry answers the cluster it was written for."""
    number = desk.tip("v", "mesin undi elektronik johor")
    member = desk.member("m").presses_data("clust", str(number)).presses("Write an entry")
    member.types(*GOOD.values()).presses("Yes, save")
    (submission,) = desk.services.desk.submissions.waiting()
    assert submission.cluster_id == number


def test_whoever_left_the_team_cannot_save(desk: Desk) -> None:
    """What they typed stays, in case they are invited again."""
    member = write_whole(desk.member("m"))
    desk.owner().presses_data("remove", member.person)
    assert "no longer on the team" in member.presses("Yes, save").text
    assert desk.services.desk.submissions.count_waiting() == 0


def test_only_the_writer_or_a_reviewer_changes_it(desk: Desk) -> None:
    """A contributor cannot put words into another's entry."""
    write_whole(desk.member("m")).presses("Yes, save")
    assert "Only its writer or a reviewer" in desk.member("n").presses_data("edit", "1").text
    assert (
        "Yang akan dilihat pengundi berbahasa Melayu" in desk.member("r", Role.REVIEWER).presses_data("edit", "1").text
    )
