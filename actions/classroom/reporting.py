"""What students and educator get after a class: results, picture and files."""

from collections import defaultdict
from datetime import datetime

from actions.buttons import Row, press
from actions.classroom.board import board_letter
from actions.classroom.keys import ClassKey
from actions.classroom.letters import to_educator
from actions.classroom.presses import ClassPress
from actions.classroom.student_result import result_letter
from actions.compose import lines, paragraphs
from actions.outgoing import FileMessage
from actions.reply import Message, Phrase
from actions.services import Services
from knowledge.quiz.gain import Gain, gain, paired_scores
from knowledge.quiz.own_question import Askable
from knowledge.quiz.plan import Shown
from knowledge.quiz.record import Answer, AskedQuestion, ClassRecord, Student
from knowledge.quiz.results import ResultFile, results_csv, results_xlsx
from knowledge.quiz.roster import Ask, StoredClass
from knowledge.quiz.statistics import question_statistics
from knowledge.quiz.summary_picture import summary_picture
from knowledge.store.class_room import ClassRoom
from knowledge.store.outbox import Letter
from knowledge.text.language import Language

_PNG_NAME = "png"


def report(class_id: int, services: Services) -> None:
    """Post the results of a class that has ended, once: to each student, and to the educator.

    Raises:
        ClassNotFoundError: it was deleted meanwhile.
    """
    now = services.clock()
    with services.classes.room(class_id) as room:
        record, stored = class_record(room), room.record
    found = gain_of(stored, record, services)
    files = made_files(record, stored.language, found)
    with services.classes.room(class_id) as room:
        if room.record.reported_at is not None:
            return
        _post_students(room, record, now)
        _post_educator(room, record, found, files, now)
        room.mark_reported(now)


def class_record(room: ClassRoom) -> ClassRecord:
    """A class as statistics and files read it: without skipped questions and without who was removed."""
    shown = room.session.plan.shown
    language = room.record.language if shown is Shown.BOTH else Language(shown.value)
    counted = [number for number, window in enumerate(room.session.windows) if not window.is_skipped]
    items, seats = room.items(), [seat for seat in room.seats() if seat.removed_at is None]
    persons = {seat.number: seat.person for seat in seats}
    return ClassRecord(
        code=room.record.code or "",
        title=room.session.plan.title,
        questions=[_question(items[number], place, language) for place, number in enumerate(counted, start=1)],
        students=[Student(seat.person, seat.nickname, seat.joined_at) for seat in seats],
        answers=[
            _answer(ask, persons[ask.student], items[ask.question].id)
            for ask in room.asks()
            if ask.is_answered and ask.question in counted and ask.student in persons
        ],
    )


def made_files(record: ClassRecord, language: Language, found: Gain | None) -> list[ResultFile]:
    """The picture, the CSV files and the workbook, in the order in which they are sent."""
    if not record.students or not record.questions:
        return []
    picture = ResultFile(f"{record.code}.{_PNG_NAME}", summary_picture(record, language))
    return [picture, *results_csv(record, language), results_xlsx(record, language, found)]


def file_letters(room: ClassRoom, files: list[ResultFile], name: str, now: datetime) -> list[Letter]:
    """A letter for each file; `name` tells a second sending from the first."""
    letters = []
    for number, file in enumerate(files):
        digest = room.keep_file(file.content, now)
        content = FileMessage(file.name, digest, is_picture=file.name.endswith(_PNG_NAME))
        letters.append(to_educator(room.record, f"{name}/{number}", content))
    return letters


def summary(room: ClassRoom, record: ClassRecord, found: Gain | None) -> Message:
    """The educator's summary in words, with what can be done next."""
    took_part = {student for student, _ in record.given}
    people, total = len(took_part), len(record.questions)
    right = sum(record.score(student) for student in record.students)
    average = round(100 * right / (people * total)) if people and total else 0
    head = Phrase(
        ClassKey.REPORT,
        {"title": record.title, "joined": len(record.students), "people": people, "total": total, "average": average},
    )
    return Message(paragraphs(head, *_hardest(record), *_gain_lines(found)), _next_steps(room))


def _next_steps(room: ClassRoom) -> tuple[Row, ...]:
    own = str(room.record.id)
    pair = room.session.plan.is_paired and room.record.pre_id is None
    post = [(press(ClassKey.BUTTON_POST_TEST, ClassPress.POST_TEST, own),)] if pair else []
    again = (press(ClassKey.BUTTON_FILES, ClassPress.FILES, own), press(ClassKey.BUTTON_DELETE, ClassPress.DELETE, own))
    return (*post, again)


def _hardest(record: ClassRecord) -> list[Phrase]:
    known = [one for one in question_statistics(record) if one.difficulty is not None]
    hardest = sorted(known, key=lambda one: (one.difficulty, one.question.number))[:3]
    if not hardest:
        return []
    rows = [
        Phrase(
            ClassKey.REPORT_HARD,
            {
                "number": one.question.number,
                "percent": round(100 * (one.difficulty or 0)),
                "question": one.question.text,
                "wrong": one.question.options[one.most_chosen_wrong] if one.most_chosen_wrong is not None else "–",
            },
        )
        for one in hardest
    ]
    return [lines(Phrase(ClassKey.REPORT_HARDEST), *rows)]


def _gain_lines(found: Gain | None) -> list[Phrase]:
    if found is None:
        return []
    values: dict[str, str | int | Phrase] = {
        "people": found.students,
        "before": round(100 * found.before),
        "after": round(100 * found.after),
    }
    low, high = found.difference.low, found.difference.high
    if low is None or high is None:
        return [Phrase(ClassKey.REPORT_GAIN, values)]
    interval = {"low": f"{100 * low:+.0f}", "high": f"{100 * high:+.0f}"}
    return [lines(Phrase(ClassKey.REPORT_GAIN, values), Phrase(ClassKey.REPORT_INTERVAL, interval))]


def gain_of(stored: StoredClass, record: ClassRecord, services: Services) -> Gain | None:
    """What a pair of tests says, if this is the second of one."""
    pre = services.classes.get(stored.pre_id) if stored.pre_id is not None else None
    if pre is None:
        return None
    with services.classes.room(pre.id) as room:
        before = class_record(room)
    return gain(paired_scores(before, record))


def _post_students(room: ClassRoom, record: ClassRecord, now: datetime) -> None:
    asks: dict[int, list[Ask]] = defaultdict(list)
    for ask in room.asks():
        asks[ask.student].append(ask)
    ranks, items = _ranks(room, record), room.items()
    letters = [
        result_letter(room, seat, asks[seat.number], items, *ranks.get(seat.person, ()))
        for seat in room.seats()
        if seat.is_present
    ]
    room.post(letters, now)


def _ranks(room: ClassRoom, record: ClassRecord) -> dict[str, tuple[Phrase, ...]]:
    """Each student's place by nickname, where the educator wants one: by score, equal scores share a place."""
    if not room.session.plan.shows_leaderboard:
        return {}
    scores = {student.key: record.score(student) for student in record.students}
    top = sorted(record.students, key=lambda student: -scores[student.key])[:5]
    leaders = ", ".join(f"{student.nickname} {scores[student.key]}" for student in top)
    return {
        key: (
            Phrase(
                ClassKey.YOUR_PLACE,
                {"place": 1 + sum(other > score for other in scores.values()), "people": len(scores)},
            ),
            Phrase(ClassKey.LEADERS, {"leaders": leaders}),
        )
        for key, score in scores.items()
    }


def _post_educator(
    room: ClassRoom, record: ClassRecord, found: Gain | None, files: list[ResultFile], now: datetime
) -> None:
    room.repost(board_letter(room, now), now)
    room.post([to_educator(room.record, "report", summary(room, record, found))], now)
    room.post(file_letters(room, files, "report", now), now)


def _question(item: Askable, number: int, language: Language) -> AskedQuestion:
    written = language if language in item.languages() else language.other
    in_malay = written is Language.MS
    return AskedQuestion(
        id=item.id,
        number=number,
        text=(item.question_ms if in_malay else item.question_en) or "",
        options=(item.options_ms if in_malay else item.options_en) or (),
        right=item.answer_index,
        technique=item.skill_or_topic,
        difficulty=item.difficulty,
    )


def _answer(ask: Ask, person: str, question: str) -> Answer:
    assert ask.option is not None
    assert ask.answered_at is not None
    return Answer(person, question, ask.option, ask.answered_at, ask.seconds, ask.is_late is True)
