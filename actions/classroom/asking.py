"""Puts questions to students: to all of them when something changed for all, to one after an answer."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from actions.classroom.letters import question_letter
from knowledge.quiz.own_question import Askable
from knowledge.quiz.roster import Ask, Seat
from knowledge.quiz.shuffling import option_order, question_order
from knowledge.store.class_room import ClassRoom

_OPTIONS = 4


def ask_everyone(room: ClassRoom, now: datetime) -> None:
    """Put to each student the question they may get now, if there is one."""
    asked: dict[int, list[Ask]] = defaultdict(list)
    for ask in room.asks():
        asked[ask.student].append(ask)
    items = room.items()
    _put(room, [(seat, asked[seat.number]) for seat in room.seats() if seat.is_present], items.__getitem__, now)


def ask_one(room: ClassRoom, seat: Seat, now: datetime) -> bool:
    """Put to one student the next question; False when there is none for now."""
    return bool(_put(room, [(seat, room.asks_of(seat.number))], room.item, now))


def _put(
    room: ClassRoom, seats: Iterable[tuple[Seat, list[Ask]]], item: Callable[[int], Askable], now: datetime
) -> list[Ask]:
    asks: list[Ask] = []
    letters = []
    for seat, before in seats:
        number = _next_number(room, seat, before)
        if number is None:
            continue
        ask = Ask(seat.number, number, _options(room, seat, number), now)
        asks.append(ask)
        letters.append(question_letter(room.record, seat, ask, item(number), len(before) + 1))
    room.ask(asks)
    room.post(letters, now)
    return asks


def _next_number(room: ClassRoom, seat: Seat, before: list[Ask]) -> int | None:
    session = room.session
    order = question_order(
        room.record.seed, seat.number, len(session.windows), is_shuffled=session.plan.shuffled and not _together(room)
    )
    asked = frozenset(ask.question for ask in before)
    answered = frozenset(ask.question for ask in before if ask.is_answered)
    return session.askable(order, asked, answered)


def _options(room: ClassRoom, seat: Seat, number: int) -> tuple[int, ...]:
    shuffled = room.session.plan.shuffled
    return option_order(room.record.seed, seat.number, number, _OPTIONS, is_shuffled=shuffled)


def _together(room: ClassRoom) -> bool:
    return room.session.plan.timing.is_together
