import random

import pytest

from knowledge.quiz.nicknames import LONGEST, NicknameFault, name_key, offered_nickname, read_nickname
from knowledge.text.language import Language


@pytest.mark.parametrize(
    ("typed", "name"),
    [("  Aina  ", "Aina"), ("Si   Kancil", "Si Kancil"), ("小明", "小明"), ("Ben\n10", "Ben10"), ("A\u200bi", "Ai")],
)
def test_a_nickname_is_tidied(typed: str, name: str) -> None:
    """Spaces and invisible characters do not matter; any script will do."""
    assert read_nickname(typed) == name


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("A", NicknameFault.LENGTH),
        ("x" * (LONGEST + 1), NicknameFault.LENGTH),
        ("\u200b\u200b", NicknameFault.LENGTH),
        ("@aina_01", NicknameFault.CONTACT),
        ("a 012-345 6789", NicknameFault.CONTACT),
        ("aina.com", NicknameFault.CONTACT),
        ("🙂🙂", NicknameFault.NO_LETTERS),
        ("123", NicknameFault.NO_LETTERS),
    ],
)
def test_what_is_wrong_is_told(typed: str, fault: NicknameFault) -> None:
    """Handles, links and phone numbers never become a name that a class sees."""
    assert read_nickname(typed) is fault


def test_names_that_look_the_same_are_the_same() -> None:
    """Case, spaces and full-width letters tell nobody apart."""
    assert name_key("AINA ") == name_key("aina") == name_key("Ａｉｎａ")
    assert name_key("Aina") != name_key("Ainaa")


@pytest.mark.parametrize("language", Language)
def test_every_offered_nickname_would_be_accepted(language: Language) -> None:
    """The bot follows its own rules, and offers many names."""
    offered = {offered_nickname(random.Random(seed), language) for seed in range(2000)}
    assert len(offered) > 1800
    assert all(read_nickname(name) == name for name in offered)
