"""Three honest outcomes."""

from dataclasses import replace

import pytest

from knowledge.matching import (
    CONFIRM_AT,
    CONFIRM_LEAD,
    CONFIRM_MIN_TERMS,
    CONFIRM_UNREAD_AT,
    MAX_SUGGESTIONS,
    SUGGEST_AT,
    Candidate,
    Decision,
    Match,
    decide,
)  # fmt: skip
from tests.knowledge.conftest import MakeFactCheck

SURE, ENOUGH = max(CONFIRM_AT, CONFIRM_UNREAD_AT) + 0.01, CONFIRM_MIN_TERMS


def make_candidate(
    make: MakeFactCheck, name: str, probability: float, *, contradicts: bool = False, terms: int = ENOUGH, **given: str
) -> Candidate:
    entry = make(id=name, source_url=f"https://a.my/{name}", **given)
    return Candidate(Match(entry, probability), contradicts, terms)


def test_likely_clear_and_free_of_contradiction_is_confirmed(make_fact_check: MakeFactCheck) -> None:
    """One entry, well ahead, with nothing against it."""
    found = decide([make_candidate(make_fact_check, "satu", SURE), make_candidate(make_fact_check, "dua", 0.1)])
    assert found.decision is Decision.CONFIRMED
    assert [match.entry.id for match in found.matches] == ["satu"]


def test_contradicting_facts_block_a_confirmation(make_fact_check: MakeFactCheck) -> None:
    """However similar the words: another place, amount or "not" is another claim."""
    found = decide([make_candidate(make_fact_check, "satu", 0.99, contradicts=True)])
    assert found.decision is Decision.SUGGESTED


def test_close_runner_up_blocks_a_confirmation(make_fact_check: MakeFactCheck) -> None:
    """Two likely entries are a question to the person, not a verdict."""
    rival = SURE - CONFIRM_LEAD / 2
    found = decide([make_candidate(make_fact_check, "satu", SURE), make_candidate(make_fact_check, "dua", rival)])
    assert found.decision is Decision.SUGGESTED


def test_runner_up_of_the_same_review_does_not_compete(make_fact_check: MakeFactCheck) -> None:
    """Two entries from one page with one verdict answer the same."""
    pair = [
        Candidate(Match(make_fact_check(id=name), SURE), contradicts=False, terms=ENOUGH) for name in ("satu", "dua")
    ]
    assert decide(pair).decision is Decision.CONFIRMED


@pytest.mark.parametrize(("read", "decision"), [(0.01, Decision.CONFIRMED), (-0.01, Decision.SUGGESTED)])
def test_a_reading_decides_where_there_is_one(make_fact_check: MakeFactCheck, read: float, decision: Decision) -> None:
    """What was read may confirm an entry that was only likely, and keep one that seemed sure from being confirmed."""
    likely = make_candidate(make_fact_check, "satu", 0.6 if read > 0 else 0.99)
    assert decide([replace(likely, read=CONFIRM_AT + read)]).decision is decision


def test_a_reading_never_outweighs_a_contradiction(make_fact_check: MakeFactCheck) -> None:
    """Another amount is another claim, however alike the texts read."""
    found = decide([replace(make_candidate(make_fact_check, "satu", 0.99, contradicts=True), read=0.999)])
    assert found.decision is Decision.SUGGESTED


def test_short_message_is_never_confirmed(make_fact_check: MakeFactCheck) -> None:
    """Too few words fit too many claims."""
    found = decide([make_candidate(make_fact_check, "satu", 0.99, terms=ENOUGH - 1)])
    assert found.decision is Decision.SUGGESTED


def test_at_most_three_are_suggested_and_unlikely_ones_never(make_fact_check: MakeFactCheck) -> None:
    """More than three choices are no help; a faint likeness is no suggestion."""
    many = [make_candidate(make_fact_check, f"e-{at}", 0.5) for at in range(5)]
    assert len(decide(many).matches) == MAX_SUGGESTIONS
    assert decide([make_candidate(make_fact_check, "satu", SUGGEST_AT - 0.01)]).decision is Decision.NO_MATCH


def test_nothing_found_is_no_match() -> None:
    """An empty ranking is an honest "not checked yet"."""
    assert decide([]).decision is Decision.NO_MATCH
