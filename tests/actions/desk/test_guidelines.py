"""Guidelines are corrected in the chat as fact-checks are: a public note, a second person, a history."""

import json
from pathlib import Path

import pytest

from actions.conversation.form import Answers
from actions.desk.guideline_answers import guideline_from, guideline_values
from actions.desk.guideline_steps import RULE
from knowledge.entry import Guideline, Status
from knowledge.store.outbox import LetterState
from knowledge.store.team_store import Role
from knowledge.typed_texts import read_heading, read_rule
from tests.actions.action_world import NOW
from tests.actions.desk.desk_world import Desk, Somebody

SEED = Path(__file__).parents[3] / "knowledge" / "seed" / "guidelines.jsonl"
NOTE = ("Peraturan diubah pada Mac 2026.", "The rule was changed in March 2026.")
CHANGES = {
    "Heading (English)": "May parties buy TikTok ads?",
    "Text (English)": "No. Parties may not advertise; write to ads@tiktok.com or call 1-300-88-1234 to ask.",
    "Whose rule or service": "TikTok Malaysia",
    "Sources": "https://www.tiktok.com/rules-2026",
    "As read in": "Mac 2026",
}


@pytest.fixture
def correcting(desk: Desk, tiktok_ads: Guideline) -> Somebody:
    """A contributor who has written the note of a guideline's correction."""
    desk.world.store(tiktok_ads)
    return desk.member("m").commands("correct tt-ads").types(*NOTE)


def change_all(member: Somebody) -> Somebody:
    for label, typed in CHANGES.items():
        member.presses("Change an answer").presses(label).says(typed)
    return member


def test_every_part_can_be_corrected(desk: Desk, tiktok_ads: Guideline, correcting: Somebody) -> None:
    """Owner, heading, text, source and month: the reviewer sees each change, the answer and the history have them."""
    voter = desk.voter("v").presses_data("show", "tt-ads")
    before = voter.text
    assert "Another member must approve it" in change_all(correcting).presses("Yes, save").text
    assert voter.presses_data("show", "tt-ads").text == before
    reviewer = desk.member("r", Role.REVIEWER).commands("review").presses("1")
    for label, typed in CHANGES.items():
        shown = typed if label != "As read in" else "2026-03"
        assert f"<b>{label}</b>: " in reviewer.text
        assert f"→ {shown}" in reviewer.text
    assert "Corrected: tt-ads, revision 2" in reviewer.presses("I read the source").text
    voter.presses_data("show", "tt-ads")
    assert "May parties buy TikTok ads?" in voter.text
    assert "TikTok Malaysia" in voter.text
    assert "The rule was changed in March 2026." in voter.text
    assert desk.services.entries.revision("tt-ads", 1) == tiktok_ads
    stored = desk.services.entries.require("tt-ads")
    assert isinstance(stored.entry, Guideline)
    assert (stored.entry.area, stored.entry.as_of, stored.entry.title_ms) == (
        tiktok_ads.area, "2026-03", tiktok_ads.title_ms,
    )  # fmt: skip


def test_who_got_the_old_one_is_told(desk: Desk, correcting: Somebody) -> None:
    """As with a fact-check, once."""
    desk.voter("v").presses_data("show", "tt-ads")
    change_all(correcting).presses("Yes, save")
    desk.member("r", Role.REVIEWER).presses_data("appr", "1")
    assert desk.services.outbox.counts("correction:tt-ads:2")[LetterState.WAITING] == 1


def test_sent_back_and_changed_again(desk: Desk, correcting: Somebody) -> None:
    """Its writer changes what the reviewer asks for, the note too."""
    correcting.presses("Change an answer").presses("Whose rule").says("TikTok Malaysia").presses("Yes, save")
    reviewer = desk.member("r", Role.REVIEWER).presses_data("review", "1").presses("Send back")
    reviewer.says("Nama penuh, sila.")
    correcting.presses_data("mine").presses("Change it").presses("Change an answer")
    assert "Note (English)" in correcting.labels
    correcting.presses("Whose rule").says("TikTok Pte. Ltd.").presses("Yes, save")
    assert "Corrected: tt-ads" in reviewer.presses_data("appr", "1").text
    assert "TikTok Pte. Ltd." in desk.voter("v").presses_data("show", "tt-ads").text


def test_nothing_changed_and_no_language_are_refused(desk: Desk, correcting: Somebody) -> None:
    """Nothing typed is lost; it can be mended and saved."""
    assert "Nothing differs" in correcting.presses("Yes, save").text
    for heading in ("Heading (Malay)", "Heading (English)"):
        correcting.presses("Change an answer").presses(heading).presses("Skip")
    assert "in neither language yet" in correcting.text
    correcting.presses("Change an answer").presses("Heading (Malay)").says("Iklan politik di TikTok")
    assert (
        "Another member must approve it" in correcting.types("Tidak dibenarkan oleh TikTok.").presses("Yes, save").text
    )


def test_what_a_file_brought_can_be_edited(desk: Desk, tiktok_ads: Guideline) -> None:
    """A pending guideline is mended by one reviewer and published by another."""
    desk.world.store(tiktok_ads, status=Status.PENDING)
    reviewer = desk.member("r", Role.REVIEWER).commands("review").presses("1").presses("Change it")
    reviewer.presses("Change an answer").presses("Whose rule").says("TikTok Malaysia").presses("Yes, save")
    assert "You wrote some of this" in reviewer.presses_data("appr", "1").text
    assert "Published: tt-ads" in desk.member("s", Role.REVIEWER).presses_data("appr", "1").text


@pytest.mark.parametrize(
    ("label", "typed", "told"),
    [
        ("Heading (English)", "Ads", "Write at least 2 words"),
        ("Heading (English)", "Hubungi Ali 012-3456789 segera", "no private person"),
        ("Text (English)", "👍", "nothing in it that I can read"),
        ("Text (English)", "kata " * 300, "at most 1,000 fit"),
        ("Whose rule or service", "https://tiktok.com", "only a link"),
        ("Sources", "tiktok.com", "is not a web address"),
        ("As read in", "1/1/2027", "has not come yet"),
        ("As read in", "baru-baru ini", "as a date"),
    ],
)
def test_bad_typing_is_refused_with_the_reason(
    desk: Desk, correcting: Somebody, label: str, typed: str, told: str
) -> None:
    """And the question stays open."""
    correcting.presses("Change an answer").presses(label)
    assert told in correcting.says(typed).text
    assert "Is this right?" in correcting.says(CHANGES[label]).text


def test_every_guideline_of_the_seed_can_be_opened_and_saved() -> None:
    """Opening one and saving it unchanged changes nothing, and what it says could be typed again."""
    records = [json.loads(line) for line in SEED.read_text(encoding="utf-8").splitlines()]
    rules = [
        Guideline.model_validate({name: record[name] for name in record if name != "status"}) for record in records
    ]
    assert len(rules) > 300
    for rule in rules:
        values = guideline_values(rule)
        assert guideline_from(Answers("x", rule.id, values), rule, NOW.date()) == rule
        for language in rule.languages():
            assert read_heading(values[f"title_{language.value}"]) == rule.title(language)
            assert read_rule(values[f"body_{language.value}"], values[f"title_{language.value}"]) == rule.body(language)
    assert {step.name for step in RULE} <= set(guideline_values(rules[0]))
