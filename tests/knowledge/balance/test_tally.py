from collections import Counter

import pytest

from knowledge.balance.tally import UNDATED, Coverage, balance, checker
from knowledge.entry import ENTRY_ADAPTER, FactCheck, Verdict
from knowledge.store.demand import Asking, Fate, TipFate
from tests.knowledge.transfer.records import FACT_CHECK


def fact_check(entry_id: str, **changes: object) -> FactCheck:
    """A fact-check with changes."""
    entry = ENTRY_ADAPTER.validate_python(FACT_CHECK | {"id": entry_id} | changes)
    assert isinstance(entry, FactCheck)
    return entry


ENTRIES = [
    fact_check(
        "a", verdict="false", topic="health", publisher="KKM statement, reported by Bernama", review_date="2026-02-03"
    ),
    fact_check("b", verdict="true", topic="health", publisher="KKM (Johor)", review_date="2026-01"),
    fact_check("c", verdict="false", topic="disaster", publisher="AFP", review_date="2026"),
]


def test_verdicts_by_topic_publisher_and_month():
    """Most first, months oldest first; a review known to its year only has no month."""
    found = balance(ENTRIES, [], [])
    both = Counter({Verdict.FALSE: 1, Verdict.TRUE: 1})
    assert list(found.by_topic.items()) == [("health", both), ("disaster", Counter({Verdict.FALSE: 1}))]
    assert list(found.by_publisher) == ["KKM", "AFP"]
    assert list(found.by_month) == ["2026-01", "2026-02", UNDATED]
    assert found.total == Counter({Verdict.FALSE: 2, Verdict.TRUE: 1})


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("SPR statement (secretary), reported by Bernama/The Sun", "SPR"),
        ("Sebenarnya.my (MCMC), citing Bank Negara Malaysia", "Sebenarnya.my"),
        ("PDRM via KKMM Quick Response Team, Bernama report", "PDRM"),
        ("AFP Fact Check", "AFP"),
        ("SPR deputy chairman, reported by The Star", "SPR"),
        ("The Star", "The Star"),
        ("statement", "statement"),
    ],
)
def test_who_checked(publisher: str, name: str):
    """Without who reported it, what is in brackets, and who spoke; never nothing."""
    assert checker(publisher) == name


def test_how_much_of_what_is_asked_is_covered():
    """People shown an answer and tips answered, of these and the tips that wait; closed tips count on neither side."""
    askings = [Asking("2026-01", "a"), Asking("2026-01", "gone"), Asking("2026-02", "c")]
    tips = [TipFate("2026-02", fate) for fate in (Fate.ANSWERED, Fate.OPEN, Fate.OPEN, Fate.CLOSED)]
    found = balance(ENTRIES, askings, tips)
    assert found.asked_by_topic == {"health": 1, "disaster": 1}
    assert found.coverage == {"2026-01": Coverage(2, 0, 0, 0), "2026-02": Coverage(1, 1, 1, 2)}
    assert found.coverage["2026-02"].share == 0.5
    assert found.all_coverage == Coverage(3, 1, 1, 2)


def test_nothing_asked_is_not_nought_covered():
    """A share of nothing is none, and an empty base has a balance."""
    found = balance([], [], [])
    assert found.all_coverage.share is None
    assert found.total.total() == 0
