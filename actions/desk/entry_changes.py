"""What a correction changes, field by field, for whoever reviews it."""

from actions.desk.keys import DeskKey
from actions.labels import shorten
from actions.reply import Phrase
from knowledge.entry import FactCheck, Guideline

_SHOWN = 200
_FIELDS = {
    "claim_ms": DeskKey.FIELD_CLAIM_MS,
    "summary_ms": DeskKey.FIELD_SUMMARY_MS,
    "claim_en": DeskKey.FIELD_CLAIM_EN,
    "summary_en": DeskKey.FIELD_SUMMARY_EN,
    "title_ms": DeskKey.FIELD_TITLE_MS,
    "body_ms": DeskKey.FIELD_BODY_MS,
    "title_en": DeskKey.FIELD_TITLE_EN,
    "body_en": DeskKey.FIELD_BODY_EN,
    "owner": DeskKey.FIELD_OWNER,
    "as_of": DeskKey.FIELD_AS_OF,
    "verdict": DeskKey.FIELD_VERDICT,
    "publisher": DeskKey.FIELD_PUBLISHER,
    "source_url": DeskKey.FIELD_SOURCES,
    "more_sources": DeskKey.FIELD_SOURCES,
    "claim_date": DeskKey.FIELD_CLAIM_DATE,
    "review_date": DeskKey.FIELD_REVIEW_DATE,
    "topic": DeskKey.FIELD_TOPIC,
    "states": DeskKey.FIELD_STATES,
    "election": DeskKey.FIELD_ELECTION,
    "valid_until": DeskKey.FIELD_VALID_UNTIL,
    "review_by": DeskKey.FIELD_REVIEW_BY,
}


def changes(before: FactCheck | Guideline, after: FactCheck | Guideline) -> list[Phrase]:
    """One line for each field that differs: what it was, what it will be."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    differing = [name for name in _FIELDS if name in new and old.get(name) != new[name]]
    return [
        Phrase(
            DeskKey.SUBMISSION_CHANGE,
            {"field": Phrase(_FIELDS[name]), "before": _shown(old.get(name)), "after": _shown(new[name])},
        )
        for name in differing
    ]


def _shown(value: object) -> str:
    text = ", ".join(str(one) for one in value) if isinstance(value, list) else str(value or "")
    return shorten(text, _SHOWN) or "—"
