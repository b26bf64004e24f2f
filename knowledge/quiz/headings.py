"""The words on result files and pictures, in both languages, from `data/headings.tsv` and `data/themes.tsv`."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from knowledge.quiz.categories import Category
from knowledge.text.language import Language


class Heading(StrEnum):
    """A word by its name in the table."""

    ANSWERS = "answers"
    STUDENTS = "students"
    QUESTIONS = "questions"
    TECHNIQUES = "techniques"
    GAIN = "gain"
    NUMBER = "number"
    STUDENT = "student"
    QUESTION_NUMBER = "question_number"
    QUESTION = "question"
    TECHNIQUE = "technique"
    LEVEL = "level"
    CHOSEN = "chosen"
    CHOSEN_TEXT = "chosen_text"
    RIGHT_OPTION = "right_option"
    IS_RIGHT = "is_right"
    SECONDS = "seconds"
    ANSWERED_AT = "answered_at"
    IS_LATE = "is_late"
    JOINED_AT = "joined_at"
    ANSWERED = "answered"
    RIGHT = "right"
    SHARE_RIGHT = "share_right"
    DIFFICULTY = "difficulty"
    DISCRIMINATION = "discrimination"
    UPPER_LOWER = "upper_lower"
    MOST_CHOSEN_WRONG = "most_chosen_wrong"
    NEEDS_A_LOOK = "needs_a_look"
    RELIABILITY = "reliability"
    BEFORE = "before"
    AFTER = "after"
    DIFFERENCE = "difference"
    NORMALISED_GAIN = "normalised_gain"
    LOW = "low"
    HIGH = "high"
    VALUE = "value"
    MEASURE = "measure"
    CLASS_CODE = "class_code"
    MEAN = "mean"
    PICTURE_QUESTIONS = "picture_questions"
    PICTURE_WRONG = "picture_wrong"
    PICTURE_TECHNIQUES = "picture_techniques"
    PICTURE_LEGEND = "picture_legend"
    NO_ANSWERS = "no_answers"
    NOBODY_WRONG = "nobody_wrong"


@cache
def headings(language: Language) -> Mapping[Heading, str]:
    """Every word in this language."""
    return {Heading(name): text for name, text in _texts("headings.tsv", language).items()}


@cache
def theme_names(language: Language) -> Mapping[Category, str]:
    """What each theme is called in this language."""
    return {Category(name): text for name, text in _texts("themes.tsv", language).items()}


def _texts(name: str, language: Language) -> dict[str, str]:
    """A table's texts in one language by their first column."""
    table = (files("knowledge.quiz") / "data" / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines()]
    return {key: ms if language is Language.MS else en for key, ms, en in rows}
