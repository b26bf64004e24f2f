"""What a guided conversation asks: a form of steps. An area defines its forms and lists them in its registry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services


@dataclass(frozen=True)
class Answers:
    """What was answered so far.

    Attributes:
        id: Names this conversation; the same when its end is tried twice, so that saving can be done once.
        subject: What it is about, as `begin` was told: an entry's id, a cluster's number; empty for something new.
        values: The answers by step; a step left out has an empty one, a multiple choice joins its values by commas.
    """

    id: str
    subject: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def get(self, step: str) -> str:
        """The answer to a step; empty when it was left out or not asked yet."""
        return self.values.get(step, "")


@dataclass(frozen=True)
class Choice:
    """One button that answers a step."""

    label: Phrase | str
    value: str


Read: TypeAlias = Callable[[Request, Answers, Services], str | Phrase]
"""Makes an answer of what was sent (its text or attachment), or says what is wrong with it."""


def as_typed(request: Request, answers: Answers, services: Services) -> str | Phrase:
    """Take the text as it is."""
    del answers, services
    return request.text.strip()


def _always(answers: Answers) -> bool:
    del answers
    return True


def _no_choices(request: Request, answers: Answers, services: Services) -> Sequence[Choice]:
    del request, answers, services
    return ()


def _itself(value: str) -> Phrase | str:
    return value


@dataclass(frozen=True)
class Step:
    """One question.

    Attributes:
        name: Unique in its form, short: it travels in buttons with a choice's value.
        label: What its answer is called in the list of answers to change.
        prompt: The question; a key, or a function when it depends on the answers.
        read: Makes an answer of what was sent.
        choices: The buttons that answer it.
        columns: How many of them stand in a row.
        is_typed: Whether it can be answered in words, beside the buttons.
        is_multiple: Whether several buttons may be chosen.
        is_optional: Whether it may be left out.
        takes_file: Whether it is answered by a document or picture.
        applies: Whether it is asked, by the answers before.
        shown: How an answer is shown when it is asked again.
    """

    name: str
    label: StrEnum
    prompt: StrEnum | Callable[[Request, Answers, Services], Phrase]
    read: Read = as_typed
    choices: Callable[[Request, Answers, Services], Sequence[Choice]] = _no_choices
    columns: int = 2
    is_typed: bool = True
    is_multiple: bool = False
    is_optional: bool = False
    takes_file: bool = False
    applies: Callable[[Answers], bool] = _always
    shown: Callable[[str], Phrase | str] = _itself


@dataclass(frozen=True)
class Form:
    """A guided conversation.

    Attributes:
        name: 30 characters at most; kept in the database.
        title: What it is called when it is left unfinished.
        steps: The questions, in order.
        finish: Saves the answers. A phrase says why they cannot be saved; the person is then back at the preview.
        preview: What is shown before saving; None saves after the last step.
    """

    name: str
    title: StrEnum
    steps: tuple[Step, ...]
    finish: Callable[[Request, Answers, Services], Reply | Phrase]
    preview: Callable[[Request, Answers, Services], tuple[Message, ...]] | None = None

    def step(self, name: str) -> Step | None:
        """The step of this name."""
        return next((step for step in self.steps if step.name == name), None)
