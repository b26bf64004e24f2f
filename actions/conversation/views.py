"""What a guided conversation shows: a question, the preview, what is unfinished."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from actions.buttons import press
from actions.conversation.form import Choice, Form, Step
from actions.conversation.keys import ConversationKey
from actions.conversation.presses import ConversationPress
from actions.conversation.progress import Progress, asked_steps
from actions.labels import shorten
from actions.reply import Button, Message, Phrase, Press
from actions.request import Request
from actions.services import Services
from knowledge.store.conversation_store import KEPT

_SHOWN_CHARS: Final = 300
_CHOSEN: Final = "✓ "

Row = tuple[Button, ...]
CANCEL: Final = press(ConversationKey.BUTTON_CANCEL, ConversationPress.CANCEL)
RESUME: Final = press(ConversationKey.BUTTON_RESUME, ConversationPress.RESUME)
DISCARD: Final = press(ConversationKey.BUTTON_DISCARD, ConversationPress.DISCARD)


def question(
    form: Form, progress: Progress, step: Step, request: Request, services: Services, problem: Phrase | None
) -> Message:
    """Ask a step; after a problem with an answer, say that first."""
    prompt = (
        Phrase(step.prompt) if isinstance(step.prompt, StrEnum) else step.prompt(request, progress.answers, services)
    )
    text = _framed(form, progress, step, prompt, problem)
    choices = step.choices(request, progress.answers, services)
    return Message(text, (*_choice_rows(step, progress, choices), _steering(form, progress, step)))


def preview_question(progress: Progress, problem: Phrase | None) -> Message:
    """Below what will be saved: is it right?"""
    again = Phrase(ConversationKey.PREVIEW_AGAIN, {"problem": problem}) if problem else None
    finish = press(ConversationKey.BUTTON_FINISH, ConversationPress.FINISH, progress.answers.id)
    change = press(ConversationKey.BUTTON_CHANGE, ConversationPress.LIST)
    return Message(again or Phrase(ConversationKey.PREVIEW_ASK), ((finish,), (change, CANCEL)))


def which_answer(form: Form, progress: Progress) -> Message:
    """Every answer as a button."""
    steps = asked_steps(form, progress.answers)
    buttons = [press(step.label, ConversationPress.CHANGE, step.name) for step in steps]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Message(Phrase(ConversationKey.WHICH_ANSWER), (*rows, (RESUME, CANCEL)))


def unfinished() -> Message:
    """Something was begun before: go on, or throw it away first."""
    return Message(Phrase(ConversationKey.UNFINISHED), ((RESUME, CANCEL),))


def paused(form: Form) -> Message:
    """Below the answer to a command: what was begun is kept."""
    text = Phrase(ConversationKey.PAUSED, {"form": Phrase(form.title), "days": KEPT.days})
    return Message(text, ((RESUME, CANCEL),))


def confirm_cancel(form: Form) -> Message:
    """Throw everything away?"""
    return Message(Phrase(ConversationKey.CANCEL_CONFIRM, {"form": Phrase(form.title)}), ((DISCARD, RESUME),))


def _framed(form: Form, progress: Progress, step: Step, prompt: Phrase, problem: Phrase | None) -> Phrase:
    answer = progress.answers.get(step.name)
    if answer and not step.is_multiple:
        shown = step.shown(answer)
        short = shorten(shown, _SHOWN_CHARS) if isinstance(shown, str) else shown
        prompt = Phrase(ConversationKey.STEP_WITH_ANSWER, {"prompt": prompt, "answer": short})
    if problem:
        return Phrase(ConversationKey.STEP_AGAIN, {"problem": problem, "prompt": prompt})
    steps = asked_steps(form, progress.answers)
    if progress.is_change or step not in steps or len(steps) == 1:
        return prompt
    counted = {"number": steps.index(step) + 1, "total": len(steps)}
    return Phrase(ConversationKey.STEP, {"prompt": prompt, **counted})


def _choice_rows(step: Step, progress: Progress, choices: Sequence[Choice]) -> tuple[Row, ...]:
    chosen = set(progress.answers.get(step.name).split(",")) if step.is_multiple else set()
    buttons = [
        Button(_marked(choice, choice.value in chosen), Press(ConversationPress.PICK, f"{step.name}/{choice.value}"))
        for choice in choices
    ]
    return tuple(tuple(buttons[start : start + step.columns]) for start in range(0, len(buttons), step.columns))


def _marked(choice: Choice, is_chosen: bool) -> Phrase | str:
    if not is_chosen:
        return choice.label
    if isinstance(choice.label, str):
        return _CHOSEN + choice.label
    return Phrase(ConversationKey.CHOSEN, {"label": choice.label})


def _steering(form: Form, progress: Progress, step: Step) -> Row:
    row: list[Button] = []
    steps = asked_steps(form, progress.answers)
    if progress.is_change or (step in steps and steps.index(step) > 0):
        row.append(press(ConversationKey.BUTTON_BACK, ConversationPress.BACK, step.name))
    if progress.answers.get(step.name):
        label = ConversationKey.BUTTON_DONE if step.is_multiple else ConversationKey.BUTTON_KEEP_ANSWER
        row.append(press(label, ConversationPress.KEEP, step.name))
    if step.is_optional:
        row.append(press(ConversationKey.BUTTON_SKIP, ConversationPress.SKIP, step.name))
    return (*row, CANCEL)
