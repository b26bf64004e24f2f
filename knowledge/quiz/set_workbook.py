"""A question set as a workbook to fill in."""

from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from knowledge.quiz.set_columns import Column, column_names, example
from knowledge.quiz.sheets import empty_book, fill, written
from knowledge.text.language import Language

_CHOICES: Final = {Column.RIGHT: '"A,B,C,D"', Column.LEVEL: '"1,2,3"'}
_SHEETS: Final = {Language.MS: ("Soalan", "Contoh"), Language.EN: ("Questions", "Example")}


def set_workbook(language: Language, filled: list[dict[Column, str]], room_for: int) -> bytes:
    """The questions on the first sheet, an example on the second; only the first is read back.

    Args:
        language: of the sheets' names; its columns come first.
        filled: the questions that stand in it already.
        room_for: in how many lines the right answer and the level are offered as choices.
    """
    book = empty_book()
    columns = list(column_names(language))
    heads = list(column_names(language).values())
    questions, shown = (book.create_sheet(title) for title in _SHEETS[language])
    fill(questions, [heads, *([cells.get(column) for column in columns] for cells in filled)])
    fill(shown, [heads, [example()[column] for column in columns]])
    for column, choices in _CHOICES.items():
        letter = get_column_letter(columns.index(column) + 1)
        offered = DataValidation(type="list", formula1=choices, allow_blank=True)
        offered.add(f"{letter}2:{letter}{room_for + 1}")
        questions.add_data_validation(offered)
    return written(book)
