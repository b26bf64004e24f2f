"""Which pieces of words are kept, and how a pair is cut into them."""

from knowledge.cross_encoder.build.vocabulary import kept_pieces, tokenizer_of

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁undi", "▁sah", "▁", "u", "日本"] + [f"漢{at}" for at in range(5)] + ["▁zq"]
SCORES = [0.0] * 4 + [-float(at) for at in range(len(PIECES) - 4)]


def test_pair_is_put_between_marks() -> None:
    """As multilingual-e5 was trained: a start, the message, an end, the claim, an end."""
    read = tokenizer_of(PIECES, SCORES).encode("undi sah", "undi")
    assert read.tokens == ["<s>", "▁undi", "▁sah", "</s>", "▁undi", "</s>"]


def test_other_scripts_go_and_what_texts_need_stays() -> None:
    """Malay and English stay, in order, with the marks at their places; another script goes unless a text has it."""
    kept = [PIECES[at] for at in kept_pieces(PIECES, SCORES, ["日本"])]
    assert kept[:4] == PIECES[:4]
    assert {"▁undi", "▁sah", "日本"} <= {*kept}
    assert "漢0" not in kept
    assert kept == [piece for piece in PIECES if piece in kept]
