"""What docs/quality.md is made of."""

from pathlib import Path

import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.errors import TransferError
from knowledge.evaluation.failures import failures, is_failure, read_discussions
from knowledge.evaluation.intervals import Rate
from knowledge.evaluation.quality import Sets, curve_of, measure
from knowledge.evaluation.quality_page import quality_page
from knowledge.evaluation.retrieval import Query
from knowledge.evaluation.rivals import rivals, score
from knowledge.evidence import EVIDENCE_NAMES
from knowledge.fusion import Fusion
from knowledge.matching import Candidate, Match
from knowledge.retriever import Retriever
from tests.knowledge.conftest import MakeFactCheck

KNOWN = Query("kertas undi titik hitam rosak ke", ("titik-hitam",), "chat_ms")
NEAR = Query("kertas undi titik merah rosak ke", (), "chat_ms", near="titik-hitam", twist="event")
UNKNOWN = Query("kucing masuk parlimen", ())


@pytest.fixture
def found(make_fact_check: MakeFactCheck) -> list[tuple[Query, list[Candidate]]]:
    """The known message read as likely at 0.9, the near-miss at 0.7, the unknown claim nowhere."""
    match = make_fact_check()
    return [
        (KNOWN, [Candidate(Match(match, 0.9), contradicts=False, terms=5, read=0.9)]),
        (NEAR, [Candidate(Match(match, 0.9), contradicts=False, terms=5, read=0.7)]),
        (UNKNOWN, []),
    ]


def test_the_curve(found: list[tuple[Query, list[Candidate]]]) -> None:
    """A lower bar confirms more of both kinds; what contradicts is never confirmed."""
    at = {point.threshold: point for point in curve_of(found)}
    assert (at[0.60].right, at[0.60].near, at[0.60].unknown) == (Rate(1, 1), Rate(1, 1), Rate(0, 1))
    assert (at[0.80].right, at[0.80].near) == (Rate(1, 1), Rate(0, 1))
    assert at[0.94].right == Rate(0, 1)
    blocked = [(KNOWN, [Candidate(found[0][1][0].match, contradicts=True, terms=5)])]
    assert curve_of(blocked)[0].right == Rate(0, 1)


def test_the_page_says_what_was_measured(
    make_fact_check: MakeFactCheck, found: list[tuple[Query, list[Candidate]]], tmp_path: Path
) -> None:
    """Rates with intervals, every way beside ours, and the failures with a person's words."""
    entry = make_fact_check()
    retriever = Retriever(HashEmbedder(), Fusion(tuple(0.0 for _ in EVIDENCE_NAMES), 3.0))
    retriever.put([entry])
    finders = {"BM25": lambda text: [(entry.id, 1.0)] if "undi" in text else []}
    measured = measure(Sets([KNOWN], [NEAR], [UNKNOWN]), retriever.decide_any, finders, curve_of(found))
    assert measured.near_by_twist["event"].n == 1
    wrong = [(NEAR, [Candidate(Match(entry, 0.99), contradicts=False, terms=5)])]
    page = quality_page(measured, failures(wrong, {NEAR.text: "Red is not black."}))
    assert "| BM25 | 100.0 % (20.7–100.0 %) | 100.0 % (20.7–100.0 %) | 0.500 | 1.000 |" in page
    assert "Red is not black." in page
    assert "near-miss of `titik-hitam`: event" in page


def test_rivals_find_by_words_and_by_vectors(make_fact_check: MakeFactCheck, tmp_path: Path) -> None:
    """Each way gives entries with scores, best first; a message without known words finds nothing by words."""
    entries = [
        make_fact_check(),
        make_fact_check(id="hujan", claim_ms="Hujan ais di Kedah.", claim_en="Hail in Kedah."),
    ]
    retriever = Retriever(HashEmbedder(), Fusion(tuple(0.0 for _ in EVIDENCE_NAMES), 0.0))
    retriever.put(entries)
    ways = rivals(entries, retriever, HashEmbedder(), tmp_path)
    words, dense = ways["BM25 alone (our words and stems)"], ways["our embedder and FAISS alone"]
    assert words("hujan ais kedah")[0][0] == dense("hujan ais kedah")[0][0] == "hujan"
    assert words("zzz") == []
    assert score("words", words, [KNOWN], [NEAR], [UNKNOWN]).first == Rate(1, 1)


def test_a_discussion_needs_its_message(found: list[tuple[Query, list[Candidate]]], tmp_path: Path) -> None:
    """A line without its TAB, and a message that is not in the set, are errors that say which."""
    file = tmp_path / "failures.tsv"
    file.write_text("mesej tanpa tab\n", encoding="utf-8")
    with pytest.raises(TransferError, match="line 1"):
        read_discussions(file)
    with pytest.raises(TransferError, match="lain"):
        failures(found, {"lain": "words"})


def test_a_discussed_message_must_still_go_wrong(found: list[tuple[Query, list[Candidate]]]) -> None:
    """What goes well by now is no failure to show: a near-miss that gets no verdict, a known claim that comes first."""
    assert [is_failure(*each) for each in found] == [False, False, False]
    sure = Candidate(Match(found[0][1][0].match.entry, 0.99), contradicts=False, terms=5)
    assert is_failure(NEAR, [sure])
    assert is_failure(UNKNOWN, [sure])
    assert is_failure(KNOWN, [])
    assert is_failure(Query(KNOWN.text, ("other",)), [sure])
    with pytest.raises(TransferError, match="no failure any more.*titik merah"):
        failures(found, {NEAR.text: "Red is not black."})
