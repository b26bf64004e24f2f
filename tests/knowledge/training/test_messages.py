"""Messages written for training alone."""

import json
from pathlib import Path

import pytest

from knowledge.errors import ListFileError
from knowledge.training.messages import message_queries, read_messages

SEED = Path("knowledge/seed/fact_checks.jsonl")
LINE = json.dumps({"id": "a-b", "same": ["Satu."], "other": ["Dua.", "Tiga."]})


def test_shipped_messages_belong_to_entries_and_are_of_one_kind_only() -> None:
    """Each is about an entry of the seed; none both makes a claim and does not."""
    entries = {json.loads(line)["id"] for line in SEED.read_text(encoding="utf-8").splitlines()}
    found = read_messages()
    assert found.keys() <= entries
    for messages in found.values():
        assert not {*messages.same} & {*messages.other}, messages.id


def test_no_message_is_one_that_retrieval_is_measured_with() -> None:
    """What was learnt by heart measures nothing."""
    paths = [path for path in Path("tests/quality").glob("*.jsonl") if path.name.startswith(("dev", "test"))]
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    measured = {json.loads(line)["query"] for line in lines}
    assert measured
    assert not measured & {text for each in read_messages().values() for text in each.same + each.other}


def test_lines_are_read_by_entry(tmp_path: Path) -> None:
    """One entry on each line."""
    path = tmp_path / "messages.jsonl"
    path.write_text(LINE, encoding="utf-8")
    assert read_messages(path)["a-b"].other == ("Dua.", "Tiga.")


def test_messages_of_entries_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    """Another knowledge base has other entries: nothing is learnt of what it cannot find."""
    path = tmp_path / "messages.jsonl"
    path.write_text(LINE, encoding="utf-8")
    messages = read_messages(path).values()
    assert message_queries(messages, ["other"]) == []
    found = message_queries(messages, ["a-b"])
    assert [(query.text, query.expected, query.near) for query in found] == [
        ("Satu.", ("a-b",), None),
        ("Dua.", (), "a-b"),
        ("Tiga.", (), "a-b"),
    ]


@pytest.mark.parametrize(
    ("line", "why"), [("{", "JSON"), ('{"id": "c", "same": [], "other": ["x"]}', "same"), (LINE, "was there before")]
)
def test_bad_line_is_named(tmp_path: Path, line: str, why: str) -> None:
    """The message says which line, and what is wrong."""
    path = tmp_path / "messages.jsonl"
    path.write_text(f"{LINE}\n{line}", encoding="utf-8")
    with pytest.raises(ListFileError, match=rf"(?s)messages\.jsonl, line 2: .*{why}"):
        read_messages(path)
