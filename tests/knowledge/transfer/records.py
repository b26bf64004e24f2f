"""Lines of a file for tests: valid ones, to be changed into what a test needs."""

import json
from pathlib import Path

SCOPE: dict[str, object] = {
    "states": ["johor"],
    "election": "prn-johor-2026",
    "valid_from": "2026-01-01",
    "valid_until": "2026-12-31",
}
UPKEEP: dict[str, object] = {
    "review_by": "2026-11-30",
    "more_sources": ["https://www.spr.gov.my/notis"],
    "corrected_on": "2026-03-14",
    "correction_ms": "Tarikh dibetulkan.",
    "correction_en": "A date was corrected.",
}
WORDINGS: dict[str, object] = {
    "wordings_ms": ["Pen sendiri kena bawa masa mengundi.", "SPR suruh bawa own pen."],
    "wordings_en": ["Bring your own pen to vote."],
}
READING: dict[str, object] = {
    "checked_at": "2026-11-25",
    "checked_against": "https://web.archive.org/web/2026/https://sebenarnya.my/a-claim",
    "check_result": "corrected",
    "pending_reason": None,
}
FACT_CHECK: dict[str, object] = {
    "kind": "fact_check",
    "id": "a-claim",
    "topic": "voting-process",
    "claim_ms": "Pengundi perlu membawa pen sendiri.",
    "claim_en": "Voters must bring their own pen.",
    "verdict": "false",
    "summary_ms": "SPR menyediakan pen.",
    "summary_en": "The EC provides pens.",
    "claim_date": None,
    "review_date": "2026-01-02",
    "publisher": "Sebenarnya.my (MCMC)",
    "source_url": "https://sebenarnya.my/a-claim",
    "source_lang": "ms",
    "entities": ["SPR", "Johor"],
    "confidence": "high",
    **WORDINGS,
    "look_alikes": ["SPR perlu membawa pen sendiri."],
    **SCOPE,
    **UPKEEP,
    **READING,
}
GUIDELINE: dict[str, object] = {
    "kind": "guideline",
    "id": "a-rule",
    "area": "voter-info",
    "owner": "SPR",
    "title_ms": "Di mana saya mengundi?",
    "title_en": "Where do I vote?",
    "body_ms": "Semak daftar pemilih.",
    "body_en": "Look yourself up on the roll.",
    "source_url": "https://www.spr.gov.my/",
    "as_of": "2026-08",
    "confidence": "medium",
    **WORDINGS,
    **SCOPE,
    **UPKEEP,
    **READING,
}
QUIZ: dict[str, object] = {
    "kind": "quiz",
    "id": "a-question",
    "skill_or_topic": "voting-process",
    "difficulty": 1,
    "question_ms": "Siapa menyediakan pen?",
    "question_en": "Who provides pens?",
    "options_ms": ["SPR", "Parti", "Pengundi", "Polis"],
    "options_en": ["The EC", "Parties", "Voters", "Police"],
    "answer_index": 0,
    "explanation_ms": "SPR menyediakannya.",
    "explanation_en": "The EC provides them.",
    "based_on": "a-claim",
    "source_url": "https://www.spr.gov.my/",
    **READING,
}


def without(record: dict[str, object], *fields: str) -> dict[str, object]:
    """The record less some fields."""
    return {name: value for name, value in record.items() if name not in fields}


def line(record: dict[str, object], **changes: object) -> str:
    """The changed record as one line of JSON."""
    return json.dumps(record | changes)


def jsonl(folder: Path, *lines: str) -> Path:
    """A JSON Lines file of these lines."""
    path = folder / "entries.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def table(folder: Path, text: str | bytes) -> Path:
    """A CSV file with this content."""
    path = folder / "entries.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
