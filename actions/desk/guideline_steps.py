"""The questions that change a guideline: heading and text in each language, whose rule it is, its page and month."""

from typing import Final

from actions.conversation.form import Answers, Step
from actions.desk.entry_steps import SOURCES, published_by
from actions.desk.keys import DeskKey
from actions.desk.reading import Reader, reading
from actions.services import Services
from knowledge.typed_texts import read_heading, read_rule
from knowledge.typed_values import read_date


def _title(text: str, answers: Answers, services: Services) -> str:
    del answers, services
    return read_heading(text)


def _body_of(title: str) -> Reader:
    def read(text: str, answers: Answers, services: Services) -> str:
        del services
        return read_rule(text, answers.get(title))

    return read


def _as_of(text: str, answers: Answers, services: Services) -> str:
    del answers
    return read_date(text, services.today())


RULE: Final = (
    Step("title_ms", DeskKey.FIELD_TITLE_MS, DeskKey.ASK_TITLE_MS, reading(_title), is_optional=True),
    Step(
        "body_ms", DeskKey.FIELD_BODY_MS, DeskKey.ASK_BODY_MS, reading(_body_of("title_ms")),
        applies=lambda answers: bool(answers.get("title_ms")),
    ),
    Step("title_en", DeskKey.FIELD_TITLE_EN, DeskKey.ASK_TITLE_EN, reading(_title), is_optional=True),
    Step(
        "body_en", DeskKey.FIELD_BODY_EN, DeskKey.ASK_BODY_EN, reading(_body_of("title_en")),
        applies=lambda answers: bool(answers.get("title_en")),
    ),
    Step("owner", DeskKey.FIELD_OWNER, DeskKey.ASK_OWNER, reading(published_by)),
    SOURCES,
    Step("as_of", DeskKey.FIELD_AS_OF, DeskKey.ASK_AS_OF, reading(_as_of)),
)  # fmt: skip
