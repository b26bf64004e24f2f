"""The picture of a class's results."""

import io
from dataclasses import replace

import pytest
from matplotlib.image import imread

from knowledge.quiz.record import ClassRecord
from knowledge.quiz.summary_picture import summary_picture
from knowledge.text.language import Language

from .class_records import chance_record, record


def size(picture: bytes) -> tuple[int, int]:
    height, width, _ = imread(io.BytesIO(picture), format="png").shape
    return width, height


def test_it_is_a_phone_wide_and_differs_by_language() -> None:
    """A PNG that Telegram takes as a photo: width and height together at most 10,000."""
    made = chance_record(3, students=12, questions=10)
    pictures = [summary_picture(made, language) for language in Language]
    width, height = size(pictures[0])
    assert width == 1080
    assert width + height < 10_000
    assert pictures[0] != pictures[1]


def test_many_questions_still_fit() -> None:
    """Past 25 questions the hardest are drawn: the picture does not grow without end."""
    few = chance_record(3, students=5, questions=25)
    many = chance_record(3, students=5, questions=60)
    assert size(summary_picture(many, Language.EN)) == size(summary_picture(few, Language.EN))


@pytest.mark.parametrize("text", ["$x^{2$", "人 என்ன", "😀" * 80, "a" * 300, "\x00\ud83d", "<b>&"])
def test_any_text_can_be_drawn(text: str) -> None:
    """Formula signs, letters the font lacks and control characters are drawn as they are or as a box."""
    made = record([[0], [1], [1]])
    question = replace(made.questions[0], text=text, options=(text, text, "c", "d"), technique=text)
    odd = ClassRecord("ABC234", text, [question], made.students, made.answers)
    assert size(summary_picture(odd, Language.MS))[0] == 1080


def test_an_empty_class_can_be_drawn() -> None:
    """Nobody answered: bars are empty, nothing fails."""
    assert summary_picture(replace(record([[None]]), students=[]), Language.EN)
