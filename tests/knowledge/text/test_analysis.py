"""One reading of a text."""

from knowledge.text.analysis import analyse


def test_names_meet_across_languages() -> None:
    """The same body is the same term, by short form or in full, in either language."""
    malay, english = (
        analyse("Suruhanjaya Pilihan Raya tangguh PRU15"),
        analyse("the Election Commission postpones GE15"),
    )
    assert malay.names == english.names == {"body": frozenset({"spr"}), "event": frozenset({"pru15"})}
    assert {"@spr", "@pru15"} <= set(malay.terms) & set(english.terms)


def test_titles_are_no_part_of_a_name() -> None:
    """Datuk Seri and YB neither hide a name nor become terms."""
    assert analyse("YB Datuk Seri Fahmi Fadzil").terms == ("@fahmi",)


def test_negation_counts_by_pairs() -> None:
    """One "not" turns a statement round, two turn it back."""
    assert analyse("SPR tidak batalkan").is_negated
    assert not analyse("bukan tidak sah").is_negated
    assert not analyse("SPR umum tarikh").is_negated


def test_stop_words_and_politeness_leave_no_terms() -> None:
    """A message that says nothing checkable has no terms."""
    assert analyse("betul ke ni admin? tolong check").terms == ()


def test_names_imply_what_they_lie_in_or_belong_to() -> None:
    """A town brings its state, an election its year, a person the office."""
    assert analyse("Baling").implied == {"kedah"}
    assert "year 2018" in analyse("PRU14").implied
    assert "perdana menteri" in analyse("Anwar Ibrahim").implied
