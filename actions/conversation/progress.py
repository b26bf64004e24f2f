"""Where a person is in a form, how that is written down, and where they go next."""

import json
import secrets
from dataclasses import dataclass, replace
from typing import Final

from actions.conversation.form import Answers, Form, Step
from knowledge.text.language import Language

PREVIEW: Final = "preview"
"""In place of a step's name: everything is answered and shown."""


@dataclass(frozen=True)
class Progress:
    """Where a person is.

    Attributes:
        answers: What they answered.
        at: The step they are asked, or `PREVIEW`.
        language: The one it was begun in: an answer in the other language does not change it.
        is_touched: Whether they answered anything themselves.
        is_change: Whether they came back from the preview to change one answer.
        is_paused: Whether free text is not meant for this conversation until they go on.
    """

    answers: Answers
    at: str
    language: Language
    is_touched: bool = False
    is_change: bool = False
    is_paused: bool = False

    def answered(self, step: str, value: str) -> "Progress":
        """With one more answer."""
        values = {**self.answers.values, step: value}
        return replace(self, answers=replace(self.answers, values=values), is_touched=True)

    def write(self) -> str:
        """Write it down."""
        flags = {"touched": self.is_touched, "change": self.is_change, "paused": self.is_paused}
        answers = {"id": self.answers.id, "subject": self.answers.subject, "values": dict(self.answers.values)}
        place = {"at": self.at, "language": self.language.value}
        return json.dumps({**answers, **place, **flags}, ensure_ascii=False)


def first(form: Form, language: Language, subject: str, values: dict[str, str]) -> Progress:
    """The beginning of a form, with answers that are known already."""
    progress = Progress(Answers(secrets.token_hex(8), subject, values), form.steps[0].name, language)
    return replace(progress, at=_next_open(form, progress))


def read(written: str) -> Progress:
    """Read what `Progress.write` wrote."""
    state = json.loads(written)
    answers = Answers(state["id"], state["subject"], state["values"])
    flags = state["touched"], state["change"], state["paused"]
    return Progress(answers, state["at"], Language(state["language"]), *flags)


def asked_steps(form: Form, answers: Answers) -> list[Step]:
    """The steps that are asked, by the answers given so far."""
    return [step for step in form.steps if step.applies(answers)]


def forward(form: Form, progress: Progress) -> Progress:
    """After the step they were at was answered: the first one without an answer, else the preview."""
    at = _next_open(form, progress)
    return replace(progress, at=at, is_change=progress.is_change and at != PREVIEW)


def backward(form: Form, progress: Progress) -> Progress:
    """The step before; from a change back to the preview; the first step stays."""
    if progress.is_change:
        return replace(progress, at=PREVIEW, is_change=False)
    names = [step.name for step in form.steps]
    before = [
        step.name for step in asked_steps(form, progress.answers) if names.index(step.name) < _index(form, progress)
    ]
    return replace(progress, at=before[-1] if before else progress.at)


def _index(form: Form, progress: Progress) -> int:
    names = [step.name for step in form.steps]
    return names.index(progress.at) if progress.at in names else len(names)


def _next_open(form: Form, progress: Progress) -> str:
    """The first step without an answer, also one that another answer has called for."""
    unanswered = (step.name for step in asked_steps(form, progress.answers) if step.name not in progress.answers.values)
    return next(unanswered, PREVIEW)
