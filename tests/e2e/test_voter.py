"""A voter asks, the bot answers: real parts from the message to the reply."""

import pytest

from bot.identity import Identity
from bot.settings import Settings
from knowledge.entry import EntryKind, FactCheck, Guideline, Status
from knowledge.store.people_store import PeopleStore
from knowledge.store.tip_store import TipStore
from tests.e2e.conftest import RunningBot

pytestmark = [pytest.mark.e2e, pytest.mark.model, pytest.mark.asyncio(loop_scope="session")]

BLACK_DOT = "titik-hitam-kertas-undi-tidak-sah"
VERDICTS = (
    "❌ PALSU",
    "⚠️ MENGELIRUKAN",
    "🧩 KURANG KONTEKS",
    "✂️ DIUBAH SUAI",
    "❔ BELUM TERBUKTI",
    "🎭 SATIRA",
    "✅ BENAR",
)
UNKNOWN = "betul ke jambatan baharu kat Muar dicat ungu sebab kontraktor tersalah beli cat"


def fact_check(bot: RunningBot, entry_id: str) -> FactCheck:
    entry = bot.knowledge.entries.require(entry_id).entry
    assert isinstance(entry, FactCheck)
    return entry


async def test_claim_as_it_was_checked_is_confirmed(bot: RunningBot) -> None:
    """Whoever sends a checked claim gets verdict, claim, what is so, who checked it, and ways on."""
    aina, entry = bot.simulator.person("Aina", language_code="ms"), fact_check(bot, BLACK_DOT)
    reply = await bot.ask(aina, f"{entry.claim_ms} Betulkah?")
    assert "❌ PALSU" in reply.text
    for part in (entry.claim_ms, entry.summary_ms, entry.publisher):
        assert str(part) in reply.text
    assert reply.button_labels[:3] == ["Sumber", "Kongsi", "Bukan dakwaan ini"]


async def test_english_is_answered_in_english(bot: RunningBot) -> None:
    """The reply follows the message's language."""
    ben, entry = bot.simulator.person("Ben", language_code="ms"), fact_check(bot, BLACK_DOT)
    reply = await bot.ask(ben, f"Is it true? {entry.claim_en}")
    assert "❌ FALSE" in reply.text
    assert str(entry.summary_en) in reply.text


async def test_unknown_claim_is_not_checked_yet_and_can_be_passed_on(bot: RunningBot) -> None:
    """No match says so, never a verdict; "send to fact-checkers" stores the message as a tip."""
    aina, tips = bot.simulator.person("Aina", language_code="ms"), TipStore(bot.knowledge.database)
    reply = await bot.ask(aina, UNKNOWN)
    assert "Belum ada semakan fakta" in reply.text
    assert not any(mark in reply.text for mark in ("❌", "⚠️", "✅", "❔"))
    before = tips.count()
    await bot.press(aina, reply, "Hantar kepada penyemak fakta")
    assert tips.count() == before + 1
    assert tips.list(1)[0].text == UNKNOWN


async def test_suggestion_shows_no_verdict_before_it_is_chosen(bot: RunningBot) -> None:
    """A near match is a question to the person; the verdict comes with the choice."""
    aina = bot.simulator.person("Aina", language_code="ms")
    claims = [fact_check(bot, s.entry.id).claim_ms for s in bot.knowledge.entries.published(EntryKind.FACT_CHECK)[:12]]
    vague = [" ".join(str(claim).split()[:4]) for claim in claims]
    replies = [await bot.ask(aina, f"{words} betul ke") for words in vague]
    suggestions = [reply for reply in replies if any(label.startswith("1.") for label in reply.button_labels)]
    assert suggestions
    assert not any(word in reply.text for reply in suggestions for word in VERDICTS)
    chosen = await bot.press(aina, suggestions[-1], suggestions[-1].button_labels[0])
    assert any(word in chosen.text for word in VERDICTS)


async def test_link_to_a_source_is_that_entry(bot: RunningBot) -> None:
    """A link alone is matched by address; the bot fetches nothing."""
    aina = bot.simulator.person("Aina", language_code="en")
    entry = fact_check(bot, BLACK_DOT)
    reply = await bot.ask(aina, f"{entry.source_url}?utm_source=wa")
    assert any(str(claim) in reply.text for claim in (entry.claim_ms, entry.claim_en))


async def test_deep_link_opens_the_current_entry(bot: RunningBot) -> None:
    """A shared answer opens the entry as it is now."""
    wei = bot.simulator.person("Wei", language_code="en")
    await wei.open_deep_link(f"e_{BLACK_DOT}")
    reply = await bot.simulator.private_chat(wei).wait_for_reply(timeout_s=20)
    assert str(fact_check(bot, BLACK_DOT).claim_en) in reply.text


async def test_long_forward_is_matched_by_its_claim(bot: RunningBot) -> None:
    """Greetings, capitals and calls to share do not hide the claim."""
    aina, entry = bot.simulator.person("Aina", language_code="ms"), fact_check(bot, BLACK_DOT)
    text = (
        "Assalamualaikum semua 🙏🙏 MOHON SEBARKAN kepada semua ahli keluarga dan kawan-kawan sebelum terlambat!!! "
        f"{entry.claim_ms} Jangan biarkan kita ditipu lagi. Kita kena bersatu demi anak cucu kita semua. "
        "Forward as received. Terima kasih dan semoga kita semua dirahmati."
    )
    await aina.forward(text, "Grup Taman")
    reply = await bot.simulator.private_chat(aina).wait_for_reply(timeout_s=20)
    assert str(entry.claim_ms)[:40] in reply.text


async def test_guideline_question_is_answered_from_guidelines(bot: RunningBot) -> None:
    """Rasa routes a question on rules to the guidelines, shown with owner and source."""
    ben = bot.simulator.person("Ben", language_code="en")
    entry = bot.knowledge.entries.published(EntryKind.GUIDELINE)[0].entry
    reply = await bot.ask(ben, f"What are the rules: {entry.title_en}")
    assert "fact-check about this yet" not in reply.text


async def test_pending_guideline_is_never_shown(bot: RunningBot) -> None:
    """What waits for its second reading is stored, not answered from; once published it is."""
    known = bot.knowledge
    entry = known.entries.published(EntryKind.GUIDELINE)[0].entry
    assert isinstance(entry, Guideline)

    def shown() -> set[str]:
        known.indexer.refresh()
        return {match.entry.id for match in known.retriever.search(str(entry.title_ms))}

    assert entry.id in shown()
    known.entries.save([(entry, Status.PENDING)])
    try:
        assert entry.id not in shown()
    finally:
        known.entries.save([(entry, Status.PUBLISHED)])
    assert entry.id in shown()


async def test_small_talk_and_later_features_say_something_true(bot: RunningBot) -> None:
    """Rasa's other intents reach their own actions."""
    aina = bot.simulator.person("Aina", language_code="ms")
    texts = [(await bot.ask(aina, text)).text for text in ("hai", "terima kasih", "nak kuiz", "awak ni robot ke?")]
    assert len(set(texts)) == len(texts)
    assert not any("Belum ada semakan fakta" in text for text in texts)


async def test_delete_my_data(bot: RunningBot, settings: Settings) -> None:
    """Deleting says what was deleted, and the tip is gone."""
    aina, tips = bot.simulator.person("Aina", language_code="ms"), TipStore(bot.knowledge.database)
    reply = await bot.ask(aina, UNKNOWN)
    await bot.press(aina, reply, "Hantar kepada penyemak fakta")
    person = Identity(settings.person_key_bytes()).person(aina.id)
    people, before = PeopleStore(bot.knowledge.database), tips.count()
    own = people.summary(person).tips
    assert own >= 1
    privacy = await bot.ask(aina, "/privacy")
    asked = await bot.press(aina, privacy, "Padam data saya")
    await aina.press(asked, "Ya, padam")
    await bot.simulator.wait_until(lambda: tips.count() == before - own, 20, "the tip to be deleted")


async def test_every_voter_path_answers_without_nlu(bot_without_nlu: RunningBot) -> None:
    """With Rasa down the bot treats messages as claims, and nobody is told that anything broke."""
    bot = bot_without_nlu
    aina, entry = bot.simulator.person("Aina", language_code="ms"), fact_check(bot, BLACK_DOT)
    assert "PALSU" in (await bot.ask(aina, str(entry.claim_ms))).text
    assert "Belum ada semakan fakta" in (await bot.ask(aina, UNKNOWN)).text
    for command in ("/start", "/help", "/rules", "/latest", "/trending", "/language", "/privacy", "/about"):
        assert (await bot.ask(aina, command)).text


async def test_group_is_answered_only_when_addressed(bot: RunningBot) -> None:
    """In a group the bot is silent until /check replies to a message."""
    aina, ben = bot.simulator.person("Aina", language_code="ms"), bot.simulator.person("Ben", language_code="en")
    group = bot.simulator.group("Keluarga", [aina, ben])
    await bot.simulator.wait_until(lambda: len(group.bot_messages) > 0, 20, "the greeting")
    greeted = len(group.bot_messages)
    claim = await aina.send(str(fact_check(bot, BLACK_DOT).claim_ms), chat=group)
    await ben.reply_to(claim, "/check")
    await bot.simulator.wait_until(lambda: len(group.bot_messages) > greeted, 20, "the answer")
    assert len(group.bot_messages) == greeted + 1
    assert "PALSU" in group.bot_messages[-1].text or "FALSE" in group.bot_messages[-1].text
