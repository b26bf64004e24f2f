"""Stems of both languages."""

import pytest

from knowledge.text.stemmer import malay_stem, stem


@pytest.mark.parametrize(
    ("root", "derived"),
    [
        ("undi", ["mengundi", "pengundi", "undi-undi", "pengundian", "undinya"]),
        ("batal", ["membatalkan", "dibatalkan", "pembatalan", "terbatal"]),
        ("sihat", ["kesihatan"]),
        ("kenal", ["memperkenalkan", "diperkenalkan"]),
        ("pilih", ["pilihan", "pemilih", "memilih"]),
        ("vote", ["voting", "voted"]),
        ("elect", ["elections", "elected"]),
    ],
)
def test_stem_joins_derived_forms(root: str, derived: list[str]) -> None:
    """Words derived from one root meet under one stem."""
    assert {stem(word) for word in derived} == {root}


@pytest.mark.parametrize("word", ["makan", "sekolah", "berita", "surat", "hari"])
def test_stem_leaves_roots(word: str) -> None:
    """A root that merely looks derived stays whole."""
    assert stem(word) == word


def test_malay_stem_of_english_word_is_none() -> None:
    """A word that Wordnet Bahasa does not have is not taken for Malay."""
    assert malay_stem("ballots") is None
