"""Entries of every kind, with everything in their texts that a file format may trip over."""

from datetime import date
from enum import Enum

from hypothesis import strategies as st

from knowledge.entry import Area, Confidence, FactCheck, Guideline, QuizItem, Status, Topic, Verdict
from knowledge.scope import State
from knowledge.second_reading import CheckResult

Entry = FactCheck | Guideline | QuizItem
_FORMULAS = ["=1+1", "+6012", "-5", "@SPR", "\t=x", "=", "'", "''=", "'=1", "'-", "'["]
_MARKS = ["|", "a|b", "[", '["a"]', '"', ",", ";", "{}", "\\", "\\n", "null", "false", "1"]
_CHARACTERS = ["\r\n", "\n", "\r", "\x00", "\x1c", "\x85", "\u2028", "\ufeff", "😀", "👨\u200d👩\u200d👧", "中文"]
_AWKWARD = st.sampled_from(_FORMULAS + _MARKS + _CHARACTERS)
_ANY_CHARACTER = st.characters(exclude_categories=["Cs"])
_PIECES = st.lists(st.one_of(_AWKWARD, st.text(_ANY_CHARACTER, max_size=5)), min_size=1, max_size=6)


def _text(longest: int) -> st.SearchStrategy[str]:
    return _PIECES.map("".join).filter(lambda text: bool(_stripped(text)) and len(text) <= longest)


def _stripped(text: str) -> str:
    """Without what Pydantic strips: Unicode's white space, which is less than Python's."""
    return text.strip("".join(map(chr, [*range(9, 14), 32, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029,
                                        0x202F, 0x205F, 0x3000])))  # fmt: skip


_IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
_URLS = st.from_regex(r"https?://[^\s<>\"\ud800-\udfff]{1,40}", fullmatch=True)
_DATES = st.one_of(st.none(), st.sampled_from(["2024", "2024-05", "2024-05-31"]))
_LANGUAGES = st.sampled_from([("ms",), ("en",), ("ms", "en")])


def _one_of(choices: type[Enum]) -> st.SearchStrategy[Enum]:
    return st.sampled_from(list(choices))


_DAYS = st.dates(min_value=date(1000, 1, 1)).map(date.isoformat)
_ELECTIONS = st.sampled_from([None, "federal", "by-election", "pru15", "prk-ayer-kuning-2025"])


@st.composite
def _scopes(draw: st.DrawFn) -> dict[str, object]:
    first, last = sorted([draw(_DAYS), draw(_DAYS)])
    return {
        "states": draw(st.lists(_one_of(State), max_size=3)),
        "election": draw(_ELECTIONS),
        "valid_from": draw(st.sampled_from([None, first])),
        "valid_until": draw(st.sampled_from([None, last])),
    }


@st.composite
def _upkeep(draw: st.DrawFn) -> dict[str, object]:
    fields: dict[str, object] = {
        "review_by": draw(st.none() | _DAYS),
        "more_sources": draw(st.lists(_URLS, max_size=2)),
    }
    if draw(st.booleans()):
        fields |= {"corrected_on": draw(_DAYS), "correction_ms": draw(_text(1000))}
        fields["correction_en"] = draw(st.none() | _text(1000))
    return fields


@st.composite
def _readings(draw: st.DrawFn) -> dict[str, object]:
    if not draw(st.booleans()):
        return {}
    result = draw(st.sampled_from([CheckResult.CONFIRMED, CheckResult.CORRECTED]))
    return {"checked_at": draw(_DAYS), "checked_against": draw(_URLS), "check_result": result}


@st.composite
def fact_checks(draw: st.DrawFn) -> FactCheck:
    """Any fact-check in one or both languages."""
    fields: dict[str, object] = dict.fromkeys(("claim_ms", "claim_en", "summary_ms", "summary_en"))
    for language in draw(_LANGUAGES):
        fields |= {f"claim_{language}": draw(_text(300)), f"summary_{language}": draw(_text(1000))}
    return FactCheck.model_validate(
        fields
        | {
            "id": draw(_IDS),
            "topic": draw(_one_of(Topic)),
            "verdict": draw(_one_of(Verdict)),
            "claim_date": draw(_DATES),
            "review_date": draw(_DATES),
            "publisher": draw(_text(120)),
            "source_url": draw(_URLS),
            "source_lang": draw(st.sampled_from(["ms", "zh", "tam"])),
            "entities": draw(st.lists(_text(120), max_size=3)),
            "confidence": draw(_one_of(Confidence)),
        }
        | draw(_scopes())
        | draw(_upkeep())
        | draw(_readings())
    )


@st.composite
def guidelines(draw: st.DrawFn) -> Guideline:
    """Any guideline in one or both languages."""
    fields: dict[str, object] = dict.fromkeys(("title_ms", "title_en", "body_ms", "body_en"))
    for language in draw(_LANGUAGES):
        fields |= {f"title_{language}": draw(_text(300)), f"body_{language}": draw(_text(1000))}
    return Guideline.model_validate(
        fields
        | {
            "id": draw(_IDS),
            "area": draw(_one_of(Area)),
            "owner": draw(_text(120)),
            "source_url": draw(_URLS),
            "as_of": draw(_DATES),
            "confidence": draw(_one_of(Confidence)),
        }
        | draw(_scopes())
        | draw(_upkeep())
        | draw(_readings())
    )


@st.composite
def quiz_items(draw: st.DrawFn) -> QuizItem:
    """Any quiz item in one or both languages; it rests on itself, so that it can stand alone."""
    entry_id = draw(_IDS)
    fields: dict[str, object] = {}
    for language in ("ms", "en"):
        fields |= dict.fromkeys((f"question_{language}", f"options_{language}", f"explanation_{language}"))
    for language in draw(_LANGUAGES):
        options = draw(st.lists(_text(90), min_size=4, max_size=4))
        fields |= {
            f"question_{language}": draw(_text(300)),
            f"options_{language}": [f"{place}{option}" for place, option in enumerate(options)],
            f"explanation_{language}": draw(_text(200).filter(lambda text: text.count("\n") <= 2)),
        }
    return QuizItem.model_validate(
        fields
        | {
            "id": entry_id,
            "skill_or_topic": draw(_text(120)),
            "difficulty": draw(st.integers(1, 3)),
            "answer_index": draw(st.integers(0, 3)),
            "based_on": entry_id,
            "source_url": draw(_URLS),
        }
        | draw(_readings())
    )


def stores() -> st.SearchStrategy[list[tuple[Entry, Status]]]:
    """What a store may hold: entries with different ids, of any status."""
    entry = st.one_of(fact_checks(), guidelines(), quiz_items())
    return st.lists(st.tuples(entry, st.sampled_from(Status)), max_size=4, unique_by=lambda item: item[0].id)
