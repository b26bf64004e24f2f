"""Guided conversations, driven as people do: by typing and by buttons."""

from dataclasses import dataclass, field, replace

import pytest

from actions.attachment import MAX_BYTES, Attachment
from actions.conversation.conversations import Conversations
from actions.conversation.engine import begin
from actions.conversation.form import Answers, Choice, Form, Step
from actions.conversation.presses import ConversationPress
from actions.errors import AttachmentNotFetchedError
from actions.message_key import MessageKey
from actions.registry import COMMANDS
from actions.reply import Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.text.language import Language
from tests.actions.action_world import ANN, BEN, NOW, TEXTS, World


def capital(request: Request, answers: Answers, services: Services) -> str | Phrase:
    """A claim in capitals; "bad" is refused."""
    del answers, services
    return Phrase(MessageKey.CLAIM_TOO_SHORT) if request.text == "bad" else request.text.upper()


def verdicts(request: Request, answers: Answers, services: Services) -> list[Choice]:
    del request, answers, services
    return [Choice(Phrase(MessageKey.VERDICT_FALSE), "false"), Choice(Phrase(MessageKey.VERDICT_TRUE), "true")]


def digest(request: Request, answers: Answers, services: Services) -> str | Phrase:
    del answers, services
    assert request.attachment
    return request.attachment.read().decode()


STEPS = (
    Step("claim", MessageKey.BUTTON_CHECK, MessageKey.ASK_FOR_CLAIM, capital),
    Step("verdict", MessageKey.BUTTON_HELP, MessageKey.CLAIM_MISSING, choices=verdicts, is_typed=False),
    Step(
        "why", MessageKey.BUTTON_RULES, MessageKey.FEEDBACK_HOW, is_optional=True,
        applies=lambda answers: answers.get("verdict") == "false",
    ),
    Step("both", MessageKey.BUTTON_NEXT, MessageKey.GREET, choices=verdicts, is_multiple=True, is_typed=False),
    Step("file", MessageKey.BUTTON_NONE, MessageKey.THANK, digest, takes_file=True, is_optional=True),
)  # fmt: skip


@dataclass
class Desk:
    """A person filling in a form."""

    world: World
    saved: list[Answers] = field(default_factory=list)
    refusal: Phrase | None = None
    person: str = ANN

    def __post_init__(self) -> None:
        self.form = Form("test", MessageKey.HELP, STEPS, self._finish, self._preview)
        self.conversations = Conversations({"test": self.form})

    def _finish(self, request: Request, answers: Answers, services: Services) -> Reply | Phrase:
        del services
        if self.refusal:
            return self.refusal
        self.saved.append(answers)
        return Reply(request.language, (Message(Phrase(MessageKey.THANK)),))

    def _preview(self, request: Request, answers: Answers, services: Services) -> tuple[Message, ...]:
        del request, services
        return (Message(Phrase(MessageKey.OWNED_BY, {"owner": answers.get("claim")})),)

    def request(self, text: str = "", **more: object) -> Request:
        """What the person did."""
        return replace(Request(self.person, text, Language.EN, address=f"to {self.person}"), **more)  # type: ignore[arg-type]

    def begin(self, **more: object) -> str:
        """Begin the form."""
        return self.read(begin(self.form, self.request(), self.world.services, **more))  # type: ignore[arg-type]

    def say(self, text: str = "", **more: object) -> str:
        """Type or send something; empty when it is not for the conversation."""
        reply = self.conversations.hear(self.request(text, **more), self.world.services)
        return "" if reply is None else self.read(reply)

    def press(self, name: ConversationPress, argument: str = "") -> str:
        """Press a button."""
        action = self.conversations.buttons()[name]
        return self.read(action(self.request(argument=argument), self.world.services))

    def read(self, reply: Reply) -> str:
        """What is shown, and keep the buttons."""
        rows = [row for message in reply.messages for row in message.buttons]
        self.targets = [
            f"{button.target.action}:{button.target.argument}"
            for row in rows
            for button in row
            if isinstance(button.target, Press)
        ]
        self.labels = [TEXTS.label(button.label, reply.language) for row in rows for button in row]
        if reply.notice:
            return TEXTS.text(reply.notice, reply.language, escape=False)
        return self.world.read(reply)


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def fill(desk: Desk) -> str:
    """Answer everything up to the preview."""
    desk.begin()
    desk.say("a claim")
    desk.press(ConversationPress.PICK, "verdict/true")
    desk.press(ConversationPress.PICK, "both/true")
    desk.press(ConversationPress.KEEP, "both")
    return desk.press(ConversationPress.SKIP, "file")


def test_from_the_first_question_to_the_saved_answers(desk: Desk) -> None:
    """Each answer leads to the next question, the preview shows it, and only its button saves."""
    assert "Step 1 of" in desk.begin(subject="black-dot")
    desk.say("a claim")
    assert desk.labels[:2] == ["❌ FALSE", "✅ TRUE"]
    desk.press(ConversationPress.PICK, "verdict/false")
    assert desk.say("because") == desk.world.plain(Phrase(MessageKey.GREET)) + "\n\n<i>Step 4 of 5</i>"
    desk.press(ConversationPress.PICK, "both/false")
    assert desk.labels[:2] == ["✓ ❌ FALSE", "✅ TRUE"]
    desk.press(ConversationPress.PICK, "both/true")
    desk.press(ConversationPress.PICK, "both/false")
    desk.press(ConversationPress.KEEP, "both")
    assert desk.press(ConversationPress.SKIP, "file").startswith("A CLAIM\nIs this right?")
    assert desk.saved == []
    finish = desk.targets[0].partition(":")[2]
    assert desk.press(ConversationPress.FINISH, finish) == desk.world.plain(Phrase(MessageKey.THANK))
    (answers,) = desk.saved
    assert answers.subject == "black-dot"
    assert answers.values == {"claim": "A CLAIM", "verdict": "false", "why": "because", "both": "true", "file": ""}
    assert "nothing unfinished" in desk.press(ConversationPress.FINISH, finish)


def test_a_question_that_does_not_apply_is_passed_over(desk: Desk) -> None:
    """Going on and going back."""
    desk.begin()
    desk.say("a claim")
    assert "Hi!" in desk.press(ConversationPress.PICK, "verdict/true")
    desk.press(ConversationPress.BACK, "both")
    assert desk.labels[:2] == ["❌ FALSE", "✅ TRUE"]


def test_a_wrong_answer_is_explained_and_asked_again(desk: Desk) -> None:
    """The reason, the same question, and nothing typed before is lost."""
    desk.begin()
    again = desk.say("bad")
    assert "too short" in again
    assert "message you doubt" in again
    assert "I need an answer" in desk.say("  ")
    desk.say("good")
    assert "press one of the buttons" in desk.say("false")
    assert "Now: <i>GOOD</i>" in desk.press(ConversationPress.BACK, "verdict")
    desk.press(ConversationPress.KEEP, "claim")
    assert desk.labels[0] == "❌ FALSE"


def test_a_restart_loses_nothing(desk: Desk) -> None:
    """Another process goes on where the first was."""
    desk.begin()
    desk.say("a claim")
    desk.press(ConversationPress.PICK, "verdict/false")
    later = Desk(desk.world)
    assert "Hi!" in later.say("because")


def test_a_press_on_an_earlier_question_changes_nothing(desk: Desk) -> None:
    """Old messages keep their buttons; so does one pressed twice."""
    desk.begin()
    desk.say("a claim")
    desk.press(ConversationPress.PICK, "verdict/true")
    for press, argument in (
        (ConversationPress.PICK, "verdict/false"), (ConversationPress.BACK, "claim"), (ConversationPress.SKIP, "why"),
        (ConversationPress.PICK, "both/unknown"), (ConversationPress.CHANGE, "claim"), (ConversationPress.FINISH, "x"),
    ):  # fmt: skip
        assert "question is past" in desk.press(press, argument)
    assert "Hi!" in desk.press(ConversationPress.RESUME)


def test_what_must_be_answered_cannot_be_left_out(desk: Desk) -> None:
    """Neither by a button of another version nor with nothing chosen."""
    desk.begin()
    assert "I need an answer" in desk.press(ConversationPress.SKIP, "claim")
    desk.say("a claim")
    desk.press(ConversationPress.PICK, "verdict/true")
    assert "I need an answer" in desk.press(ConversationPress.KEEP, "both")


def test_one_answer_can_be_changed_at_the_preview(desk: Desk) -> None:
    """And a question that the change calls for is asked before the preview comes back."""
    fill(desk)
    desk.press(ConversationPress.LIST)
    assert f"{ConversationPress.CHANGE}:claim" in desk.targets
    desk.press(ConversationPress.CHANGE, "claim")
    assert desk.press(ConversationPress.BACK, "claim").startswith("A CLAIM")
    desk.press(ConversationPress.CHANGE, "verdict")
    assert "Helpful" in desk.press(ConversationPress.PICK, "verdict/false")
    assert desk.say("because").startswith("A CLAIM")
    assert "Is this right?" in desk.say("what now")


def test_what_cannot_be_saved_is_said_and_kept(desk: Desk) -> None:
    """A refusal leads back to the preview."""
    fill(desk)
    finish = desk.targets[0].partition(":")[2]
    desk.refusal = Phrase(MessageKey.CLAIM_TOO_SHORT)
    refused = desk.press(ConversationPress.FINISH, finish)
    assert "too short" in refused
    assert "A CLAIM" in refused
    desk.refusal = None
    desk.press(ConversationPress.FINISH, finish)
    assert [answers.id for answers in desk.saved] == [finish]


def test_a_command_leaves_it_and_it_can_be_resumed(desk: Desk) -> None:
    """The command is answered, what is typed afterwards is no answer, and "go on" asks again."""
    desk.begin()
    desk.say("a claim")
    reply = COMMANDS["help"](desk.request(), desk.world.services)
    left = desk.conversations.leave(desk.request(), desk.world.services, reply)
    assert "is kept for 7 days" in desk.read(left)
    assert desk.say("is this true?") == ""
    assert not desk.conversations.listens(ANN, f"to {ANN}", desk.world.services)
    assert desk.conversations.leave(desk.request(), desk.world.services, reply) == reply
    desk.press(ConversationPress.RESUME)
    assert desk.labels[0] == "❌ FALSE"
    assert desk.conversations.listens(ANN, f"to {ANN}", desk.world.services)


def test_another_form_waits_for_the_first(desk: Desk) -> None:
    """What was typed is offered before something new is begun; what was only opened is not."""
    desk.begin()
    assert "Step 1" in desk.begin()
    desk.say("a claim")
    assert "have not finished" in desk.begin()
    reply = begin(desk.form, desk.request(), desk.world.services)
    assert desk.conversations.leave(desk.request(), desk.world.services, reply) == reply


def test_cancelling_asks_first(desk: Desk) -> None:
    """Nothing typed is thrown away by one slip."""
    assert "nothing unfinished" in desk.press(ConversationPress.CANCEL)
    desk.begin()
    assert "Thrown away" in desk.press(ConversationPress.CANCEL)
    desk.begin()
    desk.say("a claim")
    assert "Throw away everything" in desk.press(ConversationPress.CANCEL)
    assert "Thrown away" in desk.press(ConversationPress.DISCARD)
    assert desk.say("a claim") == ""


def test_known_answers_are_not_asked(desk: Desk) -> None:
    """A form begun from a cluster has its claim already; it can be changed at the preview."""
    desk.begin(values={"claim": "KNOWN", "verdict": "true"})
    assert desk.labels[:2] == ["❌ FALSE", "✅ TRUE"]
    assert "Step 3 of 4" in desk.press(ConversationPress.RESUME)


def test_files(desk: Desk) -> None:
    """A step may want a file: words, a file too large and one that cannot be fetched are explained."""
    fill(desk)
    desk.press(ConversationPress.CHANGE, "file")
    assert "need a file" in desk.say("here it is")

    def fail() -> bytes:
        raise AttachmentNotFetchedError

    def sent(size: int = 0, fetch=lambda: b"digest") -> str:
        return desk.say(attachment=Attachment("a.csv", "text/csv", size, False, fetch))

    assert "more than 5 MB" in sent(MAX_BYTES + 1)
    assert "more than 5 MB" in sent(fetch=lambda: b"x" * (MAX_BYTES + 1))
    assert "could not fetch" in sent(fetch=fail)
    assert "Is this right?" in sent()
    desk.press(ConversationPress.CHANGE, "claim")
    assert "need words" in sent()


def test_the_language_stays_the_one_it_was_begun_in(desk: Desk) -> None:
    """A Malay claim typed by somebody who is asked in English does not turn the questions around."""
    desk.begin()
    assert "FALSE" in TEXTS.label(Phrase(MessageKey.VERDICT_FALSE), Language.EN)
    desk.say("dakwaan ini palsu", language=Language.MS)
    assert desk.labels[0] == "❌ FALSE"


def test_people_and_chats_do_not_mix(desk: Desk) -> None:
    """Another person's conversation is their own, and a group has none."""
    desk.begin()
    assert Desk(desk.world, person=BEN).say("a claim") == ""
    group = begin(desk.form, replace(desk.request(), address=""), desk.world.services)
    assert "private chat" in desk.read(group)
    assert desk.conversations.hear(replace(desk.request("x"), address=""), desk.world.services) is None


def test_a_form_of_an_earlier_version_is_no_conversation(desk: Desk) -> None:
    """A form that is no more hears nothing and stops nobody."""
    desk.world.services.conversations.save(ANN, f"to {ANN}", "gone", "{}", NOW)
    assert desk.say("a claim") == ""
