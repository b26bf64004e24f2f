"""The words on result files and pictures."""

import pytest

from knowledge.quiz.categories import Category
from knowledge.quiz.headings import Heading, headings, theme_names
from knowledge.text.language import Language


@pytest.mark.parametrize("language", Language)
def test_every_word_and_theme_has_a_name_in_both_languages(language: Language) -> None:
    """A table that lacks one would leave a hole in a picture."""
    assert set(headings(language)) == set(Heading)
    assert set(theme_names(language)) == set(Category)
    assert all(text.strip() for text in (*headings(language).values(), *theme_names(language).values()))
