"""Which way a text turns."""

import pytest

from knowledge.polarity import turned_round, turns_of
from knowledge.text.words import words_of

BANNED = "Pengundi PRU15 yang memakai seluar pendek tidak dibenarkan masuk ke pusat mengundi."


@pytest.mark.parametrize(
    "text",
    [
        "pengundi pakai seluar pendek dibenarkan masuk ke",
        "voters in shorts are allowed to enter, betul ke tidak?",
        "pengundi pakai seluar pendek tidak dilarang masuk",
    ],
)
def test_the_opposite_is_noticed(text: str) -> None:
    """Allowed is the opposite of not allowed, and "not banned" is too; a question's tag changes nothing."""
    assert turned_round(turns_of(words_of(text)), turns_of(words_of(BANNED)))


@pytest.mark.parametrize(
    "text",
    [
        "pengundi pakai seluar pendek kena halang? xboleh masuk ke",
        "voters in shorts are banned from polling centres",
        "org pakai seluar pendek tak akan lagi dibenarkan mengundi",
        "seluar pendek masa mengundi, apa cerita",
    ],
)
def test_the_same_in_other_words_is_no_opposite(text: str) -> None:
    """Banned, barred and not allowed are one side; a text on neither side contradicts nothing."""
    assert not turned_round(turns_of(words_of(text)), turns_of(words_of(BANNED)))


def test_not_turns_only_the_next_telling_word() -> None:
    """What comes after it keeps its side."""
    said, known = turns_of(words_of("polis tidak tangkap, hospital dibuka")), turns_of(words_of("hospital dibuka"))
    assert not turned_round(said, known)
    assert turned_round(said, turns_of(words_of("polis tangkap")))
