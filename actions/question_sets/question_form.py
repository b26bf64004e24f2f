"""The guided conversations that begin a set and write or mend one question of it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from actions.conversation.engine import begin
from actions.conversation.form import Answers, Choice, Form, Read, Step
from actions.question_sets import views
from actions.question_sets.access import may_propose, question_at, said
from actions.question_sets.files import fault_phrase
from actions.question_sets.keys import QuestionSetKey
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.question_check import (
    EXPLANATION_CHARS,
    OPTION_CHARS,
    QUESTION_CHARS,
    Cells,
    cells_of,
    check_question,
)
from knowledge.quiz.question_sets import MOST_QUESTIONS, TITLE_CHARS
from knowledge.quiz.set_columns import Column, explanation_column, option_columns, question_column
from knowledge.quiz.set_faults import SetFault
from knowledge.store.question_set_store import QuestionSet
from knowledge.text.language import Language

_BOTH: Final = "both"
_OPTIONS: Final = 4
_Choices = Callable[[Request, Answers, Services], Sequence[Choice]]


def begin_set(request: Request, services: Services) -> Reply:
    """Begin a set with no questions yet."""
    return begin(TITLE_FORM, request, services)


def add_question(found: QuestionSet, request: Request, services: Services) -> Reply:
    """Write a question at the end of a set."""
    if len(found.questions) >= MOST_QUESTIONS:
        return said(Phrase(QuestionSetKey.FULL, {"limit": MOST_QUESTIONS}), request)
    return begin(QUESTION_FORM, request, services, subject=f"{found.code}/")


def change_question(found: QuestionSet, request: Request, services: Services) -> Reply:
    """Mend a question: its answers are there already, and any can be changed."""
    asked = question_at(found, request.argument)
    if asked is None:
        return said(Phrase(QuestionSetKey.QUESTION_GONE), request)
    number, question = asked
    written = question.languages()
    language = _BOTH if len(written) > 1 else written[0].value
    values = values_of(cells_of(question), language)
    return begin(QUESTION_FORM, request, services, f"{found.code}/{number}", values)


def draft_question(found: QuestionSet, entry: FactCheck, cells: Cells, request: Request, services: Services) -> Reply:
    """A question made of a fact-check; what is missing is asked, and all is shown before it is kept."""
    if len(found.questions) >= MOST_QUESTIONS:
        return said(Phrase(QuestionSetKey.FULL, {"limit": MOST_QUESTIONS}), request)
    written = entry.languages()
    language = _BOTH if len(written) > 1 else written[0].value
    return begin(QUESTION_FORM, request, services, f"{found.code}//{entry.id}", values_of(cells, language))


def values_of(cells: Cells, language: str) -> dict[str, str]:
    """The form's answers that these cells give; options only when all four are there."""
    values = {"language": language}
    for one in Language:
        if language not in (one.value, _BOTH):
            continue
        options = [cells.get(column, "") for column in option_columns(one)]
        values |= _given(f"question_{one.value}", cells.get(question_column(one), ""))
        values |= _given(f"options_{one.value}", "\n".join(options) if all(options) else "")
        values[f"explanation_{one.value}"] = cells.get(explanation_column(one), "")
    return values | _given("right", cells.get(Column.RIGHT, "")) | _given("level", cells.get(Column.LEVEL, ""))


def _given(name: str, value: str) -> dict[str, str]:
    return {name: value} if value else {}


def _cells(answers: Answers) -> dict[Column, str]:
    cells = {Column.RIGHT: answers.get("right"), Column.LEVEL: answers.get("level")}
    for one in Language:
        if answers.get("language") not in (one.value, _BOTH):
            continue
        cells[question_column(one)] = answers.get(f"question_{one.value}")
        options = answers.get(f"options_{one.value}").split("\n")
        cells |= dict(zip(option_columns(one), options, strict=False))
        cells[explanation_column(one)] = answers.get(f"explanation_{one.value}")
    return {column: text for column, text in cells.items() if text}


def _text(limit: int) -> Read:
    def read(request: Request, answers: Answers, services: Services) -> str | Phrase:
        del answers, services
        text = request.text.strip()
        if len(text) > limit:
            return _too_long(len(text), limit)
        return text

    return read


def _options(request: Request, answers: Answers, services: Services) -> str | Phrase:
    """Four lines."""
    del answers, services
    options = [line.strip() for line in request.text.splitlines() if line.strip()]
    if len(options) != _OPTIONS:
        return Phrase(QuestionSetKey.NOT_FOUR, {"number": len(options)})
    longest = max(map(len, options))
    return _too_long(longest, OPTION_CHARS) if longest > OPTION_CHARS else "\n".join(options)


def _too_long(length: int, limit: int) -> Phrase:
    numbers = {"length": length, "limit": limit, "excess": length - limit}
    return Phrase(QuestionSetKey.TEXT_TOO_LONG, dict[str, str | int | Phrase](numbers))


def _languages(request: Request, answers: Answers, services: Services) -> list[Choice]:
    del request, answers, services
    return [Choice(Phrase(QuestionSetKey(f"button-set-{value}")), value) for value in ("ms", "en", _BOTH)]


def _levels(request: Request, answers: Answers, services: Services) -> list[Choice]:
    del request, answers, services
    return [Choice(Phrase(QuestionSetKey(f"button-set-level-{level}")), str(level)) for level in (1, 2, 3)]


def _letters(request: Request, answers: Answers, services: Services) -> list[Choice]:
    del request, answers, services
    return [Choice(letter, letter) for letter in "ABCD"]


def _step(name: str, language: Language, read: Read, *, is_optional: bool = False) -> Step:
    key = f"{name}-{language.value}"

    def applies(answers: Answers) -> bool:
        return answers.get("language") in (language.value, _BOTH)

    return Step(
        f"{name}_{language.value}",
        QuestionSetKey(f"set-label-{key}"),
        QuestionSetKey(f"set-ask-{key}"),
        read,
        is_optional=is_optional,
        applies=applies,
    )


def _picked(name: str, label: StrEnum, prompt: StrEnum, choices: _Choices) -> Step:
    return Step(name, label, prompt, choices=choices, is_typed=False, columns=3)


def _title_saved(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    kept = services.question_sets.add(request.person, answers.get("title"), [], services.clock())
    if kept is None:
        return Phrase(QuestionSetKey.TOO_MANY_SETS)
    return Reply(request.language, (views.set_message(kept, 0, request.language, is_owner=True),))


def _question_saved(request: Request, answers: Answers, services: Services) -> Reply | Phrase:
    code, number, based_on = (*answers.subject.split("/"), "")[:3]
    found = services.question_sets.get(code)
    if found is None or found.owner != request.person:
        return Phrase(QuestionSetKey.GONE)
    checked = _checked(answers)
    if isinstance(checked, list):
        return fault_phrase(checked[0], request.language)
    made = checked.model_copy(update={"based_on": based_on or None})
    kept = _kept(found, number, made, services)
    if kept is None:
        return Phrase(QuestionSetKey.FULL, {"limit": MOST_QUESTIONS})
    place = int(number) if number else len(kept.questions)
    question = kept.questions[place - 1]
    proposable = may_propose(question, request, services)
    shown = views.question_message(kept, place, question, is_owner=True, may_propose=proposable)
    return Reply(request.language, (shown,))


def _checked(answers: Answers) -> OwnQuestion | list[SetFault]:
    return check_question("q1", 1, _cells(answers))


def _kept(found: QuestionSet, number: str, question: OwnQuestion, services: Services) -> QuestionSet | None:
    """The set with the question in its place; the end where it has none, or is gone."""
    questions = list(found.questions)
    if number and int(number) <= len(questions):
        before = questions[int(number) - 1]
        same = {"skill_or_topic": before.skill_or_topic, "based_on": before.based_on}
        questions[int(number) - 1] = question.model_copy(update=same)
    elif len(questions) >= MOST_QUESTIONS:
        return None
    else:
        questions.append(question)
    return services.question_sets.replace(found.code, found.owner, questions, services.clock())


def _preview(request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
    del services
    checked = _checked(answers)
    if isinstance(checked, list):
        return (Message(fault_phrase(checked[0], request.language)),)
    return (Message(views.question_text(checked)),)


TITLE_FORM: Final = Form(
    "set-title",
    QuestionSetKey.FORM_TITLE,
    (Step("title", QuestionSetKey.LABEL_TITLE, QuestionSetKey.ASK_TITLE, _text(TITLE_CHARS)),),
    _title_saved,
)
QUESTION_FORM: Final = Form(
    "set-question",
    QuestionSetKey.FORM_QUESTION,
    (
        _picked("language", QuestionSetKey.LABEL_LANGUAGE, QuestionSetKey.ASK_LANGUAGE, _languages),
        _step("question", Language.MS, _text(QUESTION_CHARS)),
        _step("options", Language.MS, _options),
        _step("explanation", Language.MS, _text(EXPLANATION_CHARS), is_optional=True),
        _step("question", Language.EN, _text(QUESTION_CHARS)),
        _step("options", Language.EN, _options),
        _step("explanation", Language.EN, _text(EXPLANATION_CHARS), is_optional=True),
        _picked("right", QuestionSetKey.LABEL_RIGHT, QuestionSetKey.ASK_RIGHT, _letters),
        _picked("level", QuestionSetKey.LABEL_LEVEL, QuestionSetKey.ASK_LEVEL, _levels),
    ),
    _question_saved,
    _preview,
)
