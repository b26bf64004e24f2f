"""The word lists, as people who mend them may leave them."""

from knowledge.facts import GROUPS
from knowledge.text.lexicon import aliases, everyday_words, framing_words, opposite_sides


def test_every_kind_of_name_is_in_a_group() -> None:
    """A kind that no group knows would never contradict anything."""
    assert aliases()
    assert {alias.kind for alias in aliases().values()} <= GROUPS.keys()


def test_every_town_lies_in_a_place_that_is_known() -> None:
    """A misspelt state would make every town in it another place."""
    known = {alias.canonical for alias in aliases().values()}
    for alias in aliases().values():
        for name in alias.implied:
            assert name in known or name.startswith("year "), (alias.canonical, name)


def test_no_word_is_its_own_opposite() -> None:
    """A stem stands on one side of a pair; both sides have some."""
    pairs = {pair for sides in opposite_sides().values() for pair, _ in sides}
    assert len(pairs) > 40
    for word, sides in opposite_sides().items():
        assert len({pair for pair, _ in sides}) == len(sides), word
    for pair in pairs:
        assert {side for sides in opposite_sides().values() for at, side in sides if at == pair} == {1, -1}


def test_framing_words_are_no_names() -> None:
    """Words such as "viral" and "official" speak of the message, and are everyday words."""
    assert {"viral", "official", "tular"} <= framing_words() <= everyday_words()
