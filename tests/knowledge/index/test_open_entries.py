"""The entries at hand."""

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.index.open_entries import OpenEntries
from knowledge.index.term_vectors import TermVectors
from knowledge.profile import Profile, profile_of
from tests.knowledge.conftest import MakeFactCheck


def test_the_one_not_asked_for_longest_is_read_again(make_fact_check: MakeFactCheck) -> None:
    """The others are at hand."""
    read: list[int] = []

    def reader(number: int) -> Profile:
        read.append(number)
        return profile_of(make_fact_check(id=f"entry-{number}"))

    entries = OpenEntries(reader, TermVectors(HashEmbedder()), most=2)
    for number in (0, 1, 0, 2, 0, 1):
        assert entries.profile(number).entry.id == f"entry-{number}"
    assert read == [0, 1, 2, 1]
    assert len(entries) == 2


def test_rows_are_looked_up_again_when_the_table_forgot_them(make_fact_check: MakeFactCheck) -> None:
    """An old row may by then be another term's."""
    table = TermVectors(HashEmbedder(), most_rows=1)
    profile = profile_of(make_fact_check())
    entries = OpenEntries(lambda _: profile, table)
    before = entries.rows(0)
    said = table.keys(table.numbers(before.terms.rows))
    assert entries.rows(0) is before
    table.make_room()
    table.rows(profile_of(make_fact_check(claim_ms="Kucing dilantik menjadi pegawai.")).headings[0].units)
    assert table.keys(table.numbers(entries.rows(0).terms.rows)) == said
    assert entries.rows(0).terms.rows.tolist() != before.terms.rows.tolist()
