from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.entry import QuizItem
from knowledge.errors import ClassNotFoundError
from knowledge.quiz import session_steps as steps
from knowledge.quiz.plan import ClassPlan, Shown, Timing
from knowledge.quiz.roster import Ask, StoredClass
from knowledge.quiz.session import Phase
from knowledge.store.classroom_store import ClassroomStore, count_classes, forget_classes
from knowledge.store.database import Database
from knowledge.text.language import Language

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
CIKGU, AINA, BEN = "c" * 32, "a" * 32, "b" * 32
PLAN = ClassPlan("Kelas 5 Amanah", Shown.BOTH, timing=Timing.QUESTION, seconds=30)


@pytest.fixture
def classes(database: Database) -> Iterator[ClassroomStore]:
    return ClassroomStore(database)


def question(number: int) -> QuizItem:
    return QuizItem(
        id=f"item-{number}",
        skill_or_topic="verification",
        difficulty=1,
        question_ms="Apa?",
        question_en="What?",
        options_ms=("a", "b", "c", "d"),
        options_en=("e", "f", "g", "h"),
        answer_index=number % 4,
        explanation_ms="Kerana.",
        explanation_en="Because.",
        based_on="entry",
        source_url="https://example.com",
    )


def opened(classes: ClassroomStore, questions: int = 3) -> StoredClass:
    draft = classes.draft(CIKGU, "100", Language.MS, PLAN, NOW)
    with classes.room(draft.id) as room:
        room.settle(classes.free_code(), [question(number) for number in range(questions)])
        room.move(steps.start(steps.open_lobby(room.session, NOW, questions), NOW))
        room.admit(AINA, "1", Language.MS, "Aina", NOW)
        room.admit(BEN, "2", Language.EN, "Ben", NOW)
        return room.record


def asked(student: int, number: int) -> Ask:
    return Ask(student, number, (2, 0, 3, 1), NOW)


def answered(student: int, number: int, option: int) -> Ask:
    at = NOW + timedelta(seconds=5)
    return Ask(student, number, (2, 0, 3, 1), NOW, option, is_right=option == number, is_late=False, answered_at=at)


def test_a_class_is_read_as_it_was_kept(classes: ClassroomStore) -> None:
    """State, plan, questions and students survive the way to the database and back."""
    record = opened(classes)
    found = classes.get(record.id)
    assert found == record
    assert classes.by_code(str(record.code)) == record
    with classes.room(record.id) as room:
        assert room.items() == [question(0), question(1), question(2)]
        assert room.item(1) == question(1)
        assert [student.nickname for student in room.seats()] == ["Aina", "Ben"]
    assert record.session.plan == PLAN
    assert record.purge_at == NOW + timedelta(days=30)


def test_what_fails_changes_nothing(classes: ClassroomStore) -> None:
    """A class opened for change is one transaction."""
    record = opened(classes)

    def fail_after_changes() -> None:
        with classes.room(record.id) as room:
            room.move(steps.end(room.session, NOW))
            room.ask([asked(1, 0)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_changes()
    with classes.room(record.id) as room:
        assert room.session.phase is Phase.RUNNING
        assert room.asks() == []


def test_first_answer_counts(classes: ClassroomStore) -> None:
    """A second answer to the same question is not kept."""
    record = opened(classes)
    with classes.room(record.id) as room:
        room.ask([asked(1, 0), asked(2, 0)])
    with classes.room(record.id) as room:
        assert room.answer(answered(1, 0, 0))
        assert not room.answer(answered(1, 0, 3))
        assert room.asks() == [answered(1, 0, 0), asked(2, 0)]
        assert room.asks_of(2) == [asked(2, 0)]


def test_an_answer_to_what_was_not_asked_is_not_kept(classes: ClassroomStore) -> None:
    """No question, no answer."""
    record = opened(classes)
    with classes.room(record.id) as room:
        assert not room.answer(answered(1, 2, 0))


def test_joining_again_keeps_number_and_answers(classes: ClassroomStore) -> None:
    """Whoever comes back, on a new phone or under a new name, is the same student."""
    record = opened(classes)
    with classes.room(record.id) as room:
        room.ask([asked(1, 0)])
        again = room.admit(AINA, "77", Language.EN, "Aina B", NOW + timedelta(minutes=5))
        assert (again.number, again.address, again.nickname, again.joined_at) == (1, "77", "Aina B", NOW)
        assert room.asks_of(1) == [asked(1, 0)]


def test_a_nickname_is_one_persons(classes: ClassroomStore) -> None:
    """Others see that it is taken, its owner does not."""
    record = opened(classes)
    with classes.room(record.id) as room:
        assert room.is_taken(" AINA", BEN)
        assert not room.is_taken("aina", AINA)
        assert not room.is_taken("Chong", BEN)


def test_an_educator_has_one_draft(classes: ClassroomStore) -> None:
    """A new draft takes the place of the one before; classes stay."""
    record = opened(classes)
    first = classes.draft(CIKGU, "100", Language.MS, PLAN, NOW)
    second = classes.draft(CIKGU, "100", Language.MS, PLAN, NOW)
    assert classes.get(first.id) is None
    assert classes.get(second.id) == second
    assert [one.id for one in classes.of_educator(CIKGU, 10)] == [record.id]


def test_a_class_is_found_by_who_is_in_it(classes: ClassroomStore) -> None:
    """A student finds the way back until the class ends or they are removed."""
    record = opened(classes)
    assert [one.id for one in classes.of_student(AINA)] == [record.id]
    with classes.room(record.id) as room:
        room.remove(1, NOW)
    assert classes.of_student(AINA) == []
    with classes.room(record.id) as room:
        room.move(steps.end(room.session, NOW))
    assert classes.of_student(BEN) == []


def test_classes_at_work_are_open_or_unreported(classes: ClassroomStore) -> None:
    """Time leaves drafts and reported classes alone."""
    classes.draft("d" * 32, "9", Language.MS, PLAN, NOW)
    record = opened(classes)
    assert [one.id for one in classes.at_work()] == [record.id]
    with classes.room(record.id) as room:
        room.move(steps.end(room.session, NOW))
    assert [one.id for one in classes.at_work()] == [record.id]
    with classes.room(record.id) as room:
        room.mark_reported(NOW)
    assert classes.at_work() == []


def test_a_follow_up_is_begun_once(classes: ClassroomStore) -> None:
    """Pressing the button twice makes one post-test."""
    record = opened(classes)
    post = classes.follow_up(record, PLAN, NOW)
    assert classes.follow_up(record, PLAN, NOW) == post
    assert classes.post_of(record.id) == post
    assert post.pre_id == record.id


def test_the_beat_tells_how_long_the_server_stood_still(classes: ClassroomStore) -> None:
    """The first beat tells nothing; a clock that was set back tells nothing either."""
    assert classes.beat(NOW) == timedelta(0)
    assert classes.beat(NOW + timedelta(seconds=90)) == timedelta(seconds=90)
    assert classes.beat(NOW) == timedelta(0)
    assert classes.beat(NOW + timedelta(seconds=91)) == timedelta(seconds=1)


def test_a_class_is_deleted_by_its_educator_only(classes: ClassroomStore) -> None:
    """Everything in it goes with it."""
    record = opened(classes)
    with classes.room(record.id) as room:
        room.ask([asked(1, 0)])
    assert not classes.delete(record.id, AINA)
    assert classes.delete(record.id, CIKGU)
    assert classes.get(record.id) is None
    with pytest.raises(ClassNotFoundError), classes.room(record.id):
        pass


def test_classes_go_at_their_date(classes: ClassroomStore) -> None:
    """The date that was shown is kept to."""
    record = opened(classes)
    assert classes.purge(record.purge_at - timedelta(seconds=1)) == []
    assert [one.id for one in classes.purge(record.purge_at)] == [record.id]
    assert classes.get(record.id) is None


def test_a_draft_that_is_kept_longer_goes_later(classes: ClassroomStore) -> None:
    """The date follows what the educator chooses."""
    draft = classes.draft(CIKGU, "100", Language.MS, PLAN, NOW)
    with classes.room(draft.id) as room:
        room.plan(ClassPlan("x", Shown.MS, kept_days=90))
        assert room.record.purge_at == NOW + timedelta(days=90)


def test_a_person_is_forgotten_as_student_and_as_educator(classes: ClassroomStore, database: Database) -> None:
    """A student's rows go and the class stays; an educator's classes go whole."""
    record = opened(classes)
    with classes.room(record.id) as room:
        room.ask([asked(1, 0), asked(2, 0)])
    with database.session() as transaction:
        assert count_classes(transaction, AINA) == 1
        assert forget_classes(transaction, AINA) == 1
    with classes.room(record.id) as room:
        assert [student.person for student in room.seats()] == [BEN]
        assert [ask.student for ask in room.asks()] == [2]
    with database.session() as transaction:
        assert forget_classes(transaction, CIKGU) == 1
        assert count_classes(transaction, BEN) == 0
