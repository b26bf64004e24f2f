"""The command line's contracts, which others measure the project by."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program
from bot.errors import SettingsError

pytestmark = pytest.mark.model

ENTRY = {
    "kind": "fact_check", "id": "kucing-undi", "topic": "voting-process",
    "claim_ms": "Kucing boleh mengundi di Kajang.",
    "claim_en": "Cats may vote in Kajang.", "verdict": "false", "summary_ms": "SPR berkata hanya warganegara mengundi.",
    "summary_en": "The EC says only citizens vote.", "claim_date": None, "review_date": "2024-05-06",
    "publisher": "Contoh", "source_url": "https://contoh.my/kucing", "source_lang": "ms", "entities": [],
    "confidence": "high",
}  # fmt: skip


def call(*words: str) -> Result:
    return CliRunner().invoke(program, list(words))


@pytest.fixture
def scratch(tmp_path: Path) -> list[str]:
    """A scratch knowledge base with one entry; returns the options that name it."""
    file = tmp_path / "entries.jsonl"
    file.write_text(json.dumps(ENTRY) + "\n", encoding="utf-8")
    options = ["--data", str(tmp_path / "scratch")]
    result = call("import", str(file), *options)
    assert "1 added" in result.output, result.output
    return options


def test_help_lists_the_commands() -> None:
    """Every tool that stays is listed."""
    shown = call("--help").output
    for name in ("run", "ask", "import", "export", "eval", "bench", "index", "db"):
        assert f" {name} " in shown


def test_ask_json(scratch: list[str]) -> None:
    """`ask --json` prints decision, language and matches with id, probability and kind, from the scratch base only."""
    answer = json.loads(call("ask", "--json", "betul ke Kucing boleh mengundi di Kajang?", *scratch).output)
    assert set(answer) == {"decision", "language", "matches"}
    assert answer["decision"] in ("confirmed", "suggested")
    assert answer["language"] == "ms"
    (match,) = answer["matches"]
    assert (match["id"], match["kind"]) == ("kucing-undi", "fact_check")
    assert 0 < match["probability"] <= 1


def test_eval_retrieval_json(scratch: list[str], tmp_path: Path) -> None:
    """Overall and per register: n, top1, top3, mrr and the six counts."""
    lines = [
        {"query": "kucing boleh mengundi kat kajang ke", "expected": ["kucing-undi"], "register": "chat_ms"},
        {"query": "harga roti naik esok", "expected": [], "register": "chat_ms"},
    ]
    file = tmp_path / "queries.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    report = json.loads(call("eval", "retrieval", str(file), "--json", *scratch).output)
    overall = report["overall"]
    assert overall["n"] == 2
    assert overall["top1"] == overall["top3"] == overall["mrr"] == 1.0
    assert overall["no_match_right"] == 1
    counts = (
        "confirmed_right",
        "confirmed_wrong",
        "suggested_right",
        "suggested_wrong",
        "no_match_right",
        "no_match_wrong",
    )
    assert sum(overall[name] for name in counts) == 2
    assert report["per_register"]["chat_ms"]["n"] == 2


def test_eval_bitext_json(tmp_path: Path) -> None:
    """Both ways, with the embedder alone."""
    (tmp_path / "en").write_text("The dog eats rice.\nThe police arrested a thief.\n", encoding="utf-8")
    (tmp_path / "ms").write_text("Anjing makan nasi.\nPolis menangkap pencuri.\n", encoding="utf-8")
    report = json.loads(call("eval", "bitext", str(tmp_path / "en"), str(tmp_path / "ms"), "--json").output)
    assert report == {"n": 2, "top1_ms_to_en": 1.0, "top1_en_to_ms": 1.0}


def test_export_gives_the_same_back(scratch: list[str], tmp_path: Path) -> None:
    """What was imported comes out again, with its status, and imports as unchanged."""
    out = tmp_path / "out.jsonl"
    assert "Exported 1" in call("export", str(out), *scratch).output
    exported = json.loads(out.read_text(encoding="utf-8"))
    given = ENTRY | {"status": "published"}
    assert {name: exported[name] for name in given} == given
    assert {name for name, value in exported.items() if name not in given and value} == set()
    assert "1 unchanged" in call("import", str(out), *scratch).output


def test_dry_run_changes_nothing(scratch: list[str], tmp_path: Path) -> None:
    """--dry-run only tells."""
    file = tmp_path / "more.jsonl"
    file.write_text(json.dumps(ENTRY | {"id": "anjing-undi"}), encoding="utf-8")
    assert "Would import" in call("import", str(file), "--dry-run", *scratch).output
    assert "Exported 1" in call("export", str(tmp_path / "out.jsonl"), *scratch).output


def test_bad_line_is_named_and_nothing_is_imported(scratch: list[str], tmp_path: Path) -> None:
    """A fault is shown with line, field and mend; all or nothing."""
    file = tmp_path / "bad.jsonl"
    lines = [ENTRY | {"id": "baik"}, ENTRY | {"id": "buruk", "verdict": "palsu"}]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = call("import", str(file), *scratch)
    assert result.exit_code == 1
    assert "Exported 1" in call("export", str(tmp_path / "out.jsonl"), *scratch).output


def test_data_folder_that_cannot_be_made_is_a_plain_error(tmp_path: Path) -> None:
    """A file where the folder should be is named; nobody gets a traceback of the operating system's."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = call("db", "status", "--data", str(tmp_path / "file" / "data"))
    assert isinstance(result.exception, SettingsError)
    assert "data folder" in str(result.exception)
