"""The outbox against the simulator: what is written arrives, once, whatever breaks."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from actions.message_key import MessageKey
from actions.outgoing import FileMessage, PollEnd, QuizPoll, payload
from actions.reply import Button, Message, Phrase, Press
from bot.outbox_sender import SLOTS
from bot.outbox_settling import MARGIN
from bot.rate_limiter import SendingRates
from bot.simulator import Message as SimulatedMessage
from bot.simulator import RateLimits, SimulatedPerson, Simulator, SimulatorOptions
from knowledge.store.letter_state import LetterState
from knowledge.store.outbox import Letter, Receipt
from knowledge.store.update_store import Subscription, got_answer, take_followers
from knowledge.text.language import Language
from tests.bot.bot_world import BotWorld

THANK = payload(Message(Phrase(MessageKey.THANK), ((Button("ok", Press("help")),),)))
GREET = payload(Message(Phrase(MessageKey.GREET)))


def letter(key: str, person: SimulatedPerson, written: str = THANK, **more: object) -> Letter:
    """A letter to somebody of the simulator."""
    fields = {"person": "p", "language": Language.EN, "lane": "news"} | more
    return Letter(key, str(person.id), payload=written, **fields)  # type: ignore[arg-type]


def put(world: BotWorld, *letters: Letter) -> None:
    world.services.outbox.put(letters, datetime.now(UTC))


def state(world: BotWorld, key: str) -> LetterState:
    return receipt(world, key).state


def receipt(world: BotWorld, key: str) -> Receipt:
    found = world.services.outbox.receipt(key)
    assert found is not None
    return found


async def until_sent(world: BotWorld, *keys: str) -> None:
    await world.simulator.wait_until(
        lambda: all(state(world, key) is LetterState.SENT for key in keys) or None, 15.0, f"{keys} to be sent"
    )


def heard(world: BotWorld, person: SimulatedPerson) -> list[SimulatedMessage]:
    """What the bot wrote to somebody, but for the first answer."""
    return world.simulator.private_chat(person).bot_messages[1:]


async def friend(world: BotWorld, name: str = "Aina") -> SimulatedPerson:
    """Somebody who has started the bot."""
    person = world.simulator.person(name)
    await person.send("/about")
    await world.simulator.private_chat(person).wait_for_reply()
    return person


async def test_a_letter_arrives_in_its_language_with_its_buttons(world: BotWorld) -> None:
    """And its receipt says where."""
    aina = await friend(world)
    put(world, letter("a", aina), letter("b", aina, language=Language.MS))
    await until_sent(world, "a", "b")
    first, second = heard(world, aina)
    assert first.text.startswith("You are welcome")
    assert first.button_labels == ["ok"]
    assert second.text.startswith("Sama-sama")
    assert receipt(world, "a").message_id == first.id


async def test_a_letter_of_several_messages(world: BotWorld) -> None:
    """A text, a quiz, a document and a picture, in their order; the quiz can be traced."""
    aina = await friend(world)
    digest = world.services.outbox.keep_file(b"a,b\n1,2\n")
    quiz = QuizPoll("Siapa?", ("SPR", "Parti"), 0, "Kerana SPR.", 60)
    table = FileMessage("hasil.csv", digest, Phrase(MessageKey.THANK))
    put(
        world, letter("a", aina, payload(Message(Phrase(MessageKey.GREET)), table)), letter("quiz", aina, payload(quiz))
    )
    await until_sent(world, "a", "quiz")
    hello, sent, poll = sorted(heard(world, aina), key=lambda one: (one.poll is not None, one.id))
    assert hello.text.startswith("Hi!")
    assert sent.media.file.data == b"a,b\n1,2\n"
    assert sent.media.file.name == "hasil.csv"
    assert poll.poll.correct == (0,)
    assert not poll.poll.is_anonymous
    found = world.services.outbox.receipt_of_poll(poll.poll.id)
    assert found is not None
    assert found.key == "quiz"
    world.services.outbox.change("quiz", payload(PollEnd()))
    await world.until(lambda: poll.poll.is_closed, "the quiz to be closed")


async def test_a_file_without_a_caption_has_none(world: BotWorld) -> None:
    """Nothing stands under it, for a document and for a picture."""
    aina = await friend(world)
    digest = world.services.outbox.keep_file(b"a,b\n1,2\n")
    files = (FileMessage("hasil.csv", digest), FileMessage("kod.png", digest, is_picture=True))
    put(world, letter("files", aina, payload(*files)))
    await until_sent(world, "files")
    assert [message.content.text for message in heard(world, aina)] == ["", ""]


async def test_only_the_newest_edit_is_made(world: BotWorld) -> None:
    """A board that changed often is edited to what it says last; an edit of a deleted message is let go."""
    aina = await friend(world)
    put(world, letter("board", aina))
    await until_sent(world, "board")
    for written in (THANK, GREET, payload(Message(Phrase(MessageKey.GOODBYE)))):
        world.services.outbox.change("board", written)
    await world.until(lambda: heard(world, aina)[-1].text.startswith("Goodbye"), "the edit")
    await until_sent(world, "board")
    assert len(heard(world, aina)) == 1


async def test_who_blocked_the_bot_gets_nothing_more(world: BotWorld) -> None:
    """Everything for them is dropped, and the others are not held up."""
    aina, ben = await friend(world), await friend(world, "Ben")
    await aina.block_bot()
    put(world, letter("a", aina), letter("b", aina), letter("c", ben))
    await until_sent(world, "c")
    await world.until(lambda: state(world, "b") is LetterState.DROPPED, "the second to be dropped")
    assert receipt(world, "a").problem == "blocked"


def kept_for(world: BotWorld, person: SimulatedPerson) -> tuple[str, int]:
    """What would be written to somebody later: a digest, a follow-up, a correction; their hash and their tip."""
    services, address, now = world.services, str(person.id), datetime.now(UTC)
    somebody = f"{person.id:032x}"
    services.updates.subscribe(Subscription(somebody, address, Language.EN, 7, (), "2000-01-01", now))
    tip = services.tips.add(somebody, "betul ke", Language.MS, now).id
    services.updates.follow(tip, somebody, address, Language.MS, now)
    services.questions.record(somebody, "black-dot", "confirmed", now, address, Language.EN)
    return somebody, tip


def is_told(world: BotWorld, somebody: str, tip: int) -> tuple[bool, bool, bool]:
    """Whether the digest, the follow-up and the correction would still be sent."""
    with world.database.session() as session:
        corrected = got_answer(session, "black-dot", datetime.now(UTC))
        followers = take_followers(session, [tip])
    has_digest = world.services.updates.subscription(somebody) is not None
    return has_digest, bool(followers), bool(corrected)


async def test_blocking_ends_digest_follow_ups_and_letters(world: BotWorld) -> None:
    """At once, when Telegram says so; for nobody else; their tip stays in the demand."""
    aina, ben = await friend(world), await friend(world, "Ben")
    of_aina = kept_for(world, aina)
    put(world, letter("later", aina, not_before=datetime.now(UTC) + timedelta(hours=1)))
    put(world, letter("ben", ben, not_before=datetime.now(UTC) + timedelta(hours=1)))
    await aina.block_bot()
    await world.until(lambda: state(world, "later") is LetterState.DROPPED, "the letter to be dropped")
    assert receipt(world, "later").problem == "blocked"
    assert is_told(world, *of_aina) == (False, False, False)
    assert state(world, "ben") is LetterState.WAITING
    assert is_told(world, *kept_for(world, ben)) == (True, True, True)
    assert world.services.tips.count() == 2


async def test_a_refusal_because_of_a_block_ends_them_too(world: BotWorld) -> None:
    """Where the news of the block was lost, Telegram's 403 to the next letter tells it."""
    aina = await friend(world)
    await aina.block_bot()
    put(world, letter("first", aina))
    await world.until(lambda: state(world, "first") is LetterState.DROPPED, "the first to be dropped")
    of_aina = kept_for(world, aina)
    put(world, letter("second", aina), letter("later", aina, not_before=datetime.now(UTC) + timedelta(hours=1)))
    await world.until(lambda: state(world, "later") is LetterState.DROPPED, "the later one to be dropped")
    assert any(call.status == 403 for call in world.simulator.calls)
    assert is_told(world, *of_aina) == (False, False, False)


async def test_who_comes_back_is_written_to_again(world: BotWorld) -> None:
    """A new letter arrives; what was dropped stays dropped."""
    aina = await friend(world)
    put(world, letter("old", aina, not_before=datetime.now(UTC) + timedelta(hours=1)))
    await aina.block_bot()
    await world.until(lambda: state(world, "old") is LetterState.DROPPED, "the letter to be dropped")
    await aina.unblock_bot()
    put(world, letter("new", aina))
    await until_sent(world, "new")
    assert state(world, "old") is LetterState.DROPPED


async def test_a_letter_that_cannot_be_read_holds_up_nobody(world: BotWorld) -> None:
    """It is given up and reported; the next one is sent."""
    aina, ben = await friend(world), await friend(world, "Ben")
    put(world, letter("a", aina, '[{"text": {"key": "gone", "params": {}}, "buttons": []}]'), letter("b", ben))
    await until_sent(world, "b")
    await world.until(lambda: state(world, "a") is LetterState.DROPPED, "the letter to be given up")


@pytest.mark.parametrize(("kind", "after_effect"), [("bad_gateway", True), ("bad_gateway", False), ("dropped", True)])
async def test_a_call_without_an_answer_is_found_out_about(unstarted: BotWorld, kind: str, after_effect: bool) -> None:
    """Whether the message had arrived or not, it arrives once, and what else the person got is left alone."""
    unstarted.settled_after_s = 0.2
    async with unstarted.polling():
        aina = await friend(unstarted)
        unstarted.simulator.faults.fail_next("sendMessage", kind, after_effect=after_effect)
        put(unstarted, letter("a", aina))
        await unstarted.until(lambda: state(unstarted, "a") is LetterState.SENDING, "the sending to begin")
        await aina.send("/help")
        await until_sent(unstarted, "a")
        welcomes = [message for message in heard(unstarted, aina) if message.text.startswith("You are welcome")]
        assert [message.id for message in welcomes] == [receipt(unstarted, "a").message_id]
        assert welcomes[0].button_labels == ["ok"]


async def test_a_quiz_without_an_answer_can_be_traced(unstarted: BotWorld) -> None:
    """Its poll id is found out too, and nothing is left under it."""
    unstarted.settled_after_s = 0.2
    async with unstarted.polling():
        aina = await friend(unstarted)
        unstarted.simulator.faults.fail_next("sendPoll", "dropped", after_effect=True)
        put(unstarted, letter("quiz", aina, payload(QuizPoll("Siapa?", ("SPR", "Parti"), 0))))
        await until_sent(unstarted, "quiz")
        (quiz,) = [message for message in heard(unstarted, aina) if message.poll]
        assert receipt(unstarted, "quiz").poll_id == quiz.poll.id
        assert quiz.keyboard is None


async def test_told_to_wait_it_waits_and_others_go_on(world: BotWorld) -> None:
    """429 holds back that chat for as long as Telegram says."""
    aina, ben = await friend(world), await friend(world, "Ben")
    world.simulator.faults.fail_next("sendMessage", "rate_limited", retry_after_s=2)
    put(world, letter("a", aina))
    await world.until(lambda: any(call.status == 429 for call in world.simulator.calls), "the refusal")
    put(world, letter("b", ben))
    await until_sent(world, "b")
    assert state(world, "a") is LetterState.WAITING
    await until_sent(world, "a")
    assert len(heard(world, aina)) == 1


async def test_the_next_run_goes_on(unstarted: BotWorld) -> None:
    """Letters written while nothing runs are sent by the next run; later ones in their time."""
    async with unstarted.polling():
        aina = await friend(unstarted)
    put(unstarted, letter("a", aina), letter("later", aina, not_before=datetime.now(UTC) + timedelta(hours=1)))
    async with unstarted.polling():
        await until_sent(unstarted, "a")
        assert state(unstarted, "later") is LetterState.WAITING
    assert len(heard(unstarted, aina)) == 1


async def test_telegrams_pace_is_kept(unstarted: BotWorld) -> None:
    """With Telegram's limits enforced, forty letters and a class's second message bring no refusal."""
    async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as strict:
        world = BotWorld(strict, unstarted.database, unstarted.services, unstarted.retriever, unstarted.parser)
        world.sending = SendingRates()
        people = [strict.person(f"P{number}") for number in range(40)]
        for person in people:
            strict.world.people[person.id].has_started = True
        put(world, *(letter(f"{n} {m}", person) for m in range(2) for n, person in enumerate(people)))
        async with world.polling():
            await until_sent(world, *(f"{n} {m}" for m in range(2) for n in range(40)))
        assert [call for call in strict.calls if call.status == 429] == []


async def test_a_crowd_answered_at_once_brings_no_refusal(unstarted: BotWorld) -> None:
    """Answers to people are spread as well, and a letter right behind an answer waits a second."""
    async with Simulator(SimulatorOptions(rate_limits=RateLimits())) as strict:
        world = BotWorld(strict, unstarted.database, unstarted.services, unstarted.retriever, unstarted.parser)
        world.sending = SendingRates()
        async with world.polling():
            people = await asyncio.gather(*(friend(world, f"P{number}") for number in range(60)))
            put(world, letter("a", people[-1]))
            await until_sent(world, "a")
        assert [call for call in strict.calls if call.status == 429] == []


async def test_a_crash_would_leave_few_letters_in_doubt(unstarted: BotWorld) -> None:
    """However many wait for their turn, only those whose call is under way, and the next, have been begun."""
    unstarted.sending = SendingRates()
    people = [unstarted.simulator.person(f"P{number}") for number in range(40)]
    for person in people:
        unstarted.simulator.world.people[person.id].has_started = True
    put(unstarted, *(letter(f"{number}", person) for number, person in enumerate(people)))
    in_doubt: list[int] = []

    def all_sent() -> bool:
        counts = unstarted.services.outbox.counts()
        in_doubt.append(counts[LetterState.SENDING])
        return counts[LetterState.SENT] == len(people)

    async with unstarted.polling():
        await unstarted.until(all_sent, "all to be sent")
    assert 1 <= max(in_doubt) <= SLOTS // 2


async def test_letters_in_doubt_hold_up_nobody_else(unstarted: BotWorld) -> None:
    """An earlier run left more of them than are sent at a time; what is new goes out at once all the same."""
    unstarted.settled_after_s = 60.0
    people = [unstarted.simulator.person(f"P{number}") for number in range(SLOTS + 5)]
    put(unstarted, *(letter(f"{number}", person) for number, person in enumerate(people)))
    earlier = unstarted.services.outbox.queue("earlier")
    for one in earlier.due(datetime.now(UTC), len(people), ()):
        assert earlier.begin(one, 0)
    async with unstarted.polling():
        put(unstarted, letter("new", await friend(unstarted)))
        await until_sent(unstarted, "new")
        assert unstarted.services.outbox.counts()[LetterState.SENDING] == len(people)


async def test_what_is_sent_meanwhile_tells_where_to_look(unstarted: BotWorld) -> None:
    """A letter that never arrived is below the id of what was sent since: hardly any message is touched to be sure."""
    unstarted.settled_after_s = 0.2
    async with unstarted.polling():
        aina, ben = await friend(unstarted), await friend(unstarted, "Ben")
        unstarted.simulator.faults.fail_next("sendMessage", "bad_gateway")
        put(unstarted, letter("a", aina))
        await unstarted.until(lambda: state(unstarted, "a") is LetterState.SENDING, "the sending to begin")
        while state(unstarted, "a") is LetterState.SENDING:
            await ben.send("/help")
            await asyncio.sleep(0.05)
        await until_sent(unstarted, "a")
        assert len(unstarted.simulator.calls.of("editMessageReplyMarkup")) < MARGIN // 2


async def test_one_process_sends_at_a_time(world: BotWorld) -> None:
    """A second sender on the same database waits for its turn."""
    put(world, letter("a", await friend(world)))
    await until_sent(world, "a")
    assert not world.services.outbox.queue("second").holding().take()
