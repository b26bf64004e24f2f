"""An answer to a poll finds its question: a class's or one person's."""

from actions.classroom.answering import PollAnswer, take_class_answer
from actions.quiz.playing import take_quiz_answer
from actions.services import Services

_PREFIXES = ("class/", "quiz/")


def take_poll_answer(answer: PollAnswer, services: Services) -> None:
    """Take an answer; one to a poll that nobody knows is passed over.

    A poll whose number was not noted yet (it was answered at once, or the bot was killed between sending it and noting
    it) is the one that is still on its way to that person.
    """
    receipt = (
        services.outbox.receipt_of_poll(answer.poll_id)
        or services.outbox.on_its_way(answer.person, _PREFIXES)
        or services.outbox.receipt_of_poll(answer.poll_id)  # noted between the two looks
    )
    if receipt is None or receipt.person != answer.person:
        return
    if not take_class_answer(answer, receipt.key, receipt.sent_at, services):
        take_quiz_answer(receipt.key, answer.person, answer.chosen, answer.at, services)
