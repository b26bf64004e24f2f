"""Raw text to words."""

import pytest

from knowledge.text.words import find_urls, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Yg ni x betul dgn skrg", ["yang", "ini", "tidak", "betul", "dengan", "sekarang"]),
        ("betulllll keeee", ["betul", "ke"]),
        ("org2 kwn2", ["orang-orang", "kawan-kawan"]),
        ("PRU-15 & GE15", ["pru-15", "ge15"]),
        ("RM1.5k, rm 20, 1,500 ringgit", ["rm1.5k", "rm 20", "1,500", "ringgit"]),
        ("can’t 😀 vote\u200b now", ["can", "not", "vote", "now"]),
        ("baca https://contoh.my/a?b=1 ini", ["baca", "ini"]),
        ("", []),
        ("😀😀 !!!", []),
    ],
)
def test_words_of_chat_text(text: str, words: list[str]) -> None:
    """Short forms are written out, drawn-out letters drawn in, links and emoji dropped, money kept whole."""
    assert words_of(text) == words


def test_find_urls_without_trailing_punctuation() -> None:
    """A link ends where the sentence's punctuation begins."""
    assert find_urls("Lihat (https://a.my/x), www.b.my/y. Tamat!") == ["https://a.my/x", "www.b.my/y"]
