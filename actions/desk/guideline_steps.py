"""The questions that change a guideline: heading and text in each language, whose rule it is, its page and month."""

from typing import Final

from actions.conversation.form import Step
from actions.desk.entry_steps import SOURCES
from actions.desk.keys import DeskKey
from actions.desk.reading import alone, beside, on_this_day
from knowledge.typed_texts import read_heading, read_name, read_rule
from knowledge.typed_values import read_date

RULE: Final = (
    Step("title_ms", DeskKey.FIELD_TITLE_MS, DeskKey.ASK_TITLE_MS, alone(read_heading), is_optional=True),
    Step(
        "body_ms", DeskKey.FIELD_BODY_MS, DeskKey.ASK_BODY_MS, beside(read_rule, "title_ms"),
        applies=lambda answers: bool(answers.get("title_ms")),
    ),
    Step("title_en", DeskKey.FIELD_TITLE_EN, DeskKey.ASK_TITLE_EN, alone(read_heading), is_optional=True),
    Step(
        "body_en", DeskKey.FIELD_BODY_EN, DeskKey.ASK_BODY_EN, beside(read_rule, "title_en"),
        applies=lambda answers: bool(answers.get("title_en")),
    ),
    Step("owner", DeskKey.FIELD_OWNER, DeskKey.ASK_OWNER, alone(read_name)),
    SOURCES,
    Step("as_of", DeskKey.FIELD_AS_OF, DeskKey.ASK_AS_OF, on_this_day(read_date)),
)  # fmt: skip
