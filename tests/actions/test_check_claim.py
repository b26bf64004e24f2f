import pytest

from actions.reply import Link, Share
from actions.request import Origin
from knowledge.entry import FactCheck, Guideline
from knowledge.errors import IndexUnavailableError
from knowledge.matching import Decision
from knowledge.text.language import Language
from nlu.intents import Intent
from tests.actions.action_world import World, targets


def test_a_confirmed_claim_is_answered_whole(world: World, black_dot: FactCheck) -> None:
    """Verdict with its word, the claim as checked, what is so, who checked it and when, and SPR's notice."""
    world.finds(Decision.CONFIRMED, black_dot)
    reply = world.say("eh btul ke kertas undi ada titik hitam tu undi rosak??", language=Language.MS)
    assert world.read(reply) == (
        "<b>❌ PALSU</b>\n"
        "<blockquote>Kertas undi bertanda titik hitam sengaja diedarkan supaya undi menjadi rosak.</blockquote>\n"
        "SPR berkata dakwaan ini tidak benar. Kertas undi disemak sebelum diberikan.\n\n"
        "<i>Disemak oleh Sebenarnya.my (MCMC), 3 Mac 2023</i>\n\n"
        "Tarikh, masa dan tatacara boleh berubah: semak notis terkini SPR di spr.gov.my."
    )
    assert reply.quotes


def test_a_confirmed_claim_offers_source_share_not_mine_and_feedback(world: World, black_dot: FactCheck) -> None:
    """Three tidy rows: source and share, "not my claim", and one tap of feedback."""
    world.finds(Decision.CONFIRMED, black_dot)
    reply = world.say("black dot on the ballot")
    assert world.labels(reply) == ["Source", "Share", "Not my claim", "Helpful", "Not helpful"]
    assert targets(reply)[:2] == [Link(black_dot.source_url), Share("black-dot")]
    assert len(reply.messages[0].buttons) == 3


def test_a_confirmed_answer_is_recorded_without_words(world: World, black_dot: FactCheck) -> None:
    """That somebody got an answer is counted; suggestions and unknown claims are not."""
    world.finds(Decision.SUGGESTED, black_dot)
    world.say("something about dots")
    assert world.asked_about() == {}
    world.finds(Decision.CONFIRMED, black_dot)
    world.say("black dot on the ballot")
    assert world.asked_about() == {"black-dot": 1}


def test_suggestions_show_no_verdict(world: World, black_dot: FactCheck, aid: FactCheck) -> None:
    """Claims to choose from come whole, with the reason for choosing and a way out, but without any verdict."""
    world.finds(Decision.SUGGESTED, black_dot, aid)
    reply = world.say("they say ballot paper got problem this time")
    text = world.read(reply)
    assert "Rumours get re-edited" in text
    assert "1. <i>Ballot papers with a black dot" in text
    assert not any(word in text for word in ("FALSE", "❌", "not true"))
    assert world.labels(reply) == [
        "1. Ballot papers with a black dot are handed out on purpose…",
        "2. Every MyKad holder gets RM2,000 in aid.",
        "None of these",
    ]
    assert world.presses(reply) == ["pick:black-dot", "pick:aid-rm2000", "none:"]
    assert reply.quotes


def test_one_suggestion_is_a_question(world: World, black_dot: FactCheck) -> None:
    """A single candidate is asked about as one, not as a list."""
    world.finds(Decision.SUGGESTED, black_dot)
    reply = world.say("dots on ballots", language=Language.MS)
    assert "sahkan sama ada" in world.read(reply)
    assert world.labels(reply)[-1] == "Bukan yang ini"


def test_a_chosen_suggestion_is_answered_and_recorded(world: World, black_dot: FactCheck) -> None:
    """Choosing shows the answer and counts as having asked."""
    world.store(black_dot)
    reply = world.press("pick", "black-dot", "dots on ballots")
    assert "❌ FALSE" in world.read(reply)
    assert world.asked_about() == {"black-dot": 1}


def test_none_of_these_leads_on(world: World) -> None:
    """After "none of these" people hear that nothing is known, and can pass the message on."""
    reply = world.press("none", text="mesin undi kat Puchong kena hack semalam")
    assert "no fact-check of your message yet" in world.read(reply)
    assert world.presses(reply) == ["tip:", "howto:"]


def test_nothing_known_is_said_honestly(world: World) -> None:
    """No match: not to be trusted yet, two tips that fit, and two ways on."""
    reply = world.say("mesin undi kat Puchong kena hack semalam", language=Language.MS)
    assert world.read(reply) == (
        "Belum ada semakan fakta tentang ini. Jangan percaya atau kongsi dahulu.\n"
        "• Semak laman atau media sosial rasmi SPR (spr.gov.my).\n"
        "• Lihat tarikhnya. Berita lama sering dikongsi semula seolah-olah baharu."
    )
    assert world.labels(reply) == ["Hantar kepada penyemak fakta", "Cara semak sendiri"]


@pytest.mark.parametrize("decision", [Decision.CONFIRMED, Decision.SUGGESTED])
def test_a_rule_that_may_help_is_offered(world: World, tiktok_ads: Guideline, decision: Decision) -> None:
    """A claim without a fact-check but near a rule offers the rule; it does not pass as a check of the claim."""
    world.finds(decision, tiktok_ads)
    reply = world.say("candidates are buying tiktok ads everywhere")
    assert "no fact-check about this yet" in world.read(reply)
    assert "The rule below may help." in world.read(reply)
    assert world.presses(reply) == ["show:tt-ads", "tip:", "howto:"]


def test_when_nobody_knows_the_intent_a_sure_rule_answers(world: World, tiktok_ads: Guideline) -> None:
    """With the parser down a typed question still gets its guideline; a forwarded text stays a claim."""
    world.finds(Decision.CONFIRMED, tiktok_ads)
    assert "No. TikTok does not" in world.read(world.say("can candidates buy tiktok ads?", confidence=0.0))
    forwarded = world.say("can candidates buy tiktok ads?", confidence=0.0, origin=Origin.FORWARDED)
    assert "no fact-check about this yet" in world.read(forwarded)


@pytest.mark.parametrize("text", ["betul ke?", "is this true?", "sahih ke x", "hi", "🤔", "fake or not ah this one"])
def test_a_question_without_a_claim_asks_for_it(world: World, text: str) -> None:
    """Nothing is looked up when there is nothing to look up."""
    reply = world.say(text)
    assert "I do not see the claim yet" in world.read(reply)
    assert world.retriever.asked == []


def test_a_photo_with_an_empty_caption_asks_for_words(world: World) -> None:
    """A caption that only asks "is this true?" means the claim is in the picture, which cannot be read."""
    reply = world.say("betul ke?", origin=Origin.CAPTION, has_media=True, language=Language.MS)
    assert "hanya membaca perkataan" in world.read(reply)


def test_one_unknown_word_asks_for_a_sentence(world: World) -> None:
    """One word that matches nothing is no claim to be called unchecked."""
    assert "too short" in world.read(world.say("vaksin?"))


def test_a_bare_link_is_looked_up(world: World) -> None:
    """A link is a claim of its own, however short the message."""
    reply = world.say("betul ke https://berita-panas.example/8812")
    assert "no fact-check about this yet" in world.read(reply)
    assert "Do not tap the link" in world.read(reply)


def test_a_broken_index_is_an_error(world: World) -> None:
    """A search that cannot run is never told as "nothing found"."""
    world.retriever.is_broken = True
    with pytest.raises(IndexUnavailableError):
        world.say("black dot on the ballot")


@pytest.mark.parametrize("intent", [Intent.GREET, Intent.OUT_OF_SCOPE, Intent.HELP])
def test_forwarded_texts_are_claims(world: World, black_dot: FactCheck, intent: Intent) -> None:
    """What is forwarded is checked, whatever the parser takes it for."""
    world.finds(Decision.CONFIRMED, black_dot)
    assert "❌ FALSE" in world.read(world.say("hello all, ballots!", intent, origin=Origin.FORWARDED))


def test_the_check_command_takes_its_words_or_the_message_replied_to(world: World, black_dot: FactCheck) -> None:
    """/check with words checks them; as a reply it checks that message; alone it asks what to send."""
    world.finds(Decision.CONFIRMED, black_dot)
    assert "❌ FALSE" in world.read(world.command("check", "black dot ballots"))
    assert "❌ FALSE" in world.read(world.command("check", text="black dot ballots"))
    assert "Send or forward the message you doubt" in world.read(world.command("check"))


def test_what_an_entry_says_cannot_break_the_page(world: World, black_dot: FactCheck) -> None:
    """Entry texts are plain text: their signs are escaped, once."""
    claim = '5 < 6 & "<b>vote</b>"'
    world.finds(Decision.CONFIRMED, black_dot.model_copy(update={"claim_en": claim}))
    text = world.read(world.say("black dot on ballots"))
    assert '<blockquote>5 &lt; 6 &amp; "&lt;b&gt;vote&lt;/b&gt;"</blockquote>' in text
