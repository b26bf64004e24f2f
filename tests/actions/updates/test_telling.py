"""Who is told what, in which language, and how often."""

from datetime import timedelta

import pytest

from actions.outgoing import contents
from actions.registry import KEYS
from actions.reply import Message
from actions.updates.telling import tell_checked, tell_closed, tell_corrected
from knowledge.entry import FactCheck, Verdict
from knowledge.store.cluster_rows import CloseReason
from knowledge.store.eve import PollingEve
from knowledge.store.outbox_queue import OpenLetter
from knowledge.text.language import Language
from tests.actions.action_world import ANN, BEN, NOW, TEXTS, World

CORRECTED = {"verdict": Verdict.MISSING_CONTEXT, "corrected_on": "2026-03-14", "correction_en": "A ruling was found."}


def letters(world: World) -> dict[str, str]:
    """What waits to be sent, by address, as its person will read it."""
    return {letter.address: read(letter) for letter in due(world)}


def due(world: World) -> list[OpenLetter]:
    return world.services.outbox.queue("test").due(NOW + timedelta(days=1), 50, ())


def read(letter: OpenLetter) -> str:
    (message,) = contents(letter.payload, KEYS)
    assert isinstance(message, Message)
    return TEXTS.text(message.text, letter.language, escape=True)


def tip(world: World, person: str, language: Language, words: str = "black dot ballots") -> int:
    """Somebody sends a tip and wants to be told."""
    number = world.services.tips.add(person, words, language, NOW).id
    reply = world.press("ufollow", str(number), person=person, language=language, address=f"chat of {person}")
    assert str(number) in world.read(reply)
    return number


def checked(world: World, tips: list[int], entry: FactCheck) -> int:
    with world.services.updates.database.session() as session:
        return tell_checked(session, tips, entry, world.services)


def corrected(world: World, before: FactCheck, **changes: object) -> int:
    now = before.model_copy(update=CORRECTED | changes)
    with world.services.updates.database.session() as session:
        return tell_corrected(session, before, now, 2, world.services)


def got(world: World, person: str, entry: FactCheck, days: int = 1, language: Language = Language.EN) -> None:
    at = NOW - timedelta(days=days)
    world.services.questions.record(person, entry.id, "confirmed", at, f"chat of {person}", language)


def test_everyone_who_asked_is_told_once_in_their_language(world: World, black_dot: FactCheck) -> None:
    """Two tips of one person are one answer; a second publication tells nobody again."""
    tips = [tip(world, ANN, Language.EN), tip(world, ANN, Language.EN, "again"), tip(world, BEN, Language.MS)]
    assert checked(world, tips, black_dot) == 2
    told = letters(world)
    assert "black dot ballots" in told[f"chat of {ANN}"]
    assert "❌ FALSE" in told[f"chat of {ANN}"]
    assert "❌ PALSU" in told[f"chat of {BEN}"]
    assert checked(world, tips, black_dot) == 0


def test_who_did_not_ask_is_not_written_to(world: World, black_dot: FactCheck) -> None:
    """A tip alone keeps no address; another's tip cannot be followed; a group has no address."""
    number = world.services.tips.add(ANN, "words", Language.EN, NOW).id
    assert "no longer have" in world.read(world.press("ufollow", str(number), person=BEN, address="chat"))
    assert "no longer have" in world.read(world.press("ufollow", "x", address="chat"))
    assert "private chat" in world.read(world.press("ufollow", str(number)))
    assert checked(world, [number], black_dot) == 0


@pytest.mark.parametrize(
    ("reason", "words"),
    [(CloseReason.OPINION, "opinion"), (CloseReason.NOT_CHECKABLE, "could not check"), (CloseReason.SATIRE, "satire")],
)
def test_a_closed_cluster_says_why(world: World, reason: CloseReason, words: str) -> None:
    """No dead ends: whoever asked hears that there will be no answer."""
    number = tip(world, ANN, Language.EN)
    with world.services.updates.database.session() as session:
        assert tell_closed(session, [number], reason, world.services) == 1
    assert words in letters(world)[f"chat of {ANN}"]


def test_a_duplicate_is_told_with_its_twin(world: World, black_dot: FactCheck) -> None:
    """Closing it tells nobody and forgets nobody."""
    number = tip(world, ANN, Language.EN)
    with world.services.updates.database.session() as session:
        assert tell_closed(session, [number], CloseReason.DUPLICATE, world.services) == 0
    assert checked(world, [number], black_dot) == 1


def test_a_correction_reaches_who_got_the_old_answer(world: World, black_dot: FactCheck) -> None:
    """Once each, in the language of their answer, with what changed; not who got it long ago or in a group."""
    got(world, ANN, black_dot, days=3)
    got(world, ANN, black_dot)
    got(world, BEN, black_dot, language=Language.MS)
    got(world, "c" * 32, black_dot, days=91)
    world.services.questions.record("d" * 32, black_dot.id, "confirmed", NOW)
    assert corrected(world, black_dot) == 2
    told = letters(world)
    assert "13 March 2026" in told[f"chat of {ANN}"]
    assert "Before: ❌ FALSE. Now: 🧩 MISSING CONTEXT." in told[f"chat of {ANN}"]
    assert "A ruling was found." in told[f"chat of {ANN}"]
    assert "Sebelum: ❌ PALSU" in told[f"chat of {BEN}"]
    assert corrected(world, black_dot) == 0


def test_who_opted_out_or_deleted_their_data_is_left_alone(world: World, black_dot: FactCheck) -> None:
    """Also when the correction waits already."""
    for person in (ANN, BEN):
        got(world, person, black_dot)
    assert "no more messages" in world.read(world.press("ucorr", "off"))
    assert corrected(world, black_dot) == 1
    world.press("erase", person=BEN)
    assert letters(world) == {}
    assert "I will tell you" in world.read(world.press("ucorr", "on"))


def test_the_eve_of_polling_holds_back_all_but_procedure(world: World, black_dot: FactCheck) -> None:
    """What was held is logged, and sent when the switch is off."""
    eve = PollingEve(world.services.updates.database)
    politics = black_dot.model_copy(update={"id": "politics", "topic": "candidates-parties"})
    got(world, BEN, politics)
    corrected(world, politics)
    assert eve.turn(NOW, on=True) == 1
    assert eve.turn(NOW, on=True) == 0
    got(world, ANN, politics)
    with world.services.updates.database.session() as session:
        now = politics.model_copy(update=CORRECTED)
        assert tell_corrected(session, politics, now, 3, world.services) == 2
    assert letters(world) == {}
    got(world, ANN, black_dot)
    assert corrected(world, black_dot) == 1
    assert len(letters(world)) == 1
    assert [(line.deed, line.letters) for line in eve.log(3)] == [("held", 2), ("held", 1), ("on", 0)]
    assert eve.turn(NOW, on=False) == 3
    assert not eve.is_on()
    assert set(letters(world)) == {f"chat of {ANN}", f"chat of {BEN}"}


def test_a_link_says_what_changed_since_it_was_seen(world: World, black_dot: FactCheck) -> None:
    """Who saw the old version learns that it was corrected; who never saw it does not."""
    now = black_dot.model_copy(update=CORRECTED)
    got(world, ANN, black_dot, days=5)
    world.store(now)
    opened = world.read(world.command("start", f"e_{now.id}"))
    assert "corrected after you saw it on 9 March 2026" in opened
    assert "MISSING CONTEXT" in opened
    other = world.read(world.command("start", f"e_{now.id}", person=BEN))
    assert "after you saw it" not in other
