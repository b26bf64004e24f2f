"""Everything that can be typed wrongly at the desk, with the message each gets; nothing typed before is lost.

The bad files are listed in `tests/knowledge/transfer`.
"""

import pytest

from knowledge.store.team_store import Role
from tests.actions.desk.desk_world import Desk
from tests.actions.desk.writing import CLAIM_MS, GOOD, STEPS, answer_until

LONG = "kata " * 300
BAD = [
    ("claim_ms", "   \u200b ", "nothing in it that I can read"),
    ("claim_ms", "👍👍👍", "nothing in it that I can read"),
    ("claim_ms", "hack", "Write at least 3 words"),
    ("claim_ms", LONG, "at most 300 fit. Shorten it by 1,199"),
    ("claim_ms", "https://www.facebook.com/watch/123", "only a link"),
    ("claim_ms", "PALSU: mesin undi digunakan di Johor", "gives the verdict already"),
    ("claim_ms", "Tidak benar bahawa mesin undi digunakan", "gives the verdict already"),
    ("claim_ms", "Ali 012-3456789 memberi rasuah kepada pengundi", "no private person"),
    ("summary_ms", CLAIM_MS, "the claim once more"),
    ("summary_ms", "Tidak benar.", "Write at least 4 words"),
    ("summary_ms", LONG, "at most 1,000 fit"),
    ("verdict", "sort of wrong", "none of the choices"),
    ("publisher", "https://sebenarnya.my", "only a link"),
    ("publisher", LONG, "at most 120 fit"),
    ("sources", "sebenarnya.my/palsu", "“sebenarnya.my/palsu” is not a web address"),
    ("sources", "https://sebenarnya", "is not a web address"),
    ("sources", "https://bit.ly/3xyz", "bit.ly hides where a link leads"),
    ("sources", "https://chat.whatsapp.com/AbC", "cannot be opened by everybody"),
    ("sources", "http://192.168.1.5/berita", "cannot be opened by everybody"),
    ("sources", "https://a.my https://a.my", "is there twice"),
    ("sources", " ".join(f"https://a.my/{n}" for n in range(6)), "Those are 6 addresses; at most 5"),
    ("claim_date", "minggu lepas", "cannot read “minggu lepas” as a date"),
    ("claim_date", "31/2/2026", "31/2/2026 is not in the calendar"),
    ("claim_date", "3/13/2026", "The day comes first"),
    ("claim_date", "1/3/26", "four digits, such as 2026"),
    ("claim_date", "1/1/2027", "has not come yet"),
    ("claim_date", "1822", "before 1955"),
    ("review_date", "28/2/2026", "cannot be older than the claim"),
    ("topic", "cuaca", "none of the choices"),
    ("states", "Jhor", "Did you mean Johor?"),
    ("states", "Singapura", "is not a state of Malaysia"),
    ("election", "pilihan raya akan datang", "I do not know “pilihan raya akan datang”"),
    ("valid_until", "1/3/2026", "is over already"),
    ("valid_until", "2027", "I need a day here"),
    ("review_by", "nanti", "cannot read “nanti” as a date"),
]


@pytest.mark.parametrize(("step", "typed", "told"), BAD)
def test_it_is_refused_with_the_reason(desk: Desk, step: str, typed: str, told: str) -> None:
    """What is wrong and how to mend it; the question stays open and the next good answer goes on."""
    member = answer_until(desk.member("m").commands("add"), step).says(typed)
    assert told in member.text
    member.types(*(GOOD[name] for name in STEPS[STEPS.index(step) :])).presses("Yes, save")
    assert "Saved as" in member.text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("correct", "Which entry? Write /correct and its id"),
        ("correct no-such-entry", "There is no entry “no-such-entry”"),
        ("queue Atlantis", "do not know that state"),
        ("start j_nonsense", "do not know this invitation"),
    ],
)
def test_a_command_that_cannot_be_followed(desk: Desk, line: str, told: str) -> None:
    """The answer says what to write instead."""
    assert told in desk.member("m").commands(line).text


def test_neither_language(desk: Desk) -> None:
    """Skipping both languages is only found out at the end, where one can still be written."""
    answers = [GOOD[name] for name in STEPS if not name.startswith(("claim_ms", "claim_en", "summary"))]
    member = desk.member("m").commands("add").presses("Skip").presses("Skip").types(*answers)
    assert "in neither language yet" in member.text
    member.presses("Yes, save")
    assert "in neither language yet" in member.text
    member.presses("Change an answer").presses("Claim (English)").types(GOOD["claim_en"], GOOD["summary_en"])
    assert "Saved as" in member.presses("Yes, save").text


@pytest.mark.parametrize(("note", "told"), [("?", "nothing in it that I can read"), ("tak", "at least 2 words")])
def test_a_note_that_helps_nobody(desk: Desk, note: str, told: str) -> None:
    """The writer must learn what to change."""
    member = answer_until(desk.member("m").commands("add"), "review_by").says(GOOD["review_by"]).presses("Yes, save")
    assert "Saved" in member.text
    reviewer = desk.member("r", Role.REVIEWER).presses_data("sendb", "1").says(note)
    assert told in reviewer.text
    assert "went back" in reviewer.says("Sila tambah tarikh kenyataan SPR.").text


@pytest.mark.parametrize(("name", "told"), [("🙂", "nothing in it"), ("x" * 61, "at most 60 fit. Shorten it by 1")])
def test_a_name_that_cannot_be_shown(desk: Desk, name: str, told: str) -> None:
    """The team must be able to read who it was."""
    owner = desk.owner().commands("team").presses("Invite a contributor")
    newcomer = desk.voter("n").commands(f"start {owner.text.rpartition('start=')[2].strip()}").says(name)
    assert told in newcomer.text
    assert "Welcome, Ali" in newcomer.says("Ali").text
