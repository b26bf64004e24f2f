"""Between answers and entries."""

from pathlib import Path

import pytest

from actions.conversation.form import Answers
from actions.desk.entry_answers import entry_from, values_of
from actions.desk.guideline_answers import guideline_from, guideline_values
from knowledge.entry import FactCheck, Guideline
from knowledge.transfer import read_entries
from tests.actions.action_world import NOW

SEED = Path(__file__).parents[3] / "knowledge" / "seed"


def seed_of(name: str) -> list[FactCheck | Guideline]:
    """A few entries of the seed that have wordings."""
    entries = [entry for entry, _ in read_entries(SEED / name).items]
    found = [entry for entry in entries if isinstance(entry, FactCheck | Guideline) and entry.wordings_ms]
    assert len(found) > 300
    return found[:40]


@pytest.mark.parametrize("name", ["fact_checks.jsonl", "guidelines.jsonl"])
def test_other_texts_change_and_the_wordings_stay(name: str) -> None:
    """A summary, a date or a source may be corrected: people still put the same claim in the same words."""
    for entry in seed_of(name):
        made = changed(
            entry, **{"summary_en" if isinstance(entry, FactCheck) else "body_en": "What is so was corrected."}
        )
        assert (made.wordings_ms, made.wordings_en) == (entry.wordings_ms, entry.wordings_en)
        assert changed(entry) == entry


@pytest.mark.parametrize("name", ["fact_checks.jsonl", "guidelines.jsonl"])
def test_another_claim_loses_the_wordings_of_the_former(name: str) -> None:
    """Whoever means the former claim must not be led to the verdict of the new one."""
    for entry in seed_of(name):
        made = changed(
            entry, **{"claim_ms" if isinstance(entry, FactCheck) else "title_ms": "SPR menukar hari mengundi."}
        )
        assert (made.wordings_ms, made.wordings_en) == ((), ())
        if isinstance(made, FactCheck):
            assert made.look_alikes == ()


def test_a_language_that_was_missing_takes_nothing_away() -> None:
    """Writing the claim in the other language as well says nothing new of the first."""
    entry = seed_of("fact_checks.jsonl")[0]
    assert isinstance(entry, FactCheck)
    half = entry.model_copy(update={"claim_en": None, "summary_en": None})
    made = changed(half, claim_en="The claim in English.", summary_en="What is so.")
    assert isinstance(made, FactCheck)
    assert (made.claim_en, made.wordings_ms) == ("The claim in English.", entry.wordings_ms)


def changed(entry: FactCheck | Guideline, **given: str) -> FactCheck | Guideline:
    """The entry as the answers make it."""
    if isinstance(entry, FactCheck):
        made = entry_from(Answers("x", entry.id, values_of(entry) | given), entry.id, NOW.date(), entry)
    else:
        made = guideline_from(Answers("x", entry.id, guideline_values(entry) | given), entry, NOW.date())
    assert isinstance(made, FactCheck | Guideline)
    return made
