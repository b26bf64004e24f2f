"""Counting how often retrieval is right."""

import json
from pathlib import Path

import pytest

from knowledge.errors import TransferError
from knowledge.evaluation.retrieval import Query, evaluate_retrieval, outcome_of, read_queries
from knowledge.matching import Decision, Match, MatchDecision
from tests.knowledge.conftest import MakeFactCheck


def decided(make: MakeFactCheck, decision: Decision, *ids: str, shown: int | None = None) -> MatchDecision:
    ranked = tuple(Match(make(id=name), 0.5) for name in ids)
    return MatchDecision(decision, ranked if shown is None else ranked[:shown], ranked)


@pytest.mark.parametrize(
    ("decision", "expected", "outcome"),
    [
        (Decision.CONFIRMED, ("a",), "confirmed_right"),
        (Decision.CONFIRMED, ("b",), "confirmed_wrong"),
        (Decision.CONFIRMED, (), "confirmed_wrong"),
        (Decision.SUGGESTED, ("a",), "suggested_right"),
        (Decision.SUGGESTED, (), "suggested_wrong"),
    ],
)
def test_outcome_of_something_shown(
    make_fact_check: MakeFactCheck, decision: Decision, expected: tuple[str, ...], outcome: str
) -> None:
    """What is shown is right only if it is what the message is about."""
    assert outcome_of(Query("x", expected), decided(make_fact_check, decision, "a")) == outcome


def test_outcome_of_no_match() -> None:
    """Saying nothing is right only when nothing matches."""
    nothing = MatchDecision(Decision.NO_MATCH, ())
    assert outcome_of(Query("x", ()), nothing) == "no_match_right"
    assert outcome_of(Query("x", ("a",)), nothing) == "no_match_wrong"


def test_ranks_count_the_whole_ranking_over_queries_with_a_match(make_fact_check: MakeFactCheck) -> None:
    """top1, top3 and mrr look past the decision; queries without a match have no rank."""
    answers = {
        "first": decided(make_fact_check, Decision.CONFIRMED, "a", "b"),
        "second": decided(make_fact_check, Decision.NO_MATCH, "b", "a", shown=0),
        "never": decided(make_fact_check, Decision.NO_MATCH, "b", shown=0),
        "none": MatchDecision(Decision.NO_MATCH, ()),
    }
    queries = [Query(name, ("a",), "en") for name in ("first", "second", "never")] + [Query("none", (), "ms")]
    report = evaluate_retrieval(queries, answers.__getitem__)
    assert (report.overall.n, report.overall.with_match) == (4, 3)
    assert report.overall.top1 == pytest.approx(1 / 3)
    assert report.overall.top3 == pytest.approx(2 / 3)
    assert report.overall.mrr == pytest.approx((1 + 1 / 2) / 3)
    assert report.per_register["ms"].as_dict()["no_match_right"] == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 2: is not JSON"),
        ("[]", "line 2: must be a JSON object"),
        (json.dumps({"query": "x"}), "line 2: lacks 'expected'"),
        (json.dumps({"query": "x", "expected": "a"}), "line 2: expected must be a list"),
        (json.dumps({"query": 1, "expected": []}), "line 2: query must be text"),
    ],
)
def test_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    """A wrong line is named with its number and fault."""
    file = tmp_path / "q.jsonl"
    file.write_text(json.dumps({"query": "x", "expected": []}) + "\n" + line, encoding="utf-8")
    with pytest.raises(TransferError, match=problem):
        read_queries(file)


def test_empty_file_is_an_error(tmp_path: Path) -> None:
    """Measuring nothing is no result."""
    (tmp_path / "q.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(TransferError, match="no examples"):
        read_queries(tmp_path / "q.jsonl")
