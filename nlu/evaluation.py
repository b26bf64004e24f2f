"""How well a parser does on labelled examples: plain counting, no library."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from nlu.errors import ExamplesError
from nlu.intents import Intent


@dataclass(frozen=True)
class Example:
    """One labelled utterance; `language` is ms, en or mixed, or empty if the file does not say."""

    text: str
    intent: Intent
    language: str


@dataclass(frozen=True)
class Outcome:
    """What was expected of one example, and what came."""

    expected: Intent
    predicted: Intent
    language: str


@dataclass(frozen=True)
class IntentScore:
    """Precision, recall and F1 of one intent, in [0, 1]; `support` is how many examples expected it."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True)
class LanguageScore:
    """Accuracy and macro-F1 over the examples of one language."""

    accuracy: float
    macro_f1: float
    support: int


@dataclass(frozen=True)
class Confusion:
    """How often one intent was taken for another."""

    expected: Intent
    predicted: Intent
    count: int


@dataclass(frozen=True)
class NluReport:
    """The result; `macro_f1` is the mean F1 over the intents that were expected at least once."""

    accuracy: float
    macro_f1: float
    per_intent: dict[Intent, IntentScore]
    per_language: dict[str, LanguageScore]
    confusions: tuple[Confusion, ...]

    def to_json(self) -> str:
        """The report as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)


def read_examples(path: Path) -> list[Example]:
    """Read a JSON Lines file with `text`, `intent` and `lang` on each line; blank lines are skipped.

    Raises:
        ExamplesError: if the file cannot be read, is empty, or a line is wrong; the message names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ExamplesError(f"cannot read {path}: {error}") from error
    examples = [_read_line(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not examples:
        raise ExamplesError(f"{path} holds no examples")
    return examples


def _read_line(path: Path, number: int, line: str) -> Example:
    try:
        raw = json.loads(line)
        text, language = raw["text"], raw.get("lang", "")
        if not isinstance(text, str) or not isinstance(language, str) or not text.strip():
            raise ExamplesError(f"{path}, line {number}: text and lang must be words")
        return Example(text, Intent(raw["intent"]), language)
    except json.JSONDecodeError as error:
        raise ExamplesError(f"{path}, line {number}: not JSON ({error.msg})") from error
    except KeyError as error:
        raise ExamplesError(f"{path}, line {number}: {error.args[0]!r} is missing") from error
    except (TypeError, ValueError) as error:
        raise ExamplesError(f"{path}, line {number}: {error}") from error


def evaluate(outcomes: Iterable[Outcome]) -> NluReport:
    """Score what a parser predicted.

    Raises:
        ExamplesError: if there is nothing to score.
    """
    rows = list(outcomes)
    if not rows:
        raise ExamplesError("nothing to evaluate")
    wrong = Counter((row.expected, row.predicted) for row in rows if row.expected != row.predicted)
    by_language = {
        language: [row for row in rows if row.language == language]
        for language in sorted({r.language for r in rows if r.language})
    }
    return NluReport(
        accuracy=_accuracy(rows),
        macro_f1=_macro_f1(rows),
        per_intent=_per_intent(rows),
        per_language={
            language: LanguageScore(_accuracy(part), _macro_f1(part), len(part))
            for language, part in by_language.items()
        },
        confusions=tuple(Confusion(*pair, count) for pair, count in wrong.most_common()),
    )


def _accuracy(rows: Sequence[Outcome]) -> float:
    return sum(row.expected == row.predicted for row in rows) / len(rows)


def _macro_f1(rows: Sequence[Outcome]) -> float:
    expected = [score.f1 for score in _per_intent(rows).values() if score.support]
    return sum(expected) / len(expected)


def _per_intent(rows: Sequence[Outcome]) -> dict[Intent, IntentScore]:
    support = Counter(row.expected for row in rows)
    claimed = Counter(row.predicted for row in rows)
    right = Counter(row.expected for row in rows if row.expected == row.predicted)
    return {
        intent: IntentScore(
            precision=_ratio(right[intent], claimed[intent]),
            recall=_ratio(right[intent], support[intent]),
            f1=_ratio(2 * right[intent], claimed[intent] + support[intent]),
            support=support[intent],
        )
        for intent in Intent
        if support[intent] or claimed[intent]
    }


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
