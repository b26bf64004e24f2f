"""Texts put aside."""

import pytest

from knowledge.index.spill import Spill

TEXTS = [b"satu" * 100, b"", "dua \u2013 tiga".encode(), b"empat" * 1000]


@pytest.mark.parametrize("most_in_memory", [1 << 20, 20, 0])
def test_every_text_comes_back(most_in_memory: int) -> None:
    """Whether it lies in memory, in the file, or went from one to the other."""
    spill = Spill(most_in_memory)
    places = [spill.append(text) for text in TEXTS]
    assert [spill.read(place) for place in places] == TEXTS
    assert [spill.read(place) for place in reversed(places)] == TEXTS[::-1]


def test_repetitive_texts_take_less_than_they_are_long() -> None:
    """They are compressed."""
    assert Spill().append(b"betul ke " * 200).size < 200
