"""The questions that make an entry, one after the other."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from actions.conversation.form import Answers, Choice, Step
from actions.desk.keys import DeskKey
from actions.desk.reading import Reader, alone, beside, on_this_day, reading
from actions.entry_phrases import election_name, state_name, verdict
from actions.reply import Phrase
from actions.request import Request
from actions.services import Services
from knowledge.entry import Topic, Verdict
from knowledge.scope import State
from knowledge.typed_texts import read_claim, read_name, read_note, read_summary
from knowledge.typed_values import (
    TypedValueError,
    Wrong,
    read_coming_day,
    read_date,
    read_election,
    read_sources,
    read_states,
)

_HALF_A_YEAR: Final = timedelta(days=182)
_A_YEAR: Final = timedelta(days=365)


def topic_name(topic: Topic) -> Phrase:
    """A topic in words."""
    return Phrase(DeskKey(f"topic-{topic.value}"))


def _choice_of(choices: type[StrEnum]) -> Reader:
    """Somebody types the word instead of pressing its button."""

    def read(text: str, answers: Answers, services: Services) -> str:
        del answers, services
        word = text.strip().lower().replace(" ", "_").replace("-", "_")
        known = {choice.value.replace("-", "_"): choice.value for choice in choices}
        if word not in known:
            raise TypedValueError(Wrong.UNKNOWN_CHOICE, word=text.strip()[:40])
        return known[word]

    return read


def _review_date(text: str, answers: Answers, services: Services) -> str:
    read = read_date(text, services.today())
    claimed = answers.get("claim_date")
    if claimed and read[: len(claimed)] < claimed[: len(read)]:
        raise TypedValueError(Wrong.BEFORE_CLAIM)
    return read


def _verdicts(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers, services
    return [Choice(verdict(one), one.value) for one in Verdict]


def _topics(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers, services
    return [Choice(topic_name(one), one.value) for one in Topic]


def _state_choices(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers, services
    return [Choice(state_name(one), one.value) for one in State]


def _elections(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers, services
    return [Choice(election_name(one), one) for one in ("federal", "state", "by-election")]


def _today(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers
    return [Choice(Phrase(DeskKey.BUTTON_TODAY), services.today().isoformat())]


def _look_again(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers
    today: date = services.today()
    return [
        Choice(Phrase(DeskKey.BUTTON_HALF_A_YEAR), (today + _HALF_A_YEAR).isoformat()),
        Choice(Phrase(DeskKey.BUTTON_A_YEAR), (today + _A_YEAR).isoformat()),
    ]


def _shown_verdict(value: str) -> Phrase:
    return verdict(Verdict(value))


def _shown_topic(value: str) -> Phrase:
    return topic_name(Topic(value))


def _shown_election(value: str) -> Phrase:
    return election_name(value)


WORDS: Final = (
    Step("claim_ms", DeskKey.FIELD_CLAIM_MS, DeskKey.ASK_CLAIM_MS, alone(read_claim), is_optional=True),
    Step(
        "summary_ms", DeskKey.FIELD_SUMMARY_MS, DeskKey.ASK_SUMMARY_MS, beside(read_summary, "claim_ms"),
        applies=lambda answers: bool(answers.get("claim_ms")),
    ),
    Step("claim_en", DeskKey.FIELD_CLAIM_EN, DeskKey.ASK_CLAIM_EN, alone(read_claim), is_optional=True),
    Step(
        "summary_en", DeskKey.FIELD_SUMMARY_EN, DeskKey.ASK_SUMMARY_EN, beside(read_summary, "claim_en"),
        applies=lambda answers: bool(answers.get("claim_en")),
    ),
)  # fmt: skip
SOURCES: Final = Step(
    "sources", DeskKey.FIELD_SOURCES, DeskKey.ASK_SOURCES, alone(lambda text: "\n".join(read_sources(text)))
)
FACTS: Final = (
    Step(
        "verdict", DeskKey.FIELD_VERDICT, DeskKey.ASK_VERDICT, reading(_choice_of(Verdict)), choices=_verdicts,
        shown=_shown_verdict,
    ),
    Step("publisher", DeskKey.FIELD_PUBLISHER, DeskKey.ASK_PUBLISHER, alone(read_name)),
    SOURCES,
    Step(
        "claim_date", DeskKey.FIELD_CLAIM_DATE, DeskKey.ASK_CLAIM_DATE, on_this_day(read_date), choices=_today,
        is_optional=True,
    ),
    Step("review_date", DeskKey.FIELD_REVIEW_DATE, DeskKey.ASK_REVIEW_DATE, reading(_review_date), choices=_today),
    Step(
        "topic", DeskKey.FIELD_TOPIC, DeskKey.ASK_TOPIC, reading(_choice_of(Topic)), choices=_topics,
        shown=_shown_topic,
    ),
)  # fmt: skip
SCOPE: Final = (
    Step(
        "states", DeskKey.FIELD_STATES, DeskKey.ASK_STATES, alone(lambda text: ",".join(read_states(text))),
        choices=_state_choices, columns=3,
        is_multiple=True, is_optional=True,
    ),
    Step(
        "election", DeskKey.FIELD_ELECTION, DeskKey.ASK_ELECTION, alone(read_election), choices=_elections,
        is_optional=True, shown=_shown_election,
    ),
    Step(
        "valid_until", DeskKey.FIELD_VALID_UNTIL, DeskKey.ASK_VALID_UNTIL, on_this_day(read_coming_day),
        is_optional=True,
    ),
    Step(
        "review_by", DeskKey.FIELD_REVIEW_BY, DeskKey.ASK_REVIEW_BY, on_this_day(read_coming_day), choices=_look_again,
        is_optional=True,
    ),
)  # fmt: skip
CORRECTION: Final = (
    Step("correction_ms", DeskKey.FIELD_CORRECTION_MS, DeskKey.ASK_CORRECTION_MS, alone(read_note), is_optional=True),
    Step("correction_en", DeskKey.FIELD_CORRECTION_EN, DeskKey.ASK_CORRECTION_EN, alone(read_note), is_optional=True),
)
