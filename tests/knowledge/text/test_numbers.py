"""Numbers, money and dates in their many spellings."""

import pytest

from knowledge.text.numbers import Numbers, find_numbers
from knowledge.text.words import words_of


def read(text: str) -> Numbers:
    return find_numbers(words_of(text))


@pytest.mark.parametrize(
    "text", ["RM1.5k", "rm1,500", "RM 1500", "1,500 ringgit", "1500 ringgit", "seribu lima ratus ringgit",
             "one thousand five hundred ringgit"],
)  # fmt: skip
def test_money_has_one_value_in_every_spelling(text: str) -> None:
    """An amount is the same however it is written."""
    assert read(text).amounts == {"1500"}


@pytest.mark.parametrize(
    ("text", "amount"), [("RM20 juta", "20000000"), ("rm3 bilion", "3000000000"), ("RM2.5 million", "2500000")]
)
def test_money_with_a_scale_word(text: str, amount: str) -> None:
    """A scale word after the amount multiplies it."""
    assert read(text) == Numbers(amounts=frozenset({amount}))


@pytest.mark.parametrize("text", ["15 Nov", "15/11", "15 November", "15-11"])
def test_day_and_month(text: str) -> None:
    """A date is the same in digits and in words."""
    assert read(text).days == {"15-11"}


def test_day_alone_and_full_date() -> None:
    """15hb is a day; a full date gives day and year."""
    assert read("15hb").days == {"15"}
    assert read("19/11/2022") == Numbers(days=frozenset({"19-11"}), years=frozenset({"2022"}))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("dua puluh lima ribu", "25000"),
        ("seratus lima puluh tiga", "153"),
        ("lima belas", "15"),
        ("50%", "50%"),
        ("1.5 juta", "1500000"),
        ("twenty five thousand", "25000"),
    ],
)
def test_counted_numbers(text: str, number: str) -> None:
    """Numbers in words, percentages and scaled decimals are read."""
    assert read(text).numbers == {number}


@pytest.mark.parametrize("text", ["satu hari", "one day", "ratusan juta harapan", "beribu ribu orang"])
def test_vague_words_are_no_numbers(text: str) -> None:
    """An article or a bare scale word counts nothing."""
    assert read(text) == Numbers()


@pytest.mark.parametrize(("text", "months"), [("Mac 2023", {"3"}), ("bulan jun", {"6"}), ("you may vote", set())])
def test_month_without_a_day(text: str, months: set[str]) -> None:
    """A month counts where a month is expected; "may" alone is a verb."""
    assert read(text).months == months


@pytest.mark.parametrize("text", ["lebih 300 kes", "lebih daripada tiga ratus kes", "nearly 300 cases", "hampir 300"])
def test_an_approximation_makes_the_next_number_rough(text: str) -> None:
    """Only the number right after the word is rough."""
    found = read(f"{text} dalam 14 hari")
    assert (found.rough, found.numbers) == ({"300"}, {"300", "14"})
