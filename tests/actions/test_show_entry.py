import pytest

from actions.entry_phrases import first_sentence, share_text
from knowledge.entry import FactCheck, Guideline, QuizItem, Status, Verdict
from knowledge.matching import Decision
from knowledge.scope import State
from knowledge.text.language import Language
from tests.actions.action_world import World


@pytest.fixture
def quiz_item() -> QuizItem:
    """A published quiz item."""
    options = ("a", "b", "c", "d")
    return QuizItem(
        id="q-1", skill_or_topic="x", difficulty=1, question_ms="?", question_en="?", options_ms=options,
        options_en=options, answer_index=0, explanation_ms="e", explanation_en="e", based_on="black-dot",
        source_url="https://example.com",
    )  # fmt: skip


def test_a_deep_link_shows_the_entry_as_it_is_now(world: World, black_dot: FactCheck) -> None:
    """A link passed on leads to the current version, not to the one that was shared."""
    world.store(black_dot)
    world.store(black_dot.model_copy(update={"summary_en": "Corrected."}))
    reply = world.command("start", "e_black-dot")
    assert "Corrected." in world.read(reply)
    assert world.labels(reply) == ["Source", "Share", "Helpful", "Not helpful"]
    assert world.asked_about() == {}


def test_a_link_says_what_changed_since_it_was_shared(world: World, black_dot: FactCheck) -> None:
    """The verdict with what it was, and the other parts by name; other links say nothing."""
    world.store(black_dot)
    changes = {"verdict": Verdict.MISLEADING, "summary_en": "Rewritten.", "source_url": "https://spr.gov.my/x"}
    world.store(black_dot.model_copy(update=changes))
    text = world.read(world.command("start", "e_black-dot_r1"))
    assert (
        "changed after this link was shared: the verdict (it was ❌ FALSE), what the answer says, the source." in text
    )
    assert "Rewritten." in text
    for newest in ("e_black-dot_r2", "e_black-dot", "e_black-dot_r77"):
        assert "after this link was shared" not in world.read(world.command("start", newest))
    assert "Jawapan ini diubah selepas pautan" in world.read(
        world.command("start", "e_black-dot_r1", language=Language.MS)
    )


def test_what_readers_do_not_see_is_no_change(world: World, black_dot: FactCheck, tiktok_ads: Guideline) -> None:
    """Being read again changes nothing for a reader; a guideline's wording does."""
    world.store(black_dot, tiktok_ads)
    world.store(
        black_dot.model_copy(update={"review_by": "2030-01-01"}), tiktok_ads.model_copy(update={"title_en": "New?"})
    )
    assert "after this link was shared" not in world.read(world.command("start", "e_black-dot_r1"))
    text = world.read(world.command("start", f"e_{tiktok_ads.id}_r1"))
    assert "changed after this link was shared: the wording of what is asked." in text


def test_a_revision_that_nobody_could_see_is_not_told(world: World, black_dot: FactCheck) -> None:
    """A link made up by hand does not show what stood in a pending version."""
    world.store(black_dot, status=Status.PENDING)
    world.store(black_dot.model_copy(update={"verdict": Verdict.TRUE}))
    assert "FALSE" not in world.read(world.command("start", "e_black-dot_r1"))


@pytest.mark.parametrize(
    ("status", "line"), [(Status.PENDING, "second person's approval"), (Status.WITHDRAWN, "was withdrawn")]
)
def test_what_is_not_published_is_not_shown(world: World, black_dot: FactCheck, status: Status, line: str) -> None:
    """Pending and withdrawn entries are named as such, without their content."""
    world.store(black_dot, status=status)
    for reply in (world.command("start", "e_black-dot"), world.press("pick", "black-dot", "dots")):
        assert line in world.read(reply)
        assert "black dot" not in world.read(reply)
        assert world.presses(reply)
    assert world.asked_about() == {}


def test_an_unknown_id_or_a_quiz_item_leads_nowhere(world: World, quiz_item: QuizItem) -> None:
    """A link to what cannot be read says so and leaves a way on."""
    world.store(quiz_item)
    for argument in ("e_nothing", "e_", "e_q-1"):
        reply = world.command("start", argument)
        assert "an entry I do not have" in world.read(reply)
        assert world.presses(reply)


def test_an_entry_in_one_language_is_shown_in_it_with_a_note(world: World, aid: FactCheck) -> None:
    """Better in the other language than not at all; everything around it stays in the person's own."""
    world.finds(Decision.CONFIRMED, aid.model_copy(update={"claim_ms": None, "summary_ms": None}))
    text = world.read(world.say("bantuan rm2000 mykad", language=Language.MS))
    assert "Every MyKad holder gets RM2,000 in aid." in text
    assert "PALSU" in text
    assert text.endswith("Setakat ini entri ini hanya ditulis dalam bahasa Inggeris.")


def test_a_denial_is_not_called_a_check(world: World, aid: FactCheck) -> None:
    """An agency's denial in a newsroom's report is "according to"; only fact-checkers "checked" something."""
    world.finds(Decision.CONFIRMED, aid)
    text = world.read(world.say("mykad aid rm2000"))
    assert "<i>According to LHDN, Bernama report in The Sun, January 2024</i>" in text
    assert "spr.gov.my" not in text


def test_an_undated_check_has_no_date(world: World, aid: FactCheck) -> None:
    """A date that the source does not give is left out."""
    world.finds(Decision.CONFIRMED, aid.model_copy(update={"review_date": None, "publisher": "JomCheck"}))
    assert "<i>Checked by JomCheck</i>" in world.read(world.say("mykad aid rm2000"))


def test_a_shared_text_is_short_and_plain(black_dot: FactCheck, tiktok_ads: Guideline, world: World) -> None:
    """What is forwarded has the verdict first, the claim, one sentence and who says so; no tags."""
    assert world.plain(share_text(black_dot, Language.MS), Language.MS) == (
        "❌ PALSU: “Kertas undi bertanda titik hitam sengaja diedarkan supaya undi menjadi rosak.”\n"
        "SPR berkata dakwaan ini tidak benar.\n"
        "Disemak oleh Sebenarnya.my (MCMC), 3 Mac 2023"
    )
    assert world.plain(share_text(tiktok_ads, Language.EN)) == (
        "Can candidates buy TikTok ads?\nNo. TikTok does not take political advertising.\n"
        "TikTok, as read in September 2025"
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another.", "One thing."),
        ("Dr. Wee said so. Then more.", "Dr. Wee said so."),
        ("It cost RM1.50 then. Now more.", "It cost RM1.50 then."),
        ("See spr.gov.my for it", "See spr.gov.my for it"),
    ],
)
def test_the_first_sentence_ends_where_people_see_it_end(text: str, first: str) -> None:
    """Titles, prices and addresses do not end a sentence."""
    assert first_sentence(text) == first


def test_a_corrected_entry_says_so(world: World, black_dot: FactCheck) -> None:
    """The public note stands under the answer, in the other language where it is written in one only."""
    note = {"corrected_on": "2026-03-14", "correction_en": "The source's date was wrong."}
    world.store(black_dot.model_copy(update=note))
    assert "✏️ Corrected on 14 March 2026: The source's date was wrong." in world.read(world.press("show", "black-dot"))
    malay = world.read(world.press("show", "black-dot", language=Language.MS))
    assert "✏️ Dibetulkan pada 14 Mac 2026: The source's date was wrong." in malay


@pytest.mark.parametrize(
    ("fields", "line"),
    [({"valid_until": "2026-03-13"}, "held until 13 March 2026"), ({"review_by": "2026-03-12"}, "by 12 March 2026")],
)
def test_a_stale_entry_says_so(world: World, black_dot: FactCheck, fields: dict[str, str], line: str) -> None:
    """Nobody is told yesterday's truth as today's."""
    world.store(black_dot.model_copy(update=fields))
    assert line in world.read(world.press("show", "black-dot"))
    world.store(black_dot.model_copy(update=dict.fromkeys(fields, "2026-03-14")))
    assert line not in world.read(world.press("show", "black-dot"))


def test_what_an_entry_applies_to_and_its_other_sources_are_shown(world: World, black_dot: FactCheck) -> None:
    """A rumour about one state's election is not taken for the whole country's; every source can be opened."""
    states = (State.JOHOR, State.PULAU_PINANG)
    more = {"states": states, "election": "prn-johor-2026", "more_sources": ("https://www.spr.gov.my/notis",)}
    world.store(black_dot.model_copy(update=more))
    reply = world.press("show", "black-dot")
    assert "Applies to: Johor, Penang, PRN Johor 2026" in world.read(reply)
    assert world.labels(reply)[:3] == ["Source", "Share", "Source 2"]
