"""An answer to a quiz poll. Nothing is said about it here: what follows comes through the outbox."""

from telegram import Update
from telegram.ext import PollAnswerHandler

from actions.classroom.answering import PollAnswer
from actions.poll_answers import take_poll_answer
from bot.channel import AnyHandler, Channel, Context


def build(channel: Channel) -> AnyHandler:
    """Make the handler. An answer taken back has no option; the first one counts, so there is nothing to do then."""

    async def take(update: Update, context: Context) -> None:
        del context
        given = update.poll_answer
        if given is None or given.user is None or not given.option_ids:
            return
        person, at = channel.reader.somebody(update).person, channel.arrivals.take(update)
        answer = PollAnswer(person, given.poll_id, given.option_ids[0], at)
        await channel.answerer.in_worker(lambda: take_poll_answer(answer, channel.services))

    return PollAnswerHandler(take)
