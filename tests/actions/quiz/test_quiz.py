"""One person's quiz."""

import pytest

from actions.classroom.answering import PollAnswer
from actions.outgoing import QuizPoll, contents
from actions.poll_answers import take_poll_answer
from actions.quiz.polls import quiz_poll
from actions.registry import KEYS
from knowledge.entry import FactCheck, Status
from knowledge.quiz.plan import Shown
from nlu.intents import Intent
from tests.actions.action_world import World
from tests.actions.classroom.class_world import ClassWorld, item

AINA = "a" * 32


@pytest.fixture
def quiz(world: World) -> ClassWorld:
    """A world with twelve questions."""
    return ClassWorld(world)


def play(quiz: ClassWorld, *, right: bool) -> list[str]:
    """Answer every question that comes, each twice; returns the questions."""
    asked = []
    while letters := [one for one in quiz.deliver() if one.key.startswith("quiz/") and not one.key.endswith("end")]:
        (poll,) = contents(letters[0].payload, KEYS)
        assert isinstance(poll, QuizPoll)
        assert poll.correct_option is not None
        asked.append(poll.question.partition("· ")[2])
        chosen = poll.correct_option if right else (poll.correct_option + 1) % 4
        for choice in (chosen, (chosen + 1) % 4):
            take_poll_answer(PollAnswer(AINA, f"poll-{letters[0].key}", choice, quiz.now), quiz.services)
    return asked


def test_five_questions_then_the_score(quiz: ClassWorld) -> None:
    """A tap on a theme begins; first answers count; the end says what to practise."""
    assert "Press a theme" in quiz.text(quiz.say("nak kuiz", AINA, Intent.START_QUIZ))
    quiz.press("q_go", "5/0/all", AINA)
    assert len(set(play(quiz, right=False))) == 5
    assert '"right": 0, "total": 5' in quiz.said()
    assert "theme-skills" in quiz.said()


def test_missed_questions_come_back_and_known_ones_rest(quiz: ClassWorld) -> None:
    """A day later the missed ones are asked first; the ones known are left for new ones."""
    quiz.press("q_go", "5/0/all", AINA)
    missed = play(quiz, right=False)
    quiz.sleep(86_400)
    quiz.press("q_go", "5/0/all", AINA)
    assert sorted(play(quiz, right=True)) == sorted(missed)
    quiz.sleep(60)
    quiz.press("q_go", "5/0/all", AINA)
    assert not set(play(quiz, right=True)) & set(missed)


def test_explanation_waits_for_the_answer(quiz: ClassWorld) -> None:
    """Before it would give the answer away; somebody else's quiz is nobody's business."""
    quiz.press("q_go", "5/0/all", AINA)
    quiz.deliver()
    assert "Answer the question first" in quiz.text(quiz.press("q_why", "1/0", AINA))
    take_poll_answer(PollAnswer(AINA, "poll-quiz/1/0", 0, quiz.now), quiz.services)
    assert "Because." in quiz.text(quiz.press("q_why", "1/0", AINA))
    assert "no longer here" in quiz.text(quiz.press("q_why", "1/0", "b" * 32))


def test_end_offers_a_rumour_and_says_honestly_how_new(quiz: ClassWorld, black_dot: FactCheck) -> None:
    """Only a fact-check of the last seven days is called this week's."""
    quiz.services.entries.save([(black_dot, Status.PUBLISHED)])
    quiz.press("q_go", "5/0/all", AINA)
    play(quiz, right=True)
    assert "quiz-rumour-recent" in quiz.said()
    quiz.services.entries.save([(black_dot.model_copy(update={"review_date": "2026-03-12"}), Status.PUBLISHED)])
    quiz.press("q_go", "5/0/all", AINA)
    play(quiz, right=True)
    assert "quiz-rumour-week" in quiz.said()


def test_theme_without_questions_says_so(quiz: ClassWorld) -> None:
    """Nothing begins that cannot be played."""
    assert "No question fits" in quiz.text(quiz.press("q_go", "5/3/scam", AINA))


def test_answer_before_the_poll_was_noted_is_not_lost(quiz: ClassWorld) -> None:
    """A poll that was sent but whose number nobody noted yet is the one on its way to that person."""
    quiz.press("q_go", "5/0/all", AINA)
    (letter,) = [one for one in quiz.queue.due(quiz.now, 10, ()) if one.key.startswith("quiz/")]
    assert quiz.queue.begin(letter, 0)
    take_poll_answer(PollAnswer(AINA, "unknown", 0, quiz.now), quiz.services)
    run = quiz.services.practice.get(1)
    assert run is not None
    assert list(run.right) == [0]


def test_both_languages_stand_together_where_they_fit() -> None:
    """Question and options in both languages; what does not fit goes into the description, whole."""
    poll = quiz_poll(item(1), Shown.BOTH, (1, 0, 2, 3), "1/5")
    assert poll.question == "1/5 · Soalan 1?\nQuestion 1?"
    assert poll.options[0] == "b / f"
    assert poll.correct_option == 0
    long = item(1).model_copy(update={"options_en": tuple(letter * 99 for letter in "efgh")})
    split = quiz_poll(long, Shown.BOTH, (1, 0, 2, 3), "1/5")
    assert split.options == ("b", "a", "c", "d")
    assert split.description.startswith("Question 1?\n1. fff")
