"""The seed that ships with the project."""

import json
from importlib.resources import as_file, files

import pytest

from knowledge.entry import ENTRY_ADAPTER
from knowledge.seeding import SEED_FILES
from knowledge.transfer import read_entries


def records() -> list[dict[str, object]]:
    found = []
    for name in SEED_FILES:
        text = (files("knowledge") / "seed" / name).read_text(encoding="utf-8")
        found += [json.loads(line) for line in text.splitlines()]
    assert len(found) > 700
    return found


RECORDS = records()
STATUS = {record["id"]: record["status"] for record in RECORDS}


def test_every_record_is_a_valid_entry_with_its_own_id() -> None:
    """What ships must load."""
    for record in RECORDS:
        ENTRY_ADAPTER.validate_python({field: value for field, value in record.items() if field != "status"})
    assert len(STATUS) == len(RECORDS)


def test_seed_can_be_imported() -> None:
    """Nothing ships that an import would refuse, such as a published entry whose source was not found."""
    for name in SEED_FILES:
        with as_file(files("knowledge") / "seed" / name) as path:
            assert read_entries(path).faults == []


def test_every_record_is_in_both_languages() -> None:
    """The seed is bilingual throughout."""
    for record in RECORDS:
        assert all(value for field, value in record.items() if field.endswith(("_ms", "_en"))), record["id"]


def test_uncertain_records_wait_for_their_second_reading() -> None:
    """A guideline of medium confidence is pending, and so is a quiz item that rests on a pending entry."""
    for record in RECORDS:
        if record["kind"] == "guideline":
            assert (record["status"] == "published") == (record["confidence"] == "high"), record["id"]
        if record["kind"] == "quiz" and STATUS[str(record["based_on"])] == "pending":
            assert record["status"] == "pending", record["id"]


@pytest.mark.parametrize("language", ["ms", "en"])
def test_right_answer_is_not_given_away_by_its_length(language: str) -> None:
    """The right option is the longest about as often as chance has it: one in four."""
    items = [record for record in RECORDS if record["kind"] == "quiz"]
    longest = 0
    for item in items:
        options = item[f"options_{language}"]
        assert isinstance(options, list)
        right = options[int(str(item["answer_index"]))]
        longest += all(len(right) > len(other) for other in options if other is not right)
    assert longest <= 0.3 * len(items)


def test_no_wording_is_another_entrys_or_a_look_alikes() -> None:
    """A wording that two entries have would say nothing, and one that is also a look-alike the opposite of itself."""
    owners: dict[str, str] = {}
    wordings = [
        (str(record["id"]), text.casefold())
        for record in RECORDS
        for field in ("wordings_ms", "wordings_en")
        for text in record.get(field, ())
    ]
    assert len(wordings) > 4000
    for owner, text in wordings:
        assert owners.setdefault(text, owner) == owner, (owner, text)
    others = {(str(record["id"]), text.casefold()) for record in RECORDS for text in record.get("look_alikes", ())}
    assert not others & set(wordings)
