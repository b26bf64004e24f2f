import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.quiz.codes import ALPHABET, LENGTH, new_code, read_code, spoken

LOOK_ALIKES = ("0OQ", "1IL", "2Z", "5S", "8B", "UV", "6G")


def test_no_two_characters_look_alike() -> None:
    """Of each group that is easily confused at most one character is used, and no vowels make words."""
    assert [group for group in LOOK_ALIKES if sum(one in ALPHABET for one in group) > 1] == []
    assert not set("AEIOU") & set(ALPHABET)


@given(st.integers())
def test_code_is_read_as_it_was_made(seed: int) -> None:
    """A code survives being typed in small letters, split or hyphenated."""
    code = new_code(random.Random(seed))
    assert len(code) == LENGTH
    for typed in (code, code.lower(), spoken(code), f" {code[:3]}-{code[3:]} ", "–".join(code)):
        assert read_code(typed) == code


def test_codes_are_spread_over_the_whole_space() -> None:
    """Ten thousand codes hardly ever meet: expected are about one pair in 43 million."""
    source = random.Random(7)
    assert len({new_code(source) for _ in range(10_000)}) > 9_990


@pytest.mark.parametrize("text", ["", "KKKKKK", "346794", "K7M", "K7MP4RX", "K7MP40", "undi rosak", "K7MP4É"])
def test_anything_else_is_no_code(text: str) -> None:
    """Words, numbers, wrong lengths and characters that are never used are not taken for a code."""
    assert read_code(text) is None
