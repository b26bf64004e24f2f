"""From the answers of the guided conversation to a guideline, and back."""

from datetime import date

from actions.conversation.form import Answers
from actions.desk.entry_answers import basis, basis_of, correction, unchanged
from actions.desk.keys import DeskKey
from actions.reply import Phrase
from knowledge.entry import Guideline
from knowledge.text.language import Language


def guideline_from(answers: Answers, before: Guideline, today: date) -> Guideline | Phrase:
    """The guideline that the answers make of the one before, or what they lack; what was not asked stays as it was."""
    texts: dict[str, str | None] = {}
    for language in Language:
        title = answers.get(f"title_{language.value}") or None
        texts[f"title_{language.value}"] = title
        texts[f"body_{language.value}"] = (answers.get(f"body_{language.value}") or None) if title else None
    if not any(texts.values()):
        return Phrase(DeskKey.GUIDELINE_NEITHER_LANGUAGE)
    fields: dict[str, object] = {
        **unchanged(before, texts),
        **texts,
        **basis(answers),
        "owner": answers.get("owner"),
        "as_of": answers.get("as_of") or None,
    }
    return Guideline.model_validate(fields | correction(answers, today))


def guideline_values(entry: Guideline) -> dict[str, str]:
    """The answers that make the guideline; as with fact-checks, a missing language's text has no answer yet."""
    titles = {f"title_{language.value}": entry.title(language) or "" for language in Language}
    written = {f"body_{one.value}": entry.body(one) or "" for one in Language if entry.title(one)}
    return {**titles, **written, "owner": entry.owner, "as_of": entry.as_of or "", **basis_of(entry)}
