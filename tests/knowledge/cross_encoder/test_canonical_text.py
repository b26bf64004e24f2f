"""What the cross-encoder gets to read."""

import pytest

from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.text.analysis import analyse


def canonical(text: str) -> str:
    return canonical_text(analyse(text).words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SPR kata undi rosak", "Suruhanjaya Pilihan Raya kata undi rosak"),
        ("undi x sah", "Undi TAK sah"),
    ],
)
def test_one_thing_is_written_one_way(one: str, other: str) -> None:
    """Aliases and short forms are settled before the model reads."""
    assert canonical(one) == canonical(other)


def test_order_and_small_words_stay() -> None:
    """Who did what to whom is what the model is for."""
    assert canonical("PAS tidak sokong UMNO") != canonical("UMNO tidak sokong PAS")
    assert canonical("undi tidak sah") != canonical("undi sah")
