"""From the answers of the guided conversation to an entry, and back."""

from collections.abc import Mapping
from datetime import date

from actions.conversation.form import Answers
from actions.desk.keys import DeskKey
from actions.reply import Phrase
from knowledge.entry import FactCheck, Guideline, Topic, Verdict
from knowledge.scope import State
from knowledge.text.language import Language

_SCOPE = ("election", "valid_until", "review_by")


def entry_from(answers: Answers, entry_id: str, today: date, before: FactCheck | None = None) -> FactCheck | Phrase:
    """The entry that the answers make, or what they lack.

    Args:
        answers: What was typed and pressed, each checked already.
        entry_id: The entry's id.
        today: The day of a correction.
        before: The entry that is edited or corrected; what was not asked stays as it was.
    """
    texts = _texts(answers)
    if not any(texts[f"claim_{language.value}"] for language in Language):
        return Phrase(DeskKey.NEITHER_LANGUAGE)
    claimed, reviewed = answers.get("claim_date"), answers.get("review_date")
    if claimed and reviewed[: len(claimed)] < claimed[: len(reviewed)]:
        return Phrase(DeskKey.WRONG_BEFORE_CLAIM)
    fields: dict[str, object] = {
        **(unchanged(before, texts) if before else {"source_lang": "ms" if texts["claim_ms"] else "en"}),
        **texts,
        **basis(answers),
        "claim_date": claimed or None,
        "id": entry_id,
        "topic": Topic(answers.get("topic")),
        "verdict": Verdict(answers.get("verdict")),
        "publisher": answers.get("publisher"),
        "review_date": reviewed or None,
    }
    return FactCheck.model_validate(fields | correction(answers, today))


def unchanged(before: FactCheck | Guideline, texts: Mapping[str, str | None]) -> dict[str, object]:
    """Every field as it was, but no wordings and look-alikes of a claim or title that now says something else.

    They would lead people who mean the former claim to the verdict of the new one.
    """
    was = {name: getattr(before, name) for name in texts if name.startswith(("claim_", "title_"))}
    is_other = any(text and texts[name] != text for name, text in was.items())
    return {**before.model_dump(), **(before.without_wordings() if is_other else {})}


def basis(answers: Answers) -> dict[str, object]:
    """The fields that fact-checks and guidelines share: sources, where and until when it holds, the next look."""
    source, *more = answers.get("sources").split("\n")
    return {
        **{name: answers.get(name) or None for name in _SCOPE},
        "source_url": source,
        "more_sources": tuple(more),
        "states": tuple(State(one) for one in answers.get("states").split(",") if one),
    }


def basis_of(entry: FactCheck | Guideline) -> dict[str, str]:
    """The answers that make these fields."""
    return {
        "sources": "\n".join([entry.source_url, *entry.more_sources]),
        "states": ",".join(entry.states),
        **{name: getattr(entry, name) or "" for name in _SCOPE},
    }


def values_of(entry: FactCheck) -> dict[str, str]:
    """The answers that make the entry, so that each can be changed; the note of a correction is asked anew.

    The answer in a language that is missing has no value yet, so that it is asked for once its claim is written.
    """
    texts = {f"claim_{language.value}": entry.claim(language) or "" for language in Language}
    written = {f"summary_{one.value}": entry.summary(one) or "" for one in Language if entry.claim(one)}
    return {
        **texts,
        **written,
        "verdict": entry.verdict.value,
        "publisher": entry.publisher,
        "claim_date": entry.claim_date or "",
        "review_date": entry.review_date or "",
        "topic": entry.topic.value,
        **basis_of(entry),
    }


def missing_language(entry: FactCheck | Guideline) -> Language | None:
    """The language that was left for later, if one was."""
    return next((language for language in Language if language not in entry.languages()), None)


def _texts(answers: Answers) -> Mapping[str, str | None]:
    """A language whose claim was left out has no summary either."""
    texts: dict[str, str | None] = {}
    for language in Language:
        claim = answers.get(f"claim_{language.value}") or None
        texts[f"claim_{language.value}"] = claim
        texts[f"summary_{language.value}"] = (answers.get(f"summary_{language.value}") or None) if claim else None
    return texts


def correction(answers: Answers, today: date) -> dict[str, object]:
    """The public note of a correction and its day, where one was written."""
    notes = {name: answers.get(name) or None for name in ("correction_ms", "correction_en")}
    return {**notes, "corrected_on": today.isoformat()} if any(notes.values()) else {}
