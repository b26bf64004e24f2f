"""Verdicts as feeds write them: the words of the bot's own answers."""

from collections.abc import Mapping
from typing import Final

from knowledge.entry import Verdict
from knowledge.text.language import Language

_NAMES: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.FALSE: ("Palsu", "False"),
    Verdict.MISLEADING: ("Mengelirukan", "Misleading"),
    Verdict.MISSING_CONTEXT: ("Kurang konteks", "Missing context"),
    Verdict.ALTERED: ("Diubah suai", "Altered"),
    Verdict.UNPROVEN: ("Belum terbukti", "Unproven"),
    Verdict.SATIRE: ("Satira", "Satire"),
    Verdict.TRUE: ("Benar", "True"),
}


def verdict_name(verdict: Verdict, language: Language) -> str:
    """The verdict in words."""
    malay, english = _NAMES[verdict]
    return malay if language is Language.MS else english
