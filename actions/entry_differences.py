"""What is different for a reader between two versions of an entry."""

from actions.compose import listed
from actions.entry_phrases import told, verdict
from actions.labels import name_of
from actions.message_key import MessageKey
from actions.reply import Phrase
from knowledge.entry import FactCheck, Guideline
from knowledge.text.language import Language

_Version = FactCheck | Guideline
_SOURCE = ("publisher", "owner", "source_url", "more_sources", "review_date", "as_of")
_SCOPE = ("states", "election", "valid_from", "valid_until")


def differences(before: _Version, now: _Version, language: Language) -> Phrase | None:
    """The parts that differ in this language, the verdict with what it was; None when a reader sees no difference."""
    parts = []
    if isinstance(before, FactCheck) and isinstance(now, FactCheck) and before.verdict is not now.verdict:
        parts.append(Phrase(MessageKey.PART_VERDICT, {"before": verdict(before.verdict)}))
    if name_of(before, language) != name_of(now, language):
        parts.append(Phrase(MessageKey.PART_NAME))
    if told(before, language) != told(now, language):
        parts.append(Phrase(MessageKey.PART_TEXT))
    for key, names in ((MessageKey.PART_SOURCE, _SOURCE), (MessageKey.PART_SCOPE, _SCOPE)):
        if any(getattr(before, name, None) != getattr(now, name, None) for name in names):
            parts.append(Phrase(key))
    return listed(*parts) if parts else None
