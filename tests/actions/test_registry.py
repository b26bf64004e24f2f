import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.errors import DoubledActionError, UnregisteredActionError
from actions.labels import LABEL_LENGTH, shorten
from actions.press_name import PressName
from actions.registry import ACTIONS, AREAS, BUTTON_ACTIONS, COMMANDS, LINKS, joined
from knowledge.entry import Area, FactCheck, Verdict
from knowledge.matching import Decision
from nlu.intents import Intent
from tests.actions.action_world import World
from tests.areas import area_modules, key_enums, press_enums

LONGEST_ID = 56
LONGEST_NAME = 7
NAMES = [name for names in press_enums().values() for name in names]


def test_every_intent_has_an_action() -> None:
    """A newcomer who adds an intent learns here that its action is missing."""
    assert set(ACTIONS) == set(Intent)


def test_every_button_has_an_action() -> None:
    """No button leads nowhere."""
    assert set(BUTTON_ACTIONS) == set(NAMES)


def test_every_area_is_registered() -> None:
    """An area whose registry is not read answers nothing."""
    assert list(AREAS) == list(area_modules("registry").values())


def test_no_two_areas_share_a_name() -> None:
    """A button or command of two areas would do what only one of them means."""
    assert len(NAMES) == len(set(NAMES))
    with pytest.raises(DoubledActionError, match="start"):
        joined([COMMANDS, {"start": COMMANDS["help"]}])


def test_no_link_hides_another() -> None:
    """A deep link's prefix says where it leads."""
    assert [(one, two) for one in LINKS for two in LINKS if one != two and two.startswith(one)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_press_fits_in_callback_data(name: PressName) -> None:
    """A name with the longest id stays within Telegram's 64 bytes; so do the areas with a page."""
    assert 0 < len(name) <= LONGEST_NAME
    assert len(f"{name}:{'x' * LONGEST_ID}".encode()) <= 64
    assert all(len(f"{name}:{area}/9999".encode()) <= 64 for area in Area)


def test_every_verdict_and_area_has_its_words() -> None:
    """A new verdict or area needs its name in both languages."""
    keys = {key for keys in key_enums().values() for key in keys}
    assert {f"verdict-{verdict.value.replace('_', '-')}" for verdict in Verdict} <= keys
    assert {f"area-{area.value}" for area in Area} <= keys
    assert {f"command-{name}" for name in COMMANDS} <= keys


def test_an_unknown_button_says_so(world: World) -> None:
    """A button of an earlier version is answered, not failed at."""
    assert "no longer works" in world.notice(world.press("vanished", "x"))


def test_an_unknown_command_is_the_callers_mistake(world: World) -> None:
    """Only the commands of the list can be asked for."""
    with pytest.raises(UnregisteredActionError):
        world.command("nothing")


def test_an_unsure_intent_is_a_claim(world: World, black_dot: FactCheck) -> None:
    """Confidence 0 means nobody knows what is wanted: retrieval answers or says that nothing is known."""
    world.finds(Decision.CONFIRMED, black_dot)
    assert "❌ FALSE" in world.read(world.say("black dot ballots", Intent.HELP, confidence=0.0))


@pytest.mark.parametrize("name", sorted({*PressName} - {PressName.GOOD, PressName.BAD}))
def test_every_press_of_an_empty_world_leaves_a_way_on(world: World, name: str) -> None:
    """With nothing stored and the message gone, each button still says something true and offers a next step."""
    reply = world.press(name)
    assert world.read(reply)
    assert world.presses(reply)


@given(st.text(min_size=1, max_size=300), st.integers(min_value=3, max_value=LABEL_LENGTH))
def test_a_shortened_label_fits(text: str, length: int) -> None:
    """Whatever the text, a label is never longer than its room, and short texts are left alone."""
    assert len(shorten(text, length)) <= length
    assert shorten(text, length) == text or len(text) > length


def test_a_label_is_cut_between_words() -> None:
    """Words stay whole; what people see as one character stays whole even in one long word."""
    assert shorten("Ballot papers with a black dot", 20) == "Ballot papers with…"
    family = "👨\u200d👩\u200d👧"
    assert shorten("x" + family * 3, 9).removesuffix("…") in ("x", "x" + family)
