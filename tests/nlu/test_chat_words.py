"""The Rasa side's word splitting, held to the knowledge side's."""

import pytest

from knowledge.text import words
from knowledge.text.lexicon import short_forms
from nlu.components.chat_words import CODE, LINK, ChatWords, meant_words, read_short_forms
from nlu.evaluation import read_examples
from tests.nlu.test_data import HELD_OUT


@pytest.fixture(scope="module")
def chat_words() -> ChatWords:
    """With the project's short forms."""
    return ChatWords(read_short_forms())


def test_reads_the_same_short_forms() -> None:
    """Both environments read one file."""
    assert read_short_forms() == short_forms()


def test_means_the_same_words_as_retrieval(chat_words: ChatWords) -> None:
    """Apart from the marks that only intents need, both sides see the same words."""
    marks = {LINK, CODE}
    compared = 0
    for example in read_examples(HELD_OUT):
        ours = meant_words(chat_words.split(example.text))
        if marks & set(ours):
            continue
        assert [word for word in ours if word[0].isalnum() or word[0] == "$"] == words.words_of(example.text)
        compared += 1
    assert compared > 800


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("x tau yg mana", "tidak tau yang mana"),
        ("orang2 lamaaa", "orang-orang lama"),
        ("kod PK3T9Z", "kod zzcode"),
        ("undi18 dan 123456", "undi18 dan 123456"),
        ("betul ke? https://t.co/abc 🙏", "betul ke ? zzlink 🙏"),
    ],
)
def test_writes_out(chat_words: ChatWords, text: str, meant: str) -> None:
    """Short forms, drawn-out letters and reduplication in full; links, codes and emoji as marks."""
    assert " ".join(meant_words(chat_words.split(text))) == meant


def test_pieces_know_their_places(chat_words: ChatWords) -> None:
    """Entities rest on where each piece was typed."""
    text = "Yg “betul” KE… ﬁx it’s  www.a.my"
    for piece in chat_words.split(text):
        assert text[piece.start : piece.start + len(piece.typed)] == piece.typed


@pytest.mark.parametrize("text", ["...", "。。", "!!"])
def test_punctuation_alone_is_one_piece(chat_words: ChatWords, text: str) -> None:
    """Rasa needs at least one token."""
    assert len(chat_words.split(text)) == 1
