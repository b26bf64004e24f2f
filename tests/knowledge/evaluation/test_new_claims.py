"""What a claim gets that was never read."""

from collections.abc import Sequence

import pytest

from knowledge.alignment import NO_ALIGNMENT
from knowledge.evaluation.new_claims import is_left_out, measure_new_claims
from knowledge.evaluation.retrieval import Query
from knowledge.evidence import EVIDENCE_NAMES, Evidence, Gathered
from knowledge.facts import Facts
from knowledge.findings import Finding
from knowledge.profile import profile_of
from knowledge.reading import ReadingWeights
from knowledge.text.analysis import analyse
from tests.knowledge.conftest import MakeFactCheck
from tests.knowledge.pair_reader import FakeReader

LEFT = next(f"e{number}" for number in range(99) if is_left_out(f"e{number}"))
READ = next(f"e{number}" for number in range(99) if not is_left_out(f"e{number}"))
EVIDENCE = Evidence(**dict.fromkeys(EVIDENCE_NAMES, 0.5))


def finding(make: MakeFactCheck, entry_id: str, text: str, probability: float) -> Finding:
    gathered = Gathered(profile_of(make(id=entry_id)), Facts(), EVIDENCE, NO_ALIGNMENT)
    return Finding(analyse(text), gathered, 0.0, probability)


def test_about_a_third_is_left_out() -> None:
    """Whatever the entries are called."""
    assert 0.25 < sum(is_left_out(f"entry-{n}") for n in range(1000)) / 1000 < 0.42


def test_only_claims_that_were_left_out_count(make_fact_check: MakeFactCheck) -> None:
    """Each way of reading confirms what it is sure of; without one the trees must be surer."""
    said = {
        "undi titik hitam rosak": Query("undi titik hitam rosak", (LEFT,)),
        "kertas undi titik hitam": Query("kertas undi titik hitam", (LEFT,)),
        "undi titik merah rosak": Query("undi titik merah rosak", (), near=LEFT),
        "undi dakwat hitam rosak": Query("undi dakwat hitam rosak", (READ,)),
        "resepi kek pisang nenek": Query("resepi kek pisang nenek", ()),
    }
    found: list[tuple[Query, Sequence[Finding]]] = [
        (query, [finding(make_fact_check, LEFT, text, 0.9)]) for text, query in said.items()
    ]
    sure = FakeReader(lambda message, _: -2.0 if "merah" in message else 2.0)
    weights = ReadingWeights(judged=1.0, read=1.0, intercept=0.0)
    read, unread = measure_new_claims(found, {"sure": sure, "none": None}, weights)
    assert (read.reader, read.right.hits, read.right.n, read.wrong.hits, read.near.hits, read.near.n) == (
        "sure", 2, 2, 0, 0, 1,
    )  # fmt: skip
    assert read.told_apart == 1.0
    assert (unread.right.hits, unread.near.hits, unread.told_apart) == (0, 0, pytest.approx(0.5))
