"""How a set, a question and a list of sets are shown."""

from collections.abc import Sequence
from typing import Final

from actions.buttons import press
from actions.compose import lines, paragraphs
from actions.labels import shorten
from actions.question_sets.access import ALL_SETS
from actions.question_sets.keys import QuestionSetKey
from actions.question_sets.presses import QuestionSetPress
from actions.reply import Button, Message, Phrase, Press
from knowledge.question import Question
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.set_codes import spoken_set_code
from knowledge.store.question_set_store import QuestionSet, SetSummary
from knowledge.text.language import Language

_PAGE: Final = 8
_LABEL: Final = 50

_LANGUAGES: Final = {
    (Language.MS, Language.EN): QuestionSetKey.LANGUAGES_BOTH,
    (Language.MS,): QuestionSetKey.LANGUAGES_MS,
    (Language.EN,): QuestionSetKey.LANGUAGES_EN,
    (): QuestionSetKey.LANGUAGES_NONE,
}


def set_list(sets: Sequence[SetSummary]) -> Message:
    """One's own sets, each a button, and the ways to a new one."""
    rows = [
        (
            Button(
                Phrase(QuestionSetKey.BUTTON_OPEN, {"title": shorten(one.title, _LABEL), "number": one.questions}),
                Press(QuestionSetPress.OPEN, one.code),
            ),
        )
        for one in sets
    ]
    new = press(QuestionSetKey.BUTTON_NEW, QuestionSetPress.NEW)
    template = press(QuestionSetKey.BUTTON_TEMPLATE, QuestionSetPress.TEMPLATE)
    text = Phrase(QuestionSetKey.LIST if sets else QuestionSetKey.LIST_EMPTY)
    return Message(text, (*rows, (template, new)))


def set_message(found: QuestionSet, start: int, language: Language, *, is_owner: bool) -> Message:
    """A set with some of its questions, from the one at `start` (from 0)."""
    shown = list(enumerate(found.questions, start=1))[start : start + _PAGE]
    rows = [(_question_button(found.code, number, question, language),) for number, question in shown]
    if start + _PAGE < len(found.questions):
        more = press(QuestionSetKey.BUTTON_MORE, QuestionSetPress.OPEN, f"{found.code}/{start + _PAGE}")
        rows.append((more,))
    params: dict[str, str | int | Phrase] = {
        "title": found.title,
        "number": len(found.questions),
        "code": spoken_set_code(found.code),
        "languages": Phrase(_LANGUAGES[found.languages() if found.questions else ()]),
    }
    key = QuestionSetKey.SHOWN if is_owner else QuestionSetKey.SHOWN_OTHERS
    return Message(Phrase(key, params), (*rows, *(_owner_rows(found.code) if is_owner else _guest_rows(found.code))))


def question_message(
    found: QuestionSet, number: int, question: OwnQuestion, *, is_owner: bool, may_propose: bool
) -> Message:
    """One question in all its languages; with `may_propose`, the way into everybody's quiz bank."""
    place = f"{found.code}/{number}"
    back = press(QuestionSetKey.BUTTON_BACK, QuestionSetPress.OPEN, f"{found.code}/{(number - 1) // _PAGE * _PAGE}")
    change = press(QuestionSetKey.BUTTON_CHANGE, QuestionSetPress.CHANGE, place)
    drop = press(QuestionSetKey.BUTTON_DROP, QuestionSetPress.DROP, place)
    text = question_text(question)
    if question.is_outdated:
        text = paragraphs(text, Phrase(QuestionSetKey.OUTDATED))
    propose = press(QuestionSetKey.BUTTON_PROPOSE, QuestionSetPress.PROPOSE, place)
    rows = ((change, drop), *(((propose,),) if may_propose else ()), (back,))
    return Message(text, rows if is_owner else ((back,),))


def question_text(question: Question) -> Phrase:
    """The question in each of its languages, its right option marked."""
    return paragraphs(*(_in_language(question, one) for one in Language if question.is_asked_in(one)))


def _in_language(question: Question, language: Language) -> Phrase:
    is_malay = language is Language.MS
    options = (question.options_ms if is_malay else question.options_en) or ()
    marks = ("✓" if place == question.answer_index else "•" for place in range(len(options)))
    params: dict[str, str | int | Phrase] = {
        "question": question.question(language) or "",
        "options": "\n".join(
            f"{mark} {letter}. {option}" for mark, letter, option in zip(marks, "ABCD", options, strict=False)
        ),
    }
    explanation = question.explanation_ms if is_malay else question.explanation_en
    asked = Phrase(QuestionSetKey.QUESTION, params)
    return lines(asked, Phrase(QuestionSetKey.QUESTION_EXPLAINED, {"text": explanation})) if explanation else asked


def _question_button(code: str, number: int, question: OwnQuestion, language: Language) -> Button:
    wanted, other = question.question_ms, question.question_en
    text = (wanted or other) if language is Language.MS else (other or wanted)
    key = QuestionSetKey.BUTTON_OUTDATED if question.is_outdated else QuestionSetKey.BUTTON_QUESTION
    label = Phrase(key, {"number": number, "question": shorten(text or "", _LABEL)})
    return Button(label, Press(QuestionSetPress.QUESTION, f"{code}/{number}"))


def _owner_rows(code: str) -> tuple[tuple[Button, ...], ...]:
    add = press(QuestionSetKey.BUTTON_ADD, QuestionSetPress.ADD, code)
    fact = press(QuestionSetKey.BUTTON_FROM_FACT, QuestionSetPress.FACTS, code)
    file = press(QuestionSetKey.BUTTON_FILE, QuestionSetPress.FILE, code)
    delete = press(QuestionSetKey.BUTTON_DELETE, QuestionSetPress.DELETE, code)
    return ((add, fact), (file, delete), (ALL_SETS,))


def _guest_rows(code: str) -> tuple[tuple[Button, ...], ...]:
    return ((press(QuestionSetKey.BUTTON_COPY, QuestionSetPress.COPY, code),), (ALL_SETS,))
