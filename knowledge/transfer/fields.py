"""Which fields there are, by kind, and how each is written in a file."""

from enum import StrEnum
from typing import Final

from knowledge.entry import Area, Confidence, EntryKind, FactCheck, Guideline, QuizItem, Status, Topic, Verdict
from knowledge.scope import Scope, State
from knowledge.second_reading import CheckResult, SecondReading
from knowledge.text.language import Language
from knowledge.upkeep import Upkeep
from knowledge.wordings import WordedClaim

Record = dict[str, object]
"""A line's fields by name, before they are checked."""

STATUS: Final = "status"
MODELS: Final[dict[EntryKind, type[FactCheck] | type[Guideline] | type[QuizItem]]] = {
    EntryKind.FACT_CHECK: FactCheck,
    EntryKind.GUIDELINE: Guideline,
    EntryKind.QUIZ: QuizItem,
}
LANGUAGE_TEXTS: Final[dict[EntryKind, tuple[str, ...]]] = {
    EntryKind.FACT_CHECK: ("claim", "summary"),
    EntryKind.GUIDELINE: ("title", "body"),
    EntryKind.QUIZ: ("question", "options", "explanation"),
}
CHOICES: Final[dict[str, type[StrEnum]]] = {
    "kind": EntryKind,
    "status": Status,
    "verdict": Verdict,
    "topic": Topic,
    "area": Area,
    "confidence": Confidence,
    "states": State,
    "check_result": CheckResult,
}
LISTS: Final = frozenset({*WordedClaim.model_fields, "entities", "states", "more_sources", "options_ms", "options_en"})
NUMBERS: Final = frozenset({"difficulty", "answer_index"})
_LAST: Final = frozenset(
    {*WordedClaim.model_fields, *Scope.model_fields, *Upkeep.model_fields, *SecondReading.model_fields}
)


def fields_of(kind: EntryKind) -> tuple[str, ...]:
    """The fields a line of this kind may have, in the order they are written."""
    return tuple(dict.fromkeys(("kind", "id", STATUS, *_own_fields(kind), *MODELS[kind].model_fields)))


def _own_fields(kind: EntryKind) -> list[str]:
    return [name for name in MODELS[kind].model_fields if name not in _LAST]


ALL_FIELDS: Final = tuple(dict.fromkeys(field for kind in EntryKind for field in fields_of(kind)))


def texts_of(kind: EntryKind, language: Language) -> tuple[str, ...]:
    """The fields that make up one language of a kind."""
    return tuple(f"{text}_{language.value}" for text in LANGUAGE_TEXTS[kind])
