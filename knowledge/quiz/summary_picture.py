"""A class's results on one picture: how hard each question was, and which wrong option drew most."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from knowledge.quiz.cell_values import storable
from knowledge.quiz.headings import Heading, headings, theme_names
from knowledge.quiz.record import ClassRecord
from knowledge.quiz.result_tables import letter
from knowledge.quiz.statistics import QuestionStatistics, TechniqueResult, question_statistics, theme_results
from knowledge.text.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH_IN: Final = 7.2  # at 150 dpi 1,080 pixels: a phone's width
_DPI: Final = 150
_ROW_IN: Final = 0.62
_MOST_QUESTIONS: Final = 25  # more would make a picture that nobody can read on a phone
_TEXT, _PALE, _GRID = "#1b1f24", "#57606a", "#e4e7eb"
_HARD, _MIDDLE, _EASY = "#b3401f", "#c98a00", "#1f7a6d"  # told apart by the colour-blind too
_HARD_BELOW, _EASY_FROM = 0.4, 0.75


@dataclass(frozen=True)
class _Row:
    """A labelled bar: `share` 0 to 1 or None, with a line of small print below the label."""

    label: str
    small: str
    share: float | None
    is_marked: bool = False


def summary_picture(record: ClassRecord, language: Language) -> bytes:
    """A PNG, 1,080 pixels wide, with at most 25 questions: the hardest when there are more.

    The bar of each question is the share that has it right; below it stands the wrong option chosen most.
    """
    from matplotlib.figure import Figure  # takes seconds to load, and few processes ever need it

    words = headings(language)
    found = _at_most(question_statistics(record))
    questions = [_question_row(one, language) for one in found]
    techniques = [_theme_row(theme_names(language)[theme], result) for theme, result in theme_results(record)]
    heights = [len(questions) * _ROW_IN + 0.7, len(techniques) * _ROW_IN * 0.8 + 0.7]
    figure = Figure(figsize=(_WIDTH_IN, sum(heights) + 1.1), dpi=_DPI, facecolor="white")
    upper, lower = figure.subplots(2, 1, height_ratios=heights)
    _bars(upper, words[Heading.PICTURE_QUESTIONS], questions)
    _bars(lower, words[Heading.PICTURE_TECHNIQUES], techniques)
    _title(figure, record, language, has_mark=any(row.is_marked for row in questions))
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _at_most(found: Sequence[QuestionStatistics]) -> list[QuestionStatistics]:
    hardest = sorted(found, key=lambda one: 2.0 if one.difficulty is None else one.difficulty)[:_MOST_QUESTIONS]
    return sorted(hardest, key=lambda one: one.question.number)


def _question_row(found: QuestionStatistics, language: Language) -> _Row:
    words, question, wrong = headings(language), found.question, found.most_chosen_wrong
    if not found.answered:
        small = words[Heading.NO_ANSWERS]
    elif wrong is None:
        small = words[Heading.NOBODY_WRONG]
    else:
        share = round(100 * found.choices[wrong] / found.answered)
        small = f"✗ {letter(wrong)}. {_short(question.options[wrong], 58)}  ({share}%)"
    label = f"{question.number}. {_short(question.text, 68)}"
    return _Row(label, small, found.difficulty, is_marked=found.needs_a_look)


def _theme_row(name: str, result: TechniqueResult) -> _Row:
    return _Row(name, f"{result.right}/{result.answers}", result.share)


def _title(figure: "Figure", record: ClassRecord, language: Language, *, has_mark: bool) -> None:
    words = headings(language)
    height = figure.get_figheight()
    figure.subplots_adjust(left=0.04, right=0.96, top=1 - 1.35 / height, bottom=0.25 / height, hspace=0.9 / height)
    scores = [record.score(student) for student in record.students]
    mean = sum(scores) / len(scores) if scores else 0.0
    facts = f"{words[Heading.CLASS_CODE]} {record.code}  ·  {words[Heading.STUDENTS]}: {len(scores)}"
    if scores:
        facts += f"  ·  {words[Heading.MEAN]}: {mean:.1f}/{len(record.questions)}"
    legend = f"✗ {words[Heading.PICTURE_WRONG]}" + (f"  ·  {words[Heading.PICTURE_LEGEND]}" if has_mark else "")
    lines = ((0.34, _short(record.title, 60), 15, "bold", _TEXT), (0.62, facts, 10, "normal", _PALE))
    for down, text, size, weight, colour in (*lines, (0.86, legend, 9, "normal", _PALE)):
        figure.text(
            0.04, 1 - down / height, text, size=size, weight=weight, color=colour, va="center", parse_math=False
        )


def _bars(axes: "Axes", title: str, rows: Sequence[_Row]) -> None:
    axes.set_title(title, loc="left", size=11, weight="bold", color=_TEXT, pad=8)
    axes.set_xlim(0, 1.12)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_axis_off()
    for place, row in enumerate(rows):
        share = row.share or 0.0
        axes.barh(place + 0.26, 1, height=0.16, color=_GRID)
        axes.barh(place + 0.26, share, height=0.16, color=_colour(share))
        amount = "–" if row.share is None else f"{math.floor(100 * share + 0.5)}%"
        axes.text(1.015, place + 0.26, amount, size=10, weight="bold", va="center", color=_TEXT)
        mark = "▲ " if row.is_marked else ""
        axes.text(0, place - 0.3, f"{mark}{row.label}", size=9.5, va="center", color=_TEXT, parse_math=False)
        axes.text(0, place + 0.0, row.small, size=8, va="center", color=_PALE, parse_math=False)


def _colour(share: float) -> str:
    if share < _HARD_BELOW:
        return _HARD
    return _EASY if share >= _EASY_FROM else _MIDDLE


def _short(text: str, width: int) -> str:
    """One line of at most `width` characters that the font has; others are drawn as a box, and noisily."""
    drawn = "".join(character if ord(character) in _drawable() else "□" for character in storable(text))
    return shorten(drawn, width, placeholder=" …") if " " in drawn else drawn[:width]


@cache
def _drawable() -> frozenset[int]:
    """The characters of matplotlib's own font, with white space."""
    from matplotlib.font_manager import FontProperties, findfont
    from matplotlib.ft2font import FT2Font

    font = FT2Font(findfont(FontProperties(family="DejaVu Sans")))
    return frozenset(font.get_charmap()) | {ord(" "), ord("\n"), ord("\t")}
