"""The letters a class sends: their keys, their lane, and the questions among them."""

import re
from typing import Final

from actions.classroom.keys import ClassKey
from actions.classroom.presses import ClassPress
from actions.outgoing import Content, payload
from actions.quiz.polls import quiz_poll
from actions.reply import Button, Phrase, Press
from knowledge.quiz.own_question import Askable
from knowledge.quiz.plan import Mode
from knowledge.quiz.roster import Ask, Seat, StoredClass
from knowledge.store.outbox import Letter

_QUESTION_KEY: Final = re.compile(r"class/(\d+)/q(\d+)/s(\d+)\.")


def to_seat(record: StoredClass, seat: Seat, name: str, *contents: Content) -> Letter:
    """A letter to a student; `name` makes its key unique among the student's."""
    key = f"class/{record.id}/s{seat.number}/{name}"
    return Letter(key, seat.address, seat.person, seat.language, payload(*contents), lane(record.id))


def to_educator(record: StoredClass, name: str, *contents: Content) -> Letter:
    """A letter to the educator."""
    key = f"class/{record.id}/{name}"
    return Letter(key, record.address, record.educator, record.language, payload(*contents), lane(record.id))


def question_letter(record: StoredClass, seat: Seat, ask: Ask, item: Askable, place: int) -> Letter:
    """A question to a student; `place` counts the questions they got, from 1."""
    plan = record.session.plan
    is_practice = plan.mode is Mode.PRACTICE
    heading = f"{place}/{len(record.session.windows)}"
    if plan.seconds and plan.timing.is_together:
        heading = f"{heading} · {plan.seconds} s"
    why = Button(Phrase(ClassKey.BUTTON_WHY), Press(ClassPress.WHY, f"{record.id}/{ask.question}"))
    rows = ((why,),) if is_practice else ()
    poll = quiz_poll(item, plan.shown, ask.options, heading, tells_right=is_practice, buttons=rows)
    key = f"{questions_prefix(record.id)}{ask.question}/s{seat.number}."
    return Letter(key, seat.address, seat.person, seat.language, payload(poll), lane(record.id))


def questions_prefix(class_id: int) -> str:
    """What the keys of all of a class's questions begin with."""
    return f"class/{class_id}/q"


def read_question_key(key: str) -> tuple[int, int, int] | None:
    """Class, question and student of a question's key; None for any other key."""
    found = _QUESTION_KEY.fullmatch(key)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def lane(class_id: int) -> str:
    """The lane of a class: classes take turns."""
    return f"class:{class_id}"
