"""Question sets, as educators make, mend and share them."""

from dataclasses import dataclass, replace

import pytest

from actions.attachment import Attachment
from actions.conversation.presses import ConversationPress
from actions.errors import AttachmentNotFetchedError
from actions.outgoing import FileMessage, contents
from actions.question_sets.presses import QuestionSetPress
from actions.registry import COMMANDS, KEYS, command, press, take
from actions.reply import Phrase, Press, Reply
from actions.request import Origin, Request
from knowledge.entry import FactCheck
from knowledge.quiz.own_question import OwnQuestion
from knowledge.quiz.question_check import check_question
from knowledge.quiz.question_sets import read_question_set, written_set
from knowledge.quiz.set_codes import spoken_set_code
from knowledge.quiz.set_columns import example
from knowledge.quiz.set_faults import Problem
from knowledge.store.question_set_store import QuestionSet
from knowledge.text.language import Language
from tests.actions.action_world import ANN, BEN, NOW, World, targets

HEADER = "Question (English),A (English),B (English),C (English),D (English),Right"
LINE = "What is the EC?,The election body,A bank,A party,A paper,A"


@dataclass
class Educator:
    """A person with question sets, in a private chat."""

    world: World
    person: str = ANN

    def request(self, text: str = "", **more: object) -> Request:
        """What the person did."""
        made = Request(self.person, text, Language.EN, address=f"to {self.person}")
        return replace(made, **more)  # type: ignore[arg-type]

    def press(self, name: QuestionSetPress | ConversationPress, argument: str = "") -> Reply:
        """Press a button."""
        return press(self.request(origin=Origin.BUTTON, argument=argument), name, self.world.services)

    def type(self, text: str) -> Reply:
        """Answer an open conversation."""
        reply = take(self.request(text), self.world.services)
        assert reply is not None
        return reply

    def send(self, content: str | bytes, name: str = "Week_3.csv", *, is_picture: bool = False) -> Reply | None:
        """Send a file; None when nobody wants it."""
        data = content.encode() if isinstance(content, str) else content
        attachment = Attachment(name, "", len(data), is_picture, lambda: data)
        return take(self.request(attachment=attachment), self.world.services)

    def command(self, argument: str = "") -> Reply:
        """/sets."""
        return command(self.request(origin=Origin.COMMAND, argument=argument), "sets", self.world.services)

    def sets(self) -> list[QuestionSet]:
        """The sets they have, as stored."""
        store = self.world.services.question_sets
        found = [store.get(one.code) for one in store.of_owner(self.person)]
        return [one for one in found if one is not None]

    def has_set(self, count: int = 1) -> QuestionSet:
        """Give them a set."""
        question = check_question("q1", 1, example())
        assert isinstance(question, OwnQuestion)
        kept = self.world.services.question_sets.add(self.person, "Week 3", [question] * count, NOW)
        assert kept is not None
        return kept


@pytest.fixture
def ann(world: World) -> Educator:
    return Educator(world)


@pytest.fixture
def ben(world: World) -> Educator:
    return Educator(world, BEN)


def test_a_good_file_is_a_set_at_once(ann: Educator) -> None:
    """The file's name is its title; the set is shown with its code."""
    reply = ann.send(f"{HEADER}\n{LINE}")
    assert reply is not None
    (kept,) = ann.sets()
    text = ann.world.read(reply)
    assert "Saved: “Week 3”, 1 question." in text
    assert spoken_set_code(kept.code) in text
    assert f"squest:{kept.code}/1" in ann.world.presses(reply)


def test_a_bad_file_saves_nothing_and_names_every_line(ann: Educator) -> None:
    """Each fault has its line, its column and its mend."""
    reply = ann.send(f"{HEADER}\n{LINE}\nWhat now?,a,b,c,,E")
    assert reply is not None
    text = ann.world.read(reply)
    assert "2 things are to be mended. Nothing was saved" in text
    assert "Line 3, D (English): it is empty." in text
    assert "Line 3, Right (A-D): “E” is none of the options. Write A, B, C or D." in text
    assert ann.sets() == []


def test_many_faults_fit_a_message(ann: Educator) -> None:
    """Twelve are shown, the rest are counted."""
    reply = ann.send("\n".join([HEADER, *[f"Q{number}?,a,b,c,d," for number in range(30)]]))
    assert reply is not None
    assert "… and 18 more." in ann.world.read(reply)


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("language", Language)
def test_every_fault_has_its_words(world: World, problem: Problem, language: Language) -> None:
    """A new fault needs its text in both languages."""
    params: dict[str, str | int | Phrase] = {"limit": 1, "length": 3, "excess": 2, "shown": "x", "first": 2}
    assert world.plain(Phrase(KEYS[f"set-fault-{problem.value}"], params), language)


@pytest.mark.parametrize("name", ["photo.jpg", "notes.docx", "table.csv"])
def test_other_files_are_left_to_others(ann: Educator, name: str) -> None:
    """What is no question set is not answered here."""
    assert ann.send("kind,id\nfact_check,x", name) is None


def test_a_file_that_does_not_arrive_is_left_to_the_channel(ann: Educator) -> None:
    """Nothing is known of it, so nothing is said of it."""

    def fetch() -> bytes:
        raise AttachmentNotFetchedError

    attachment = Attachment("set.csv", "", 5, False, fetch)
    assert take(ann.request(attachment=attachment), ann.world.services) is None


def test_a_set_sent_back_under_its_code_replaces_the_set(ann: Educator, ben: Educator) -> None:
    """Home and back: the set keeps its code and title. From another person it is a set of theirs."""
    kept = ann.has_set(2)
    ann.press(QuestionSetPress.FILE, kept.code)
    content = written_set(kept.code, list(kept.questions)[:1], Language.EN).content
    reply = ann.send(content, f"{kept.code} (1).xlsx")
    assert reply is not None
    assert "Replaced the questions of “Week 3”: now 1 question." in ann.world.read(reply)
    assert [len(one.questions) for one in ann.sets()] == [1]
    ben.send(content, f"{kept.code}.xlsx")
    assert [len(one.questions) for one in ben.sets()] == [1]
    assert len(ann.sets()) == 1


@pytest.mark.parametrize("name", [QuestionSetPress.TEMPLATE, QuestionSetPress.FILE])
def test_template_and_set_come_as_files(ann: Educator, name: QuestionSetPress) -> None:
    """The letter in the outbox carries a workbook that is read back: empty, or with the set's question."""
    kept = ann.has_set()
    assert "The file comes in a moment" in ann.world.read(ann.press(name, kept.code))
    queue = ann.world.services.outbox.queue("test")
    (letter,) = queue.due(NOW, 5, ())
    (file,) = contents(letter.payload, KEYS)
    assert isinstance(file, FileMessage)
    assert file.name == ("template.xlsx" if name is QuestionSetPress.TEMPLATE else f"{kept.code}.xlsx")
    reading = read_question_set(queue.file(file.digest) or b"")
    assert len(reading.questions) == (0 if name is QuestionSetPress.TEMPLATE else 1)
    assert {fault.problem for fault in reading.faults} <= {Problem.NO_QUESTIONS}


def test_a_set_is_written_in_the_chat(ann: Educator) -> None:
    """A title, then a question step by step, seen before it is kept."""
    assert ann.press(QuestionSetPress.NEW).messages
    ann.type("Week 4")
    (kept,) = ann.sets()
    ann.press(QuestionSetPress.ADD, kept.code)
    ann.press(ConversationPress.PICK, "language/en")
    assert "at most 300" in ann.world.read(ann.type("x" * 301))
    ann.type("What is the EC?")
    assert "I found 3 lines." in ann.world.read(ann.type("a\nb\nc"))
    ann.type("The election body\nA bank\nA party\nA paper")
    ann.press(ConversationPress.SKIP, "explanation_en")
    ann.press(ConversationPress.PICK, "right/A")
    preview = ann.press(ConversationPress.PICK, "level/1")
    assert "✓ A. The election body" in ann.world.read(preview)
    assert ann.sets()[0].questions == ()
    finish = next(one for one in targets(preview) if isinstance(one, Press) and one.action == ConversationPress.FINISH)
    ann.press(ConversationPress.FINISH, finish.argument)
    (question,) = ann.sets()[0].questions
    assert (question.question_en, question.answer_index, question.difficulty) == ("What is the EC?", 0, 1)


def test_one_question_is_mended(ann: Educator) -> None:
    """Only the changed answer is typed; the technique that the file gave stays."""
    kept = ann.has_set(2)
    ann.press(QuestionSetPress.CHANGE, f"{kept.code}/2")
    ann.press(ConversationPress.CHANGE, "question_en")
    preview = ann.type("What is an OTP for?")
    finish = next(one for one in targets(preview) if isinstance(one, Press) and one.action == ConversationPress.FINISH)
    ann.press(ConversationPress.FINISH, finish.argument)
    first, second = ann.sets()[0].questions
    assert second.question_en == "What is an OTP for?"
    assert second.skill_or_topic == first.skill_or_topic == kept.questions[0].skill_or_topic
    assert first.question_en == kept.questions[0].question_en


def test_a_code_lets_others_look_and_copy(ann: Educator, ben: Educator) -> None:
    """They see it, keep a copy, and cannot change the original."""
    kept = ann.has_set()
    shown = ben.command(spoken_set_code(kept.code).lower())
    assert "another educator's" in ben.world.read(shown)
    assert not [one for one in ben.world.presses(shown) if one.startswith(("sadd", "sdel", "sfile"))]
    for name in (QuestionSetPress.ERASE, QuestionSetPress.ADD, QuestionSetPress.FILE):
        assert "not yours to change" in ben.world.read(ben.press(name, kept.code))
    ben.press(QuestionSetPress.COPY, kept.code)
    (copy,) = ben.sets()
    assert [one.question_en for one in copy.questions] == [one.question_en for one in kept.questions]
    assert copy.code != kept.code
    assert "I know no question set" in ben.world.read(ben.command("KKKKKKKK"))


def test_a_set_and_a_question_are_deleted_after_asking(ann: Educator) -> None:
    """A question goes at once, a set only after a second press."""
    kept = ann.has_set(2)
    ann.press(QuestionSetPress.DROP, f"{kept.code}/1")
    assert [len(one.questions) for one in ann.sets()] == [1]
    assert "not in the set any more" in ann.world.read(ann.press(QuestionSetPress.DROP, f"{kept.code}/2"))
    ann.press(QuestionSetPress.DELETE, kept.code)
    assert len(ann.sets()) == 1
    ann.press(QuestionSetPress.ERASE, kept.code)
    assert ann.sets() == []


def test_a_long_set_is_shown_in_pages(ann: Educator) -> None:
    """Eight at a time, and the next ones are one press away."""
    kept = ann.has_set(10)
    first = ann.world.presses(ann.press(QuestionSetPress.OPEN, kept.code))
    assert [one for one in first if one.startswith("squest")][-1] == f"squest:{kept.code}/8"
    assert f"sopen:{kept.code}/8" in first
    second = ann.world.presses(ann.press(QuestionSetPress.OPEN, f"{kept.code}/8"))
    assert [one for one in second if one.startswith("squest")] == [f"squest:{kept.code}/9", f"squest:{kept.code}/10"]


def test_a_fact_check_becomes_a_question_with_two_taps(ann: Educator, black_dot: FactCheck) -> None:
    """Claim, then "what is the verdict?": the whole question is shown to be edited, and kept on a press."""
    ann.world.store(black_dot)
    kept = ann.has_set()
    facts = ann.press(QuestionSetPress.FACTS, kept.code)
    claim = next(one for one in targets(facts) if isinstance(one, Press) and one.action == QuestionSetPress.FACT)
    kinds = ann.press(QuestionSetPress.FACT, claim.argument)
    verdict = next(one for one in targets(kinds) if isinstance(one, Press) and one.action == QuestionSetPress.VERDICT)
    preview = ann.press(QuestionSetPress.VERDICT, verdict.argument)
    text = ann.world.read(preview)
    assert "What is the verdict?" in text
    assert "Apakah keputusan semakan?" in text
    finish = next(one for one in targets(preview) if isinstance(one, Press) and one.action == ConversationPress.FINISH)
    ann.press(ConversationPress.FINISH, finish.argument)
    made = ann.sets()[0].questions[-1]
    assert made.options_en is not None
    assert made.options_en[made.answer_index] == "False"
    assert made.explanation_en is not None
    assert made.explanation_en.endswith("(Sebenarnya.my (MCMC))")
    assert made.based_on == "black-dot"
    ann.world.store(black_dot.model_copy(update={"summary_en": "Corrected."}))
    assert ann.sets()[0].askable() == (ann.sets()[0].questions[0],)
    shown = ann.press(QuestionSetPress.QUESTION, f"{kept.code}/2")
    assert "has changed since" in ann.world.read(shown)
    again = ann.press(QuestionSetPress.CHANGE, f"{kept.code}/2")
    finish = next(one for one in targets(again) if isinstance(one, Press) and one.action == ConversationPress.FINISH)
    ann.press(ConversationPress.FINISH, finish.argument)
    assert len(ann.sets()[0].askable()) == 2


def test_a_clue_question_asks_for_its_options(ann: Educator, black_dot: FactCheck) -> None:
    """What the clues were, a person writes: the question and its explanation are there already."""
    ann.world.store(black_dot)
    kept = ann.has_set()
    facts = ann.press(QuestionSetPress.FACTS, kept.code)
    claim = next(one for one in targets(facts) if isinstance(one, Press) and one.action == QuestionSetPress.FACT)
    assert "four options in Malay" in ann.world.read(ann.press(QuestionSetPress.CLUE, claim.argument))


def test_a_fact_check_that_changed_is_chosen_anew(ann: Educator, black_dot: FactCheck) -> None:
    """A button of before the correction makes no question of what was wrong."""
    ann.world.store(black_dot)
    kept = ann.has_set()
    facts = ann.press(QuestionSetPress.FACTS, kept.code)
    claim = next(one for one in targets(facts) if isinstance(one, Press) and one.action == QuestionSetPress.FACT)
    ann.world.store(black_dot.model_copy(update={"summary_en": "Corrected."}))
    assert "Which fact-check should become" in ann.world.read(ann.press(QuestionSetPress.VERDICT, claim.argument))


def test_in_a_group_nothing_is_shown(ann: Educator) -> None:
    """Sets are their owner's business."""
    reply = COMMANDS["sets"](ann.request(in_group=True, address=""), ann.world.services)
    assert "private chat" in ann.world.read(reply)
