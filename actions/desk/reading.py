"""Between what a member types and what an entry holds, in the words of the desk."""

from collections.abc import Callable
from datetime import date

from actions.conversation.form import Answers, Read
from actions.desk.keys import DeskKey
from actions.reply import Phrase
from actions.request import Request
from actions.services import Services
from knowledge.typed_values import TypedValueError, Wrong

Reader = Callable[[str, Answers, Services], str]


def reading(read: Reader) -> Read:
    """How a step reads: the value, or what is wrong with what was typed and how to mend it."""

    def taken(request: Request, answers: Answers, services: Services) -> str | Phrase:
        try:
            return read(request.text, answers, services)
        except TypedValueError as error:
            return problem(error)

    return taken


def alone(read: Callable[[str], str]) -> Read:
    """A step that looks at nothing but what was typed."""
    return reading(lambda text, answers, services: read(text))


def beside(read: Callable[[str, str], str], other: str) -> Read:
    """A step that holds what was typed against an earlier answer."""
    return reading(lambda text, answers, services: read(text, answers.get(other)))


def on_this_day(read: Callable[[str, date], str]) -> Read:
    """A step that reads a day, and must know which day it is in Malaysia."""
    return reading(lambda text, answers, services: read(text, services.today()))


def problem(error: TypedValueError) -> Phrase:
    """What is wrong, and how to mend it."""
    if error.wrong is Wrong.UNKNOWN_STATE and not error.detail["near"]:
        return Phrase(DeskKey.WRONG_UNKNOWN_STATE_AT_ALL, {"word": error.detail["word"]})
    return Phrase(DeskKey(f"wrong-{error.wrong.value}"), error.detail)
