"""What an entry says: as an answer, and as a text to send on."""

import re
from datetime import date

from actions.compose import listed, paragraphs
from actions.dates import month_of, partial_date
from actions.labels import name_of, written_language
from actions.message_key import MessageKey
from actions.reply import Phrase
from knowledge.entry import Area, FactCheck, Guideline, Topic, Verdict
from knowledge.freshness import Staleness, staleness
from knowledge.scope import State
from knowledge.text.language import Language

PROCEDURAL = frozenset({Topic.VOTING_PROCESS, Topic.VOTER_ELIGIBILITY, Topic.BALLOTS_COUNTING})
"""Topics whose truth changes from one election to the next."""

# These check claims as their work. Of anyone else we say "according to": a denial is not yet a check.
_FACT_CHECKERS = re.compile(
    r"sebenarnya|fact.?check|semakan fakta|cek fakta|jom ?check|mycheck|faqcheck|suluh|quickcheck|true or not"
    r"|tech arp|black dot|sahkannya|pemantau",
    re.IGNORECASE,
)
_SORTS_OF_ELECTION = {
    "federal": MessageKey.ELECTION_FEDERAL,
    "state": MessageKey.ELECTION_STATE,
    "by-election": MessageKey.ELECTION_BY_ELECTION,
}
# Two small letters or a digit before the stop: not the stop of Dr. or a name's initial.
_SENTENCE_END = re.compile(r"(?<=[a-z\d)”\"]{2}[.!?])\s+(?=[A-Z“\"])")


def answer(entry: FactCheck | Guideline, language: Language, today: date) -> Phrase:
    """The whole answer: what is so, who says it and when, whether it still holds, and what to keep in mind."""
    body = _fact_check(entry, language) if isinstance(entry, FactCheck) else _guideline(entry, language)
    return paragraphs(body, *_changes(entry, language, today), *_notes(entry, language))


def share_text(entry: FactCheck | Guideline, language: Language) -> Phrase:
    """A short plain text to forward; the channel appends the link to the current answer."""
    sentence = first_sentence(told(entry, language))
    if isinstance(entry, FactCheck):
        parts: dict[str, str | int | Phrase] = {
            "verdict": verdict(entry.verdict),
            "claim": name_of(entry, language),
            "checked": _checked(entry),
        }
        return Phrase(MessageKey.SHARE_FACT_CHECK, {**parts, "sentence": sentence})
    parts = {"title": name_of(entry, language), "sentence": sentence, "read": _read(entry)}
    return Phrase(MessageKey.SHARE_GUIDELINE, parts)


def verdict(value: Verdict) -> Phrase:
    """The verdict's mark and word."""
    return Phrase(MessageKey(f"verdict-{value.value.replace('_', '-')}"))


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph."""
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def _fact_check(entry: FactCheck, language: Language) -> Phrase:
    return Phrase(
        MessageKey.FACT_CHECK,
        {
            "verdict": verdict(entry.verdict),
            "claim": name_of(entry, language),
            "summary": told(entry, language),
            "checked": _checked(entry),
        },
    )


def _guideline(entry: Guideline, language: Language) -> Phrase:
    return Phrase(
        MessageKey.GUIDELINE,
        {"title": name_of(entry, language), "body": told(entry, language), "read": _read(entry)},
    )


def told(entry: FactCheck | Guideline, wanted: Language) -> str:
    """What is so, in the wanted language or the only one it is written in."""
    language = written_language(entry, wanted)
    text = entry.summary(language) if isinstance(entry, FactCheck) else entry.body(language)
    return text or ""


def _checked(entry: FactCheck) -> Phrase:
    checks = _FACT_CHECKERS.search(entry.publisher.split(",")[0])
    if entry.review_date is None:
        undated = MessageKey.CHECKED_BY if checks else MessageKey.ACCORDING_TO
        return Phrase(undated, {"publisher": entry.publisher})
    dated = MessageKey.CHECKED_BY_DATED if checks else MessageKey.ACCORDING_TO_DATED
    return Phrase(dated, {"publisher": entry.publisher, "date": partial_date(entry.review_date)})


def _read(entry: Guideline) -> Phrase:
    if entry.as_of is None:
        return Phrase(MessageKey.OWNED_BY, {"owner": entry.owner})
    return Phrase(MessageKey.OWNED_BY_DATED, {"owner": entry.owner, "date": month_of(entry.as_of)})


def _changes(entry: FactCheck | Guideline, language: Language, today: date) -> list[Phrase]:
    """That it was corrected, and that it may hold no longer."""
    changes = []
    note = entry.correction(language)
    if note and entry.corrected_on:
        changes.append(Phrase(MessageKey.NOTE_CORRECTED, {"date": partial_date(entry.corrected_on), "note": note}))
    stale = staleness(entry, today)
    if stale is Staleness.NO_LONGER_VALID and entry.valid_until:
        changes.append(Phrase(MessageKey.NOTE_NO_LONGER_VALID, {"date": partial_date(entry.valid_until)}))
    elif stale is Staleness.REVIEW_DUE and entry.review_by:
        changes.append(Phrase(MessageKey.NOTE_REVIEW_DUE, {"date": partial_date(entry.review_by)}))
    return changes


def _notes(entry: FactCheck | Guideline, language: Language) -> list[Phrase]:
    notes = []
    if entry.states or entry.election:
        notes.append(Phrase(MessageKey.NOTE_APPLIES_TO, {"scope": _scope(entry)}))
    if _changes_by_election(entry):
        notes.append(Phrase(MessageKey.NOTE_SPR_NOTICE))
    if language not in entry.languages():
        notes.append(Phrase(MessageKey.NOTE_OTHER_LANGUAGE))
    return notes


def _scope(entry: FactCheck | Guideline) -> Phrase:
    """The states and the election an entry applies to; at least one of them is given."""
    named = [state_name(state) for state in entry.states]
    if entry.election:
        named.append(election_name(entry.election))
    return listed(*named)


def election_name(election: str) -> Phrase:
    """A sort of election, or one election (`prn-sabah-2025`), as people write it (PRN Sabah 2025)."""
    if election in _SORTS_OF_ELECTION:
        return Phrase(_SORTS_OF_ELECTION[election])
    sort, *where = election.split("-")
    sort = f"PRU-{sort.removeprefix('pru')}" if sort.startswith("pru") else sort.upper()
    return Phrase(MessageKey.ELECTION_NAMED, {"name": " ".join([sort, *(word.capitalize() for word in where)])})


def state_name(state: State) -> Phrase:
    """A state by the name people know it by."""
    return Phrase(MessageKey(f"state-{state.value}"))


def _changes_by_election(entry: FactCheck | Guideline) -> bool:
    if isinstance(entry, FactCheck):
        return entry.topic in PROCEDURAL
    return entry.area is Area.VOTER_INFO
