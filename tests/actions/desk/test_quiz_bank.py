"""From a published fact-check to everybody's quizzes: written by one of the team, read by another."""

from actions.question_sets.bank import bank_item
from actions.quiz.item_bank import published_items
from knowledge.entry import FactCheck, QuizItem, Status
from knowledge.quiz.from_fact_check import verdict_cells
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.question_check import check_question
from knowledge.store.letter_state import LetterState
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from tests.actions.desk.desk_world import Desk, Somebody


def drafted(somebody: Somebody) -> Somebody:
    """Make a question of the newest fact-check: a set, then two taps, then save."""
    somebody.commands("sets").presses("Write here").says("Week 3")
    somebody.presses("From a fact-check").presses("Ballot papers with a black dot").presses("What is the verdict?")
    return somebody.presses("Yes, save")


def question_of(entry: FactCheck) -> OwnQuestion:
    made = check_question("q1", 1, verdict_cells(entry))
    assert isinstance(made, OwnQuestion)
    return made.model_copy(update={"based_on": entry.id})


def bank_entry(desk: Desk, status: Status) -> QuizItem:
    """The one item that has this status."""
    (found,) = [
        one.entry
        for one in desk.services.entries.all_entries()
        if one.status is status and isinstance(one.entry, QuizItem)
    ]
    return found


class TestOffering:
    def test_another_of_the_team_puts_it_into_everybodys_quizzes(self, desk: Desk, black_dot: FactCheck):
        """It is asked by nobody until then; the reviewer sees the question with its source, the writer is told."""
        desk.publishes(black_dot)
        reviewer, writer = desk.member("r", Role.REVIEWER), desk.member("m")
        offered = drafted(writer).presses("Offer it to everybody")
        assert "once another of the team has read it" in offered.text
        assert published_items(desk.services) == []
        assert desk.services.outbox.counts("new-work:")[LetterState.WAITING] == 2  # the owner is one too
        reviewer.commands("review").presses("1")
        assert "What is the verdict?" in reviewer.text
        assert "Edit" not in reviewer.labels
        assert "Published:" in reviewer.presses("I read the source").text
        assert desk.services.outbox.counts("desk:1:told-published")[LetterState.WAITING] == 1
        (item,) = published_items(desk.services)
        assert (item.based_on, item.source_url) == (black_dot.id, black_dot.source_url)
        assert item.skill_or_topic == black_dot.topic.value

    def test_nobody_approves_their_own(self, desk: Desk, black_dot: FactCheck):
        """A reviewer who wrote the question waits for another."""
        desk.publishes(black_dot)
        reviewer = drafted(desk.member("r", Role.REVIEWER)).presses("Offer it to everybody")
        reviewer.commands("review").presses("1")
        assert "I read the source: publish" not in reviewer.labels
        assert "You wrote some of this yourself" in reviewer.presses_data("appr", "1").text
        assert bank_entry(desk, Status.PENDING).based_on == black_dot.id

    def test_refused_it_is_told_why_and_never_asked(self, desk: Desk, black_dot: FactCheck):
        """And offering the same words again is answered."""
        desk.publishes(black_dot)
        reviewer, writer = desk.member("r", Role.REVIEWER), drafted(desk.member("m"))
        code = desk.services.question_sets.of_owner(writer.person)[0].code
        writer.presses("Offer it to everybody")
        reviewer.presses_data("review", "1").presses("Reject").says("Too easy.")
        assert bank_entry(desk, Status.WITHDRAWN).based_on == black_dot.id
        assert published_items(desk.services) == []
        assert "was offered before" in writer.presses_data("spropos", f"{code}/1").text

    def test_others_have_no_such_button(self, desk: Desk, black_dot: FactCheck):
        """An educator who is not on the team keeps the question in the set; pressing by hand explains the team."""
        desk.publishes(black_dot)
        educator = drafted(desk.voter("e"))
        assert "Offer it to everybody" not in educator.labels
        code = desk.services.question_sets.of_owner(educator.person)[0].code
        educator.presses_data("spropos", f"{code}/1")
        assert desk.services.desk.submissions.waiting() == []

    def test_a_question_of_a_corrected_fact_check_is_read_again_first(self, desk: Desk, black_dot: FactCheck):
        """The button is gone, and an old one sends nothing."""
        desk.publishes(black_dot)
        writer = drafted(desk.member("m"))
        code = desk.services.question_sets.of_owner(writer.person)[0].code
        desk.publishes(black_dot.model_copy(update={"summary_en": "Corrected."}))
        assert "has changed since" in writer.presses_data("spropos", f"{code}/1").text
        assert "Offer it to everybody" not in writer.presses_data("squest", f"{code}/1").labels
        assert desk.services.desk.submissions.waiting() == []


def test_what_the_bank_needs(black_dot: FactCheck) -> None:
    """Every language is explained; the same words give the same id, other words another."""
    question = question_of(black_dot)
    item = bank_item(question, black_dot)
    assert item is not None
    assert item.languages() == (Language.MS, Language.EN)
    assert bank_item(question.model_copy(update={"explanation_en": None}), black_dot) is None
    again, other = bank_item(question, black_dot), question.model_copy(update={"question_en": "Which verdict?"})
    changed = bank_item(other, black_dot)
    assert again is not None
    assert changed is not None
    assert again.id == item.id != changed.id
    named = bank_item(question.model_copy(update={"skill_or_topic": "emotion"}), black_dot)
    assert named is not None
    assert named.skill_or_topic == "emotion"
