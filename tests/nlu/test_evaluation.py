"""Scores worked out by hand."""

import json
from pathlib import Path

import pytest

from nlu.errors import ExamplesError
from nlu.evaluation import Confusion, Example, NluReport, Outcome, evaluate, read_examples
from nlu.intents import Intent

GREET, THANK, HELP = Intent.GREET, Intent.THANK, Intent.HELP


@pytest.fixture
def report() -> NluReport:
    """Three greetings, one of them taken for help, and one thank-you, found."""
    return evaluate(
        [
            Outcome(GREET, GREET, "ms"),
            Outcome(GREET, GREET, "en"),
            Outcome(GREET, HELP, "en"),
            Outcome(THANK, THANK, "ms"),
        ]
    )


def test_scores(report: NluReport) -> None:
    """Precision, recall, F1 and support; macro-F1 is over the expected intents only (help is not one)."""
    greet = report.per_intent[GREET]
    assert (greet.precision, greet.f1, greet.support) == (1.0, 0.8, 3)
    assert greet.recall == pytest.approx(2 / 3)
    assert report.per_intent[HELP].support == 0
    assert report.per_intent[HELP].f1 == 0.0
    assert report.accuracy == 0.75
    assert report.macro_f1 == pytest.approx(0.9)


def test_languages_and_confusions(report: NluReport) -> None:
    """Each language is scored alone; confusions come most frequent first."""
    assert report.per_language["ms"].accuracy == 1.0
    assert report.per_language["en"].macro_f1 == pytest.approx(2 / 3)
    assert report.confusions == (Confusion(GREET, HELP, 1),)


def test_json(report: NluReport) -> None:
    """The report can be stored and read again."""
    stored = json.loads(report.to_json())
    assert stored["per_intent"]["greet"]["support"] == 3
    assert stored["confusions"] == [{"expected": "greet", "predicted": "help", "count": 1}]


def test_nothing_to_score_is_an_error() -> None:
    """No examples is not a score of 0."""
    with pytest.raises(ExamplesError):
        evaluate([])


def test_reads_examples(tmp_path: Path) -> None:
    """One JSON object a line; blank lines do not count."""
    path = tmp_path / "examples.jsonl"
    path.write_text('{"text": "hai", "intent": "greet", "lang": "ms"}\n\n', encoding="utf-8")
    assert read_examples(path) == [Example("hai", GREET, "ms")]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        '["hai"]',
        "7",
        '{"text": "hai", "lang": "ms"}',
        '{"text": "hai", "intent": "dance", "lang": "ms"}',
        '{"text": "", "intent": "greet", "lang": "ms"}',
        '{"text": 5, "intent": "greet", "lang": "ms"}',
    ],
)
def test_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    """An error says which line."""
    path = tmp_path / "examples.jsonl"
    path.write_text('{"text": "hai", "intent": "greet", "lang": "ms"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ExamplesError, match="line 2"):
        read_examples(path)


def test_missing_or_empty_file(tmp_path: Path) -> None:
    """No file and no examples are errors too."""
    with pytest.raises(ExamplesError):
        read_examples(tmp_path / "missing.jsonl")
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(ExamplesError):
        read_examples(tmp_path / "empty.jsonl")
