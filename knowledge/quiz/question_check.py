"""From the cells of one question to the question, or to everything that is wrong with it."""

from collections.abc import Mapping
from typing import Final

from knowledge.quiz.own_question import MIDDLE, NO_TECHNIQUE, OwnQuestion
from knowledge.quiz.set_columns import Column, explanation_column, option_columns, question_column
from knowledge.quiz.set_faults import Problem, SetFault
from knowledge.text.language import Language

# Telegram's limits for a quiz poll, https://core.telegram.org/bots/api#sendpoll
QUESTION_CHARS: Final = 300
OPTION_CHARS: Final = 100
EXPLANATION_CHARS: Final = 200
EXPLANATION_BREAKS: Final = 2
TECHNIQUE_CHARS: Final = 40  # what a bar of the summary picture has room for
_LETTERS: Final = "ABCD"

Cells = Mapping[Column, str]


def check_question(question_id: str, line: int, cells: Cells) -> OwnQuestion | list[SetFault]:
    """The question of a line, whose empty cells may be left out.

    Args:
        question_id: the id it gets.
        line: where it stands, for the faults.
        cells: its texts without the blanks around them.
    """
    written = [language for language in Language if _is_begun(cells, language)]
    faults = [] if written else [SetFault(Problem.NO_LANGUAGE, line)]
    for language in written:
        faults += _language_faults(line, cells, language)
    right = _right(line, cells)
    level = _level(line, cells)
    faults += _too_long(line, cells, Column.TECHNIQUE, TECHNIQUE_CHARS)
    faults += [found for found in (right, level) if isinstance(found, SetFault)]
    if faults or isinstance(right, SetFault) or isinstance(level, SetFault):
        return faults
    return _question(question_id, cells, written, right, level)


def cells_of(question: OwnQuestion) -> dict[Column, str]:
    """The cells that make this question; empty ones are left out."""
    cells = {
        Column.RIGHT: _LETTERS[question.answer_index],
        Column.LEVEL: str(question.difficulty),
        Column.TECHNIQUE: "" if question.skill_or_topic == NO_TECHNIQUE else question.skill_or_topic,
        Column.QUESTION_MS: question.question_ms or "",
        Column.QUESTION_EN: question.question_en or "",
        Column.EXPLANATION_MS: question.explanation_ms or "",
        Column.EXPLANATION_EN: question.explanation_en or "",
    }
    for language, options in ((Language.MS, question.options_ms), (Language.EN, question.options_en)):
        cells |= dict(zip(option_columns(language), options or (), strict=False))
    return {column: text for column, text in cells.items() if text}


def _is_begun(cells: Cells, language: Language) -> bool:
    columns = (question_column(language), *option_columns(language), explanation_column(language))
    return any(cells.get(column) for column in columns)


def _language_faults(line: int, cells: Cells, language: Language) -> list[SetFault]:
    question, options, explanation = question_column(language), option_columns(language), explanation_column(language)
    faults = [SetFault(Problem.MISSING, line, column) for column in (question, *options) if not cells.get(column)]
    faults += _too_long(line, cells, question, QUESTION_CHARS)
    for column in options:
        faults += _too_long(line, cells, column, OPTION_CHARS)
    faults += _too_long(line, cells, explanation, EXPLANATION_CHARS)
    if cells.get(explanation, "").count("\n") > EXPLANATION_BREAKS:
        faults.append(SetFault(Problem.LINE_BREAKS, line, explanation, {"limit": EXPLANATION_BREAKS}))
    return faults + _same_options(line, cells, options)


def _too_long(line: int, cells: Cells, column: Column, limit: int) -> list[SetFault]:
    length = len(cells.get(column, ""))
    if length <= limit:
        return []
    return [SetFault(Problem.TOO_LONG, line, column, {"length": length, "limit": limit, "excess": length - limit})]


def _same_options(line: int, cells: Cells, columns: tuple[Column, ...]) -> list[SetFault]:
    faults: list[SetFault] = []
    seen: set[str] = set()
    for column in columns:
        text = cells.get(column, "").casefold()
        if text and text in seen:
            faults.append(SetFault(Problem.SAME_OPTION, line, column, {"shown": cells[column][:OPTION_CHARS]}))
        seen.add(text)
    return faults


def _right(line: int, cells: Cells) -> int | SetFault:
    """The right option: a letter, its number from 1, or its text."""
    text = cells.get(Column.RIGHT, "").strip(" .)(").upper()
    if not text:
        return SetFault(Problem.NO_RIGHT, line, Column.RIGHT)
    for names in (_LETTERS, "1234"):
        if len(text) == 1 and text in names:
            return names.index(text)
    for language in Language:
        options = [cells.get(column, "").upper() for column in option_columns(language)]
        if text in options:
            return options.index(text)
    return SetFault(Problem.UNKNOWN_RIGHT, line, Column.RIGHT, {"shown": cells[Column.RIGHT][:OPTION_CHARS]})


def _level(line: int, cells: Cells) -> int | SetFault:
    text = cells.get(Column.LEVEL, "")
    if not text:
        return MIDDLE
    if text in ("1", "2", "3"):
        return int(text)
    return SetFault(Problem.UNKNOWN_LEVEL, line, Column.LEVEL, {"shown": text[:OPTION_CHARS]})


def _question(question_id: str, cells: Cells, written: list[Language], right: int, level: int) -> OwnQuestion:
    texts: dict[str, object] = {}
    for language in Language:
        is_written = language in written
        options = [cells.get(column, "") for column in option_columns(language)]
        texts[f"question_{language.value}"] = cells.get(question_column(language)) if is_written else None
        texts[f"options_{language.value}"] = tuple(options) if is_written else None
        texts[f"explanation_{language.value}"] = cells.get(explanation_column(language)) or None
    record = {
        "id": question_id,
        "skill_or_topic": cells.get(Column.TECHNIQUE) or NO_TECHNIQUE,
        "difficulty": level,
        "answer_index": right,
    }
    return OwnQuestion.model_validate(record | texts)
