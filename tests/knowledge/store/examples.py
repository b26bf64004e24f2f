"""Entries for tests, valid unless told otherwise."""

from knowledge.entry import Area, FactCheck, Guideline, QuizItem, Topic, Verdict


def fact_check(entry_id: str = "a-claim", **fields: object) -> FactCheck:
    """A fact-check in both languages."""
    record: dict[str, object] = {
        "id": entry_id,
        "topic": Topic.VOTING_PROCESS,
        "claim_ms": "Pengundi perlu membawa pen sendiri.",
        "claim_en": "Voters must bring their own pen.",
        "verdict": Verdict.FALSE,
        "summary_ms": "SPR menyediakan pen di setiap pusat mengundi.",
        "summary_en": "The EC provides pens at every polling centre.",
        "review_date": "2026-01-02",
        "publisher": "Sebenarnya.my (MCMC)",
        "source_url": f"https://sebenarnya.my/{entry_id}/",
        "entities": ("SPR",),
    }
    return FactCheck.model_validate(record | fields)


def guideline(entry_id: str = "a-rule", **fields: object) -> Guideline:
    """A guideline in English only."""
    record: dict[str, object] = {
        "id": entry_id,
        "area": Area.VOTER_INFO,
        "owner": "SPR",
        "title_ms": None,
        "title_en": "Where do I vote?",
        "body_ms": None,
        "body_en": "Look yourself up on the roll.",
        "source_url": "https://www.spr.gov.my/",
    }
    return Guideline.model_validate(record | fields)


def quiz_item(entry_id: str = "a-question", **fields: object) -> QuizItem:
    """A quiz item in Malay only."""
    record: dict[str, object] = {
        "id": entry_id,
        "skill_or_topic": "voting-process",
        "difficulty": 1,
        "question_ms": "Siapa menyediakan pen?",
        "question_en": None,
        "options_ms": ("SPR", "Parti", "Pengundi", "Polis"),
        "options_en": None,
        "answer_index": 0,
        "explanation_ms": "SPR menyediakannya.",
        "explanation_en": None,
        "based_on": "a-claim",
        "source_url": "https://www.spr.gov.my/",
    }
    return QuizItem.model_validate(record | fields)
