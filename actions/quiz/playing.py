"""One person's quiz under way: each answer brings the next question, the last one the score."""

import re
from datetime import datetime
from typing import Final

from actions.compose import listed, paragraphs
from actions.labels import name_of
from actions.outgoing import payload
from actions.press_name import PressName
from actions.quiz.explanation import explain
from actions.quiz.item_bank import WEEK
from actions.quiz.keys import QuizKey
from actions.quiz.polls import quiz_poll, shown_to
from actions.quiz.presses import QuizPress
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import FactCheck, QuizItem
from knowledge.freshness import malaysian_day
from knowledge.quiz.categories import category_of
from knowledge.quiz.shuffling import option_order
from knowledge.store.outbox import Letter
from knowledge.store.practice_store import QuizRun

_KEY: Final = re.compile(r"quiz/(\d+)/(\d+)")


def question_letter(run: QuizRun, number: int, item: QuizItem) -> Letter:
    """A question as a letter; its lane is the person's, so that nobody's quiz waits for a class."""
    why = Button(Phrase(QuizKey.BUTTON_WHY), Press(QuizPress.WHY, f"{run.id}/{number}"))
    heading = f"{number + 1}/{len(run.items)}"
    poll = quiz_poll(item, shown_to(run.language), _order(run, number), heading, buttons=((why,),))
    return _letter(run, str(number), payload(poll))


def take_quiz_answer(key: str, person: str, chosen: int, at: datetime, services: Services) -> bool:
    """Take an answer to the question that a letter's key names, and go on.

    Handling the same answer twice changes nothing: the first counts, and letters are known by their keys.

    Returns:
        False when the key is no quiz's question.
    """
    found = _KEY.fullmatch(key)
    if found is None:
        return False
    run, number = services.practice.get(int(found[1])), int(found[2])
    if run is None or run.person != person or number not in range(len(run.items)):
        return True
    order, item = _order(run, number), _item(run.items[number], services)
    if item is not None and chosen in range(len(order)):
        option = order[chosen]
        services.practice.answer(run, number, option, is_right=option == item.answer_index, at=at)
    _go_on(run.id, at, services)
    return True


def why(request: Request, services: Services) -> Reply:
    """The fuller explanation; before the answer it would give the answer away."""
    run_id, _, number = request.argument.partition("/")
    run = services.practice.get(int(run_id)) if run_id.isdigit() and number.isdigit() else None
    if run is None or run.person != request.person or int(number) not in range(len(run.items)):
        return Reply(request.language, notice=Phrase(QuizKey.NOTICE_GONE))
    if int(number) not in run.right:
        return Reply(request.language, notice=Phrase(QuizKey.NOTICE_ANSWER_FIRST))
    item = _item(run.items[int(number)], services)
    return explain(item, request, services) if item else Reply(request.language, notice=Phrase(QuizKey.NOTICE_GONE))


def _go_on(run_id: int, at: datetime, services: Services) -> None:
    run = services.practice.get(run_id)
    if run is None:
        return
    number = run.next_number
    item = None if number is None else _item(run.items[number], services)
    if number is None or item is None:
        services.practice.post([_end_letter(run, at, services)], at, finishes=run)
    else:
        services.practice.post([question_letter(run, number, item)], at)


def _end_letter(run: QuizRun, now: datetime, services: Services) -> Letter:
    right = sum(run.right.values())
    score = Phrase(QuizKey.SCORE, {"right": right, "total": len(run.right)})
    rumour = _rumour(run, now, services)
    again = (Button(Phrase(QuizKey.BUTTON_AGAIN), Press(QuizPress.MENU, run.choice)),)
    if rumour is None:
        return _letter(run, "end", payload(Message(paragraphs(score, _advice(run, services)), (again,))))
    text, entry = rumour
    see = (Button(Phrase(QuizKey.BUTTON_RUMOUR), Press(PressName.SHOW, entry.id)),)
    return _letter(run, "end", payload(Message(paragraphs(score, _advice(run, services), text), (see, again))))


def _advice(run: QuizRun, services: Services) -> Phrase:
    missed = [_item(run.items[number], services) for number, is_right in run.right.items() if not is_right]
    themes = dict.fromkeys(category_of(item.skill_or_topic) for item in missed if item)
    if not themes:
        return Phrase(QuizKey.ALL_RIGHT)
    names = [Phrase(QuizKey(f"theme-{theme.value}")) for theme in themes]
    return Phrase(QuizKey.PRACTISE, {"themes": listed(*names)})


def _rumour(run: QuizRun, now: datetime, services: Services) -> tuple[Phrase, FactCheck] | None:
    """The newest fact-check's claim, said to be of this week only when it is."""
    newest = [one.entry for one in services.entries.latest(1) if isinstance(one.entry, FactCheck)]
    if not newest:
        return None
    is_this_week = (newest[0].review_date or "") >= malaysian_day(now - WEEK).isoformat()
    key = QuizKey.RUMOUR_WEEK if is_this_week else QuizKey.RUMOUR_RECENT
    return Phrase(key, {"claim": name_of(newest[0], run.language)}), newest[0]


def _order(run: QuizRun, number: int) -> tuple[int, ...]:
    return option_order(run.id, 0, number, 4, is_shuffled=True)


def _item(item_id: str, services: Services) -> QuizItem | None:
    stored = services.entries.get(item_id)
    return stored.entry if stored is not None and isinstance(stored.entry, QuizItem) else None


def _letter(run: QuizRun, name: str, written: str) -> Letter:
    return Letter(f"quiz/{run.id}/{name}", run.address, run.person, run.language, written, f"quiz:{run.person}")
