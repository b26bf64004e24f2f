"""A question made of a fact-check, offered to everybody: it waits until another of the team has read it (/review)."""

import hashlib
from typing import Final

from pydantic import ValidationError

from actions.buttons import press
from actions.desk.notices import tell_reviewers
from actions.question_sets.access import question_at, said
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from actions.reply import Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, QuizItem, Status
from knowledge.errors import EntryChangedError
from knowledge.quiz.own_question import NO_TECHNIQUE, OwnQuestion
from knowledge.store.submission_rows import SubmissionKind
from knowledge.store.team_store import Member

_ID_CHARS: Final = 40
_DIGEST_CHARS: Final = 8


def propose(member: Member, request: Request, services: Services) -> Reply:
    """Send a question of one's own set to the reviewers, for the bank that all quizzes draw from."""
    code, _, number = request.argument.partition("/")
    found = services.question_sets.get(code)
    asked = question_at(found, number) if found is not None and found.owner == request.person else None
    if asked is None:
        return said(Phrase(QuestionSetKey.QUESTION_GONE), request)
    back = (press(QuestionSetKey.BUTTON_BACK, QuestionSetPress.QUESTION, request.argument),)
    source = services.entries.get(asked[1].based_on or "")
    is_live = source is not None and source.status is Status.PUBLISHED and not asked[1].is_outdated
    if source is None or not is_live or not isinstance(source.entry, FactCheck):
        return said(Phrase(QuestionSetKey.OUTDATED), request, back)
    item = bank_item(asked[1], source.entry)
    if item is None:
        return said(Phrase(QuestionSetKey.PROPOSE_UNEXPLAINED), request, back)
    return said(Phrase(_submitted(item, member, services)), request, back)


def _submitted(item: QuizItem, member: Member, services: Services) -> QuestionSetKey:
    now, tell = services.clock(), tell_reviewers(services)
    try:
        services.desk.submissions.submit(member.actor, item, SubmissionKind.NEW, now, tell)
    except EntryChangedError:
        return QuestionSetKey.PROPOSED_ALREADY
    return QuestionSetKey.PROPOSED


def bank_item(question: OwnQuestion, source: FactCheck) -> QuizItem | None:
    """The item of the bank that a question becomes; None while a language of it lacks its explanation.

    The same question gives the same id, so that it cannot be offered twice; without a technique its theme is the
    fact-check's topic.
    """
    words = f"{question.question_ms}\n{question.question_en}\n{question.options_ms}\n{question.options_en}"
    digest = hashlib.sha256(words.encode()).hexdigest()[:_DIGEST_CHARS]
    technique = question.skill_or_topic
    fields = question.model_dump(exclude={"id", "based_on", "is_outdated", "skill_or_topic"})
    try:
        item = QuizItem(
            **fields,
            id=f"quiz-{source.id[:_ID_CHARS].rstrip('-')}-{digest}",
            skill_or_topic=source.topic.value if technique == NO_TECHNIQUE else technique,
            based_on=source.id,
            source_url=source.source_url,
        )
    except ValidationError:
        return None
    return item if item.languages() == question.languages() else None
