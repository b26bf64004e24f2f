"""What a student reads at the end: the score, the ranking where there is one, and what was wrong and why."""

from datetime import datetime

from actions.classroom.keys import ClassKey
from actions.classroom.letters import to_seat
from actions.compose import lines, paragraphs
from actions.reply import Message, Phrase
from knowledge.entry import QuizItem
from knowledge.quiz.own_question import Askable
from knowledge.quiz.plan import Shown
from knowledge.quiz.roster import Ask, Seat
from knowledge.store.class_room import ClassRoom
from knowledge.store.outbox import Letter
from knowledge.text.language import Language

_SHOWN_WRONG = 10


def finish_seat(room: ClassRoom, seat: Seat, at: datetime, *places: Phrase) -> None:
    """Tell a student their result, once."""
    room.mark_finished(seat.number, at)
    room.post([result_letter(room, seat, room.asks_of(seat.number), room.items(), *places)], at)


def result_letter(room: ClassRoom, seat: Seat, asks: list[Ask], items: list[Askable], *places: Phrase) -> Letter:
    """A student's result. Before a post-test the right answers are not told: they would be learnt by heart."""
    counted = [ask for ask in asks if not room.session.windows[ask.question].is_skipped]
    total = sum(not window.is_skipped for window in room.session.windows)
    right = sum(ask.is_right is True for ask in counted)
    score = Phrase(ClassKey.YOUR_SCORE, {"title": room.session.plan.title, "right": right, "total": total})
    if room.session.plan.is_paired and room.record.pre_id is None:
        return to_seat(room.record, seat, "result", Message(paragraphs(score, Phrase(ClassKey.ANSWERS_LATER))))
    language = _language(room, seat)
    wrong = [_wrong(items[ask.question], language) for ask in counted if ask.is_right is False]
    missed = total - sum(ask.is_answered for ask in counted)
    notes = [Phrase(ClassKey.MISSED, {"count": missed})] if missed else []
    text = paragraphs(lines(score, *places, *notes), *wrong[:_SHOWN_WRONG])
    return to_seat(room.record, seat, "result", Message(text))


def _wrong(item: Askable, language: Language) -> Phrase:
    written = language if language in item.languages() else language.other
    in_malay = written is Language.MS
    options = (item.options_ms if in_malay else item.options_en) or ()
    wrong = Phrase(
        ClassKey.WRONG_ANSWER,
        {
            "question": (item.question_ms if in_malay else item.question_en) or "",
            "right": options[item.answer_index],
            "explanation": (item.explanation_ms if in_malay else item.explanation_en) or "",
        },
    )
    return (
        lines(wrong, Phrase(ClassKey.SOURCE_LINE, {"source": item.source_url})) if isinstance(item, QuizItem) else wrong
    )


def _language(room: ClassRoom, seat: Seat) -> Language:
    shown = room.session.plan.shown
    return seat.language if shown is Shown.BOTH else Language(shown.value)
