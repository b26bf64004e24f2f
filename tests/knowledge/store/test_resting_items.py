"""Quiz items follow the entry they rest on."""

import pytest

from knowledge.entry import Status, Verdict
from knowledge.errors import StoreError
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore
from knowledge.store.tables import EntryRow

from .examples import fact_check, guideline, quiz_item

PUBLISHED, PENDING, WITHDRAWN = Status.PUBLISHED, Status.PENDING, Status.WITHDRAWN


@pytest.fixture
def filled(store: EntryStore) -> EntryStore:
    """A fact-check with a published item and one that waits anyway, and an item on a guideline."""
    store.save(
        [
            (fact_check(), PUBLISHED),
            (guideline(), PUBLISHED),
            (quiz_item(), PUBLISHED),
            (quiz_item("waiting"), PENDING),
            (quiz_item("on-the-rule", based_on="a-rule"), PUBLISHED),
        ]
    )
    return store


def statuses(store: EntryStore) -> dict[str, Status]:
    return {one: store.require(one).status for one in ("a-question", "waiting", "on-the-rule")}


UNTOUCHED = {"a-question": PUBLISHED, "waiting": PENDING, "on-the-rule": PUBLISHED}


def test_a_corrected_entry_takes_its_items_back(filled: EntryStore) -> None:
    """No class is asked what a correction may have made wrong; other items stay."""
    before = filled.require("a-question")
    filled.save([(fact_check(verdict=Verdict.MISSING_CONTEXT), PUBLISHED)])
    assert statuses(filled) == UNTOUCHED | {"a-question": PENDING}
    after = filled.require("a-question")
    assert after.entry.pending_reason == "The entry it rests on, a-claim, was changed: read the question again."
    assert after.revision == before.revision + 1
    assert [one.entry.id for one in filled.changes_since(before.change_number + 2)] == ["a-claim", "a-question"]


@pytest.mark.parametrize("status", [WITHDRAWN, PENDING])
def test_an_entry_that_is_taken_back_takes_its_items_along(filled: EntryStore, status: Status) -> None:
    """A question never outlives what it rests on."""
    filled.save([(fact_check(), status)])
    assert statuses(filled) == UNTOUCHED | {"a-question": PENDING}


def test_a_republished_entry_leaves_its_items_waiting(filled: EntryStore) -> None:
    """Only a person who read the question again publishes it."""
    filled.save([(fact_check(), WITHDRAWN)])
    filled.save([(fact_check(), PUBLISHED)])
    assert statuses(filled)["a-question"] is PENDING
    filled.save([(quiz_item(), PUBLISHED)])
    assert statuses(filled) == UNTOUCHED


def test_evidence_of_a_second_reading_changes_nothing(filled: EntryStore) -> None:
    """That somebody compared the entry with its source again is no reason to read its questions again."""
    reread = fact_check(
        checked_at="2026-11-25", checked_against="https://sebenarnya.my/a-claim/", check_result="confirmed"
    )
    filled.save([(reread, PUBLISHED)])
    assert statuses(filled) == UNTOUCHED


def test_an_item_saved_with_its_entry_is_what_its_editor_says(filled: EntryStore) -> None:
    """Entry and item corrected together need no second round, whether the item itself changed or not."""
    filled.save([(fact_check(verdict=Verdict.TRUE), PUBLISHED), (quiz_item(difficulty=3), PUBLISHED)])
    assert statuses(filled) == UNTOUCHED
    filled.save([(fact_check(verdict=Verdict.FALSE), PUBLISHED), (quiz_item(difficulty=3), PUBLISHED)])
    assert statuses(filled) == UNTOUCHED


def test_correction_and_withdrawal_are_one_transaction(filled: EntryStore, database: Database) -> None:
    """When the item cannot be written the correction is not either."""
    with database.session() as session:
        row = session.get(EntryRow, "a-question")
        assert row is not None
        row.payload = row.payload | {"difficulty": "broken"}
    with pytest.raises(StoreError):
        filled.save([(fact_check(verdict=Verdict.TRUE), PUBLISHED)])
    assert filled.require("a-claim").entry == fact_check()
