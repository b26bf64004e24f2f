"""A class from the first button to the files."""

from knowledge.quiz.session import Phase
from nlu.intents import Intent
from tests.actions.classroom.class_world import CIKGU, ClassWorld

TOGETHER = ("c_time", "question=30")
STRICT = ("c_set", "late")
LED = ("c_time", "led")
TEST = ("c_set", "mode")
PAIR = ("c_set", "pair")


def test_three_taps_lead_from_the_command_to_the_first_question(room: ClassWorld) -> None:
    """/class, open, start: with the defaults nothing else is needed."""
    record = room.open()
    aina, ben = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    asked = room.questions(room.deliver())
    assert {student for student, _, _ in asked} == {1, 2}
    assert len(asked) == 2
    assert aina != ben


def test_code_alone_opens_the_class(room: ClassWorld) -> None:
    """Whoever types nothing but the code is asked for a nickname, whatever the parser thought."""
    record = room.open()
    reply = room.say(f" {str(record.code).lower()} ", "a" * 32, Intent.CHECK_CLAIM)
    assert "nickname" in room.text(reply)


def test_wrong_code_and_taken_nickname_are_told(room: ClassWorld) -> None:
    """Both can be mended at once."""
    record = room.open()
    room.join(record, "Aina")
    assert "No class has this code" in room.text(room.command("join", "FHJ37K", "b" * 32))
    room.command("join", record.code or "", "b" * 32)
    assert "already" in room.text(room.say("AINA", "b" * 32))
    assert "You are in" in room.text(room.say("Ben", "b" * 32))


def test_nobody_starts_an_empty_class(room: ClassWorld) -> None:
    """A slip costs nothing."""
    record = room.open()
    assert "Nobody has joined" in room.text(room.press("c_go", str(record.id)))
    assert room.inside(record)[0].session.phase is Phase.LOBBY


def test_only_the_educator_leads(room: ClassWorld) -> None:
    """A student who learns a button's data can do nothing with it."""
    record = room.open()
    (aina,) = room.join(record, "Aina")
    for name in ("c_go", "c_endok", "c_out", "c_delok", "c_files", "c_show", "c_post"):
        room.press(name, str(record.id), aina)
    assert room.inside(record)[0].session.phase is Phase.LOBBY


def test_next_question_follows_the_answer_at_ones_own_pace(room: ClassWorld) -> None:
    """Each goes on alone, and nobody gets a question twice."""
    record = room.open(("c_set", "shuffle"))
    aina, _ = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    room.deliver()
    for question in range(10):
        room.answer(record, aina, question)
        room.answer(record, aina, question, right=False)
        room.deliver()
    _, seats, asks = room.inside(record)
    mine = [ask for ask in asks if ask.student == 1]
    assert len(mine) == 10
    assert all(ask.is_right for ask in mine)
    assert seats[0].finished_at
    assert "class-your-score" in room.said()
    assert len([ask for ask in asks if ask.student == 2]) == 1


def test_together_the_question_closes_by_the_clock(room: ClassWorld) -> None:
    """Time and grace later the next one goes out, and a late answer is refused and told where that was chosen."""
    record = room.open(TOGETHER, STRICT)
    aina, ben = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    room.deliver()
    room.answer(record, aina, 0)
    room.pass_time(36)
    assert [question for _, question, _ in room.questions(room.deliver())] == [1, 1]
    room.answer(record, ben, 0)
    room.deliver()
    assert "class-too-late" in room.said()
    assert [ask.is_answered for ask in room.inside(record)[2] if ask.question == 0] == [True, False]


def test_time_without_the_bot_counts_for_nobody(room: ClassWorld) -> None:
    """An answer given while the bot was down is on time when it arrives after the restart."""
    record = room.open(TOGETHER, STRICT)
    aina, _ = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    room.deliver()
    room.pass_time(10)
    room.sleep(300)
    room.clock.tick()
    room.answer(record, aina, 0)
    assert [ask.is_late for ask in room.inside(record)[2] if ask.is_answered] == [False]


def test_late_joiner_gets_the_open_question_then_the_missed_ones(room: ClassWorld) -> None:
    """Where late answers count nothing is lost by coming late."""
    record = room.open(LED)
    room.join(record, "Aina")
    room.press("c_go", str(record.id))
    room.press("c_next", str(record.id))
    room.deliver()
    (ben,) = room.join(record, "Ben")
    assert [question for _, question, _ in room.questions(room.deliver())] == [1]
    room.answer(record, ben, 1)
    assert [question for _, question, _ in room.questions(room.deliver())] == [0]
    room.answer(record, ben, 0)
    assert [ask.is_late for ask in room.inside(record)[2] if ask.student == 2 and ask.question == 0] == [False]


def test_removed_student_gets_nothing_more_and_does_not_count(room: ClassWorld) -> None:
    """They are told, their open question is taken back, and the code does not bring them back."""
    record = room.open(LED)
    aina, _ = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    room.press("c_out", f"{record.id}/1")
    assert [student for student, _, _ in room.questions(room.deliver())] == [2]
    assert "taken you out" in room.text(room.command("join", record.code or "", aina))


def test_leaving_is_not_for_good(room: ClassWorld) -> None:
    """Who leaves gets no more questions; the code brings them back to where they were."""
    record = room.open(LED)
    aina, _ = room.join(record, "Aina", "Ben")
    room.press("c_leave", str(record.id), aina)
    room.press("c_go", str(record.id))
    assert [student for student, _, _ in room.questions(room.deliver())] == [2]
    room.command("join", record.code or "", aina)
    room.say("Aina", aina)
    assert [student for student, _, _ in room.questions(room.deliver())] == [1]


def test_test_mode_tells_nothing_before_the_end(room: ClassWorld) -> None:
    """A plain poll without the right answer, and no explanation button."""
    record = room.open(LED, TEST)
    room.join(record, "Aina")
    room.press("c_go", str(record.id))
    ((_, _, poll),) = room.questions(room.deliver())
    assert poll.correct_option is None
    assert not poll.explanation
    assert not poll.buttons


def test_explanation_is_shown_after_the_answer_only(room: ClassWorld) -> None:
    """Before it would give the answer away."""
    record = room.open(LED)
    (aina,) = room.join(record, "Aina")
    room.press("c_go", str(record.id))
    room.deliver()
    assert "Answer the question first" in room.text(room.press("c_why", f"{record.id}/0", aina))
    room.answer(record, aina, 0)
    assert "Because." in room.text(room.press("c_why", f"{record.id}/0", aina))


def test_results_come_once_after_the_end(room: ClassWorld) -> None:
    """Students get their scores, the educator the summary, a picture, three CSV files and a workbook."""
    record = room.open(LED, ("c_set", "number"))
    aina, _ = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    room.deliver()
    room.answer(record, aina, 0)
    room.press("c_endok", str(record.id))
    room.pass_time(3)
    assert "class-report" not in room.said()
    room.pass_time(10)
    room.deliver()
    room.pass_time(10)
    room.deliver()
    reports = [letter for letter in room.sent if letter.key.startswith(f"class/{record.id}/report")]
    assert len(reports) == 6
    assert room.said().count("class-your-score") == 2


def test_pair_keeps_students_and_holds_answers_back(room: ClassWorld) -> None:
    """The post-test asks the same students the same questions; only after it are right answers told."""
    record = room.open(LED, PAIR)
    (aina,) = room.join(record, "Aina")
    room.press("c_go", str(record.id))
    room.deliver()
    room.answer(record, aina, 0, right=False)
    room.press("c_endok", str(record.id))
    room.pass_time(8)
    room.deliver()
    assert "class-answers-later" in room.said()
    assert "class-wrong-answer" not in room.said()
    room.press("c_post", str(record.id))
    post = room.services.classes.post_of(record.id)
    assert post is not None
    room.press("c_go", str(post.id))
    room.deliver()
    room.answer(post, aina, 0)
    room.press("c_endok", str(post.id))
    room.pass_time(8)
    room.deliver()
    assert "class-report-gain" in room.said()
    assert not room.services.classes.post_of(post.id)


def test_delete_my_data_takes_a_student_out_of_every_class(room: ClassWorld) -> None:
    """Nickname, answers and letters go; the class goes on."""
    record = room.open(LED)
    aina, _ = room.join(record, "Aina", "Ben")
    room.press("c_go", str(record.id))
    assert "1 class you joined" in room.text(room.press("forget", "", aina))
    room.press("erase", "", aina)
    assert [seat.nickname for seat in room.inside(record)[1]] == ["Ben"]
    assert [student for student, _, _ in room.questions(room.deliver())] == [2]


def test_classes_are_listed_and_deleted_at_once(room: ClassWorld) -> None:
    """The list says until when each is kept; a deleted one is gone."""
    record = room.open()
    assert "deleted on" in room.text(room.command("classes"))
    room.press("c_delok", str(record.id))
    assert room.services.classes.get(record.id) is None
    assert "You have no classes" in room.text(room.command("classes"))
    assert room.services.classes.of_educator(CIKGU, 5) == []
