"""Language of a message."""

import pytest

from knowledge.text.detect import Detected, detect_language
from knowledge.text.language import Language


@pytest.mark.parametrize(
    "text", ["betul ke spr tukar tarikh", "eh btul ke ni", "nak kuiz", "apakah benar pemilu ditunda"]
)
def test_malay(text: str) -> None:
    """Formal, chat and even Indonesian wording is answered in Malay."""
    assert detect_language(text, Language.EN) == Detected(Language.MS)


@pytest.mark.parametrize("text", ["is it true the EC changed the date", "quiz please", "who checks these claims"])
def test_english(text: str) -> None:
    """English is answered in English."""
    assert detect_language(text) == Detected(Language.EN)


def test_mixed() -> None:
    """A message in both is marked as mixed."""
    assert detect_language("boleh ke bring phone masuk polling station").is_mixed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("你好，这是真的吗", "zh"),
        ("இது உண்மையா", "ta"),
        ("क्या यह सच है", "hi"),
        ("xin chào tôi muốn hỏi về bầu cử", "vi"),
    ],
)
def test_other_languages_are_named(text: str, code: str) -> None:
    """A language the bot does not speak is told apart, by script or by its words."""
    assert detect_language(text).foreign == code


@pytest.mark.parametrize("text", ["", "ok", "12345", "😀"])
def test_nothing_to_go_by_takes_the_default(text: str) -> None:
    """Without evidence the person's own default language is kept."""
    assert detect_language(text, Language.EN) == Detected(Language.EN)
