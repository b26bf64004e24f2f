import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.message_key import MessageKey as K
from actions.request import Origin, Request
from actions.tips import choose_tips
from knowledge.text.language import Language


def tips(text: str, origin: Origin = Origin.TYPED, *, media: bool = False) -> tuple[K, K]:
    """The two tips for a message."""
    return choose_tips(Request("p", text, Language.MS, origin=origin, has_media=media))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bantuan RM500, daftar di https://bantuan.example", (K.TIP_LINK, K.TIP_MONEY)),
        ("Skim pelaburan RM15,000 seminggu", (K.TIP_ALREADY_PAID, K.TIP_NUMBER)),
        ("Pengundi yang tidak keluar didenda RM500", (K.TIP_ELECTION, K.TIP_ORIGIN)),
        ("EPF is giving everyone money", (K.TIP_MONEY, K.TIP_ORIGIN)),
        ("Vaksin ada cip, tolong sebarkan", (K.TIP_HEALTH, K.TIP_FORWARDED)),
        ("gambar kotak undi dalam sungai", (K.TIP_ELECTION, K.TIP_PICTURE)),
        ("SPR cancels the election", (K.TIP_ELECTION, K.TIP_ORIGIN)),
        ("Banjir besar esok di Klang", (K.TIP_EMERGENCY, K.TIP_DATE)),
        ("Masjid itu akan dirobohkan, kata menteri", (K.TIP_ANGER, K.TIP_QUOTE)),
        ("video menteri menari", (K.TIP_VIDEO, K.TIP_ORIGIN)),
        ("200,000 pokok ditebang", (K.TIP_NUMBER, K.TIP_ORIGIN)),
        ("harimau di lebuh raya", (K.TIP_ORIGIN, K.TIP_TWO_SOURCES)),
        ("", (K.TIP_ORIGIN, K.TIP_TWO_SOURCES)),
    ],
)
def test_tips_fit_the_message(text: str, expected: tuple[K, K]) -> None:
    """What the message is about decides what people are told to look at."""
    assert tips(text) == expected


def test_a_picture_and_a_forward_count_without_words() -> None:
    """A message's own form calls for a tip as well as its words."""
    assert tips("harimau di lebuh raya", media=True)[0] is K.TIP_PICTURE
    assert tips("harimau di lebuh raya", Origin.FORWARDED)[0] is K.TIP_FORWARDED


@given(st.text(max_size=200))
def test_there_are_always_two_different_tips(text: str) -> None:
    """Any message gets exactly two, the same two each time."""
    first, second = tips(text)
    assert first is not second
    assert tips(text) == (first, second)
