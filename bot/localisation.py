"""The bot's texts in both languages, rendered from Fluent files."""

import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from actions.reply import Phrase
from bot.errors import MissingTextError
from bot.fluent_texts import FluentTexts
from knowledge.text.language import Language

TEXTS: Final = Path(__file__).parent / "texts"
_FOREIGN: Final = "foreign.ftl"
# Fluent gives up on parameters of more than 1,000 characters, so it gets marks in their place.
_MARK: Final = re.compile("\ue000(\\w+)\ue001")
_REGION: Final = {Language.MS: "ms-MY", Language.EN: "en-MY"}


class Localisation:
    """Turns phrases into text. Stateless once made, so any thread may use it."""

    def __init__(self, directory: Path = TEXTS) -> None:
        """Reads the texts.

        Args:
            directory: Holds `ms/*.ftl`, `en/*.ftl` (a file for each area) and `foreign.ftl`.

        Raises:
            MissingTextError: If a language has no file, or `foreign.ftl` is not there.
        """
        self._texts: Mapping[Language, FluentTexts] = {language: _texts(directory, language) for language in Language}

    def text(self, phrase: Phrase, language: Language, *, escape: bool) -> str:
        """Render a phrase.

        Args:
            phrase: What to say; phrases among its parameters are rendered first.
            language: In which language.
            escape: Whether plain parameters are made safe for HTML, for texts that are sent as HTML.

        Returns:
            The text, with the tags its message has in the Fluent file.

        Raises:
            MissingTextError: If there is no such text or a parameter is missing.
        """
        params = {name: self._param(value, language, escape=escape) for name, value in phrase.params.items()}
        return self._format(phrase, params, language)

    def label(self, label: Phrase | str, language: Language) -> str:
        """The plain text of a button.

        Raises:
            MissingTextError: If there is no such text or a parameter is missing.
        """
        return label if isinstance(label, str) else self.text(label, language, escape=False)

    def _param(self, value: str | int | Phrase, language: Language, *, escape: bool) -> str | int:
        if isinstance(value, Phrase):
            return self.text(value, language, escape=escape)
        if isinstance(value, str) and escape:
            return html.escape(value, quote=False)
        return value

    def _format(self, phrase: Phrase, params: Mapping[str, str | int], language: Language) -> str:
        texts = self._texts[language]
        try:
            pattern = texts.pattern(phrase.key.value)
        except KeyError:
            raise MissingTextError(f"There is no text {phrase.key.value!r} in {language.value!r}.") from None
        if pattern is None:
            raise MissingTextError(f"The text {phrase.key.value!r} is empty in {language.value!r}.")
        marks = {name: f"\ue000{name}\ue001" if isinstance(value, str) else value for name, value in params.items()}
        text, errors = texts.format(pattern, marks)
        if errors:
            raise MissingTextError(f"The text {phrase.key.value!r} in {language.value!r}: {errors[0]}") from errors[0]
        return _MARK.sub(lambda mark: str(params[mark[1]]), text)


def _texts(directory: Path, language: Language) -> FluentTexts:
    areas = sorted((directory / language.value).glob("*.ftl"))
    if not areas:
        raise MissingTextError(f"There are no texts in {directory / language.value}.")
    return FluentTexts(_REGION[language], [_read(path) for path in (*areas, directory / _FOREIGN)])


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MissingTextError(f"The texts {path} are missing.") from error
