"""Decisions that were made already."""

import pytest

from knowledge import decision_memory
from knowledge.decision_memory import DecisionMemory
from knowledge.matching import Decision, MatchDecision
from knowledge.retriever import FACT_CHECKS, GUIDELINES

NOTHING = MatchDecision(Decision.NO_MATCH, ())


def test_a_decision_is_kept_for_its_message_and_kinds() -> None:
    """Another kind is another question."""
    memory = DecisionMemory()
    memory.keep("betul ke", FACT_CHECKS, NOTHING, memory.changes)
    assert memory.recall("betul ke", FACT_CHECKS) is NOTHING
    assert memory.recall("betul ke", GUIDELINES) is None


def test_what_was_decided_before_a_change_is_not_kept_after_it() -> None:
    """The entry it rests on may be withdrawn by then."""
    memory = DecisionMemory()
    before = memory.changes
    memory.forget()
    memory.keep("betul ke", FACT_CHECKS, NOTHING, before)
    assert memory.recall("betul ke", FACT_CHECKS) is None


def test_the_oldest_goes_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays within bounds."""
    monkeypatch.setattr(decision_memory, "REMEMBERED", 2)
    memory = DecisionMemory()
    for text in ("satu", "dua", "tiga"):
        memory.keep(text, FACT_CHECKS, NOTHING, memory.changes)
    kept = [text for text in ("satu", "dua", "tiga") if memory.recall(text, FACT_CHECKS)]
    assert kept == ["dua", "tiga"]
