"""The sentences of faults in Malay.

Faults are worded in English where they are found. `data/faults_ms.tsv` has each sentence and its Malay, with {} where
something is filled in, and a test holds it against every fault that the tests know.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from knowledge.transfer.faults import LineFault

_LAST_OR: Final = re.compile(r" or (?=\S+\Z)")
_QUOTED: Final = ("'", '"', "[")


@dataclass(frozen=True)
class _Sentence:
    english: re.Pattern[str]
    malay: str
    fixed: int


def in_malay(sentence: str) -> str:
    """The sentence in Malay; one that the catalogue does not have stays as it is, so that nothing is kept back."""
    return translated(sentence) or sentence


def translated(sentence: str) -> str | None:
    """The sentence in Malay, if the catalogue has it; of several that fit, the one with most words of its own."""
    for known in _catalogue():
        found = known.english.fullmatch(sentence)
        if found is not None:
            return _filled(known.malay, found.groups())
    return None


def malay_fault(fault: LineFault) -> LineFault:
    """The fault with its sentences in Malay."""
    return LineFault(fault.line, fault.field, in_malay(fault.problem), in_malay(fault.mend))


def _filled(malay: str, values: tuple[str, ...]) -> str:
    rest = iter(values)
    return re.sub(r"\{\}", lambda _: _value(next(rest)), malay)


def _value(value: str) -> str:
    """A part of the catalogue in Malay; a list of choices with "atau"; what people wrote as they wrote it."""
    known = translated(value)
    if known is not None:
        return known
    return value if value.startswith(_QUOTED) else _LAST_OR.sub(" atau ", value)


@cache
def _catalogue() -> tuple[_Sentence, ...]:
    text = (files("knowledge.transfer") / "data" / "faults_ms.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if line]
    found = [_sentence(english, malay) for english, malay in pairs]
    return tuple(sorted(found, key=lambda sentence: -sentence.fixed))


def _sentence(english: str, malay: str) -> _Sentence:
    parts = english.split("{}")
    pattern = "(.+?)".join(map(re.escape, parts))
    return _Sentence(re.compile(pattern, re.DOTALL), malay, sum(map(len, parts)))
