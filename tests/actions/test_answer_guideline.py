import pytest

from actions.answer_guideline import OFFER_AT
from actions.reply import Link
from knowledge.entry import Area, EntryKind, FactCheck, Guideline, Status
from knowledge.matching import Decision, Match, MatchDecision
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import World, targets

ASKING = [
    Intent.ASK_GUIDELINE, Intent.ASK_VOTER_INFO, Intent.ASK_LITERACY, Intent.ASK_ORGANISATION, Intent.REPORT_CONTENT,
]  # fmt: skip


@pytest.mark.parametrize("intent", ASKING)
def test_the_best_guideline_answers(world: World, tiktok_ads: Guideline, intent: Intent) -> None:
    """Title, answer, whose rule it is and when it was read, to the month; and the source."""
    world.finds(Decision.CONFIRMED, tiktok_ads)
    reply = world.say("can candidates buy TikTok ads?", intent)
    assert world.read(reply) == (
        "<b>Can candidates buy TikTok ads?</b>\nNo. TikTok does not take political advertising.\n\n"
        "<i>TikTok, as read in September 2025</i>"
    )
    assert world.labels(reply) == ["Source", "Share", "Helpful", "Not helpful"]
    assert Link(tiktok_ads.source_url) in targets(reply)
    assert world.asked_about() == {"tt-ads": 1}


def test_voter_information_points_to_the_current_notice(world: World, hotline: Guideline) -> None:
    """What changes with each election is never left standing alone; no date is made up where there is none."""
    world.finds(Decision.CONFIRMED, hotline.model_copy(update={"area": Area.VOTER_INFO}))
    text = world.read(world.say("nombor spr", Intent.ASK_VOTER_INFO, Language.MS))
    assert "<i>SPR</i>\n\nTarikh, masa dan tatacara boleh berubah" in text


def test_several_that_fit_are_one_press_away(world: World, tiktok_ads: Guideline, hotline: Guideline) -> None:
    """Others that would be worth suggesting stand behind "more", at most three, without the one shown."""
    world.finds(Decision.CONFIRMED, tiktok_ads, others=(hotline,))
    reply = world.say("tiktok ads", Intent.ASK_GUIDELINE)
    assert "More about this" in world.labels(reply)
    more = world.press("more", "tt-ads", "tiktok ads")
    assert world.presses(more) == ["show:spr-hotline"]


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_more_of_nothing_leads_to_the_areas(world: World, tiktok_ads: Guideline, status: Status) -> None:
    """Where nothing else fits, or the guideline is gone, the areas are offered."""
    world.store(tiktok_ads, status=status)
    assert "areas:" in world.presses(world.press("more", "tt-ads"))


def test_unsure_guidelines_are_titles_to_choose(world: World, tiktok_ads: Guideline, hotline: Guideline) -> None:
    """Titles only; choosing one answers and counts."""
    world.finds(Decision.SUGGESTED, tiktok_ads, hotline)
    reply = world.say("ads?", Intent.ASK_GUIDELINE)
    assert world.labels(reply) == ["Can candidates buy TikTok ads?", "What is SPR's hotline?", "None of these"]
    assert "political advertising" not in world.read(reply)
    assert "political advertising" in world.read(world.press("pick", "tt-ads", "ads?"))


def test_a_fact_check_answers_where_no_rule_does(world: World, black_dot: FactCheck) -> None:
    """A question that is a rumour in disguise gets its fact-check."""
    world.finds(Decision.CONFIRMED, black_dot)
    assert "❌ FALSE" in world.read(world.say("do black dots spoil my vote", Intent.ASK_VOTER_INFO))
    world.finds(Decision.SUGGESTED, black_dot)
    assert "pick:black-dot" in world.presses(world.say("do dots matter", Intent.ASK_VOTER_INFO))


def test_nothing_fits_says_what_can_be_asked(world: World, hotline: Guideline) -> None:
    """An honest line, the area that the question was about if it has anything, all areas, and fact-checkers."""
    assert world.presses(world.say("how to report it", Intent.REPORT_CONTENT)) == ["areas:", "tip:"]
    world.store(hotline)
    reply = world.say("how to report it", Intent.REPORT_CONTENT)
    assert "I found no rule or guide about that" in world.read(reply)
    assert world.presses(reply) == ["area:reporting", "areas:", "tip:"]


def test_only_areas_with_something_in_them_are_listed(world: World, tiktok_ads: Guideline, hotline: Guideline) -> None:
    """/rules shows areas as buttons, two in a row; an empty library says so."""
    assert "No rules or guides are published here yet" in world.read(world.command("rules"))
    world.store(tiktok_ads)
    world.store(hotline, status=Status.PENDING)
    assert world.presses(world.command("rules")) == ["area:political-ads"]


def test_an_area_lists_five_questions_at_a_time(world: World, tiktok_ads: Guideline) -> None:
    """The ones read last first; the rest a press away; past the end the areas again."""
    world.store(*(tiktok_ads.model_copy(update={"id": f"tt-{n}", "as_of": f"2025-0{n}"}) for n in range(1, 8)))
    first = world.press("area", "political-ads")
    assert world.presses(first) == ["show:tt-7", "show:tt-6", "show:tt-5", "show:tt-4", "show:tt-3",
                                    "area:political-ads/5", "areas:"]  # fmt: skip
    assert world.presses(world.press("area", "political-ads/5")) == ["show:tt-2", "show:tt-1", "areas:"]
    for argument in ("political-ads/50", "no-such-area", "", "political-ads/x"):
        assert world.presses(world.press("area", argument))


def test_faint_titles_are_offered_before_giving_up(world: World, tiktok_ads: Guideline) -> None:
    """A title claims nothing, so it may be offered where a claim could not; the worst ones never are."""
    world.store(tiktok_ads)
    world.retriever.found[EntryKind.GUIDELINE] = MatchDecision(
        Decision.NO_MATCH, (), (Match(tiktok_ads, OFFER_AT), Match(tiktok_ads, OFFER_AT / 2))
    )
    reply = world.say("ads?", Intent.ASK_GUIDELINE)
    assert world.labels(reply) == ["Can candidates buy TikTok ads?", "None of these"]
    assert "Is this what you are looking for?" in world.read(reply)
