"""sendPoll and stopPoll, for quizzes and ordinary polls."""

from typing import Final

from bot.simulator import limits
from bot.simulator.entities import FormattedText
from bot.simulator.errors import refuse
from bot.simulator.formatting import formatted, read_text, text_options
from bot.simulator.json_types import as_list, as_object
from bot.simulator.keyboard import read_keyboard
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.methods.sending import new_message
from bot.simulator.methods.targets import message_in, writable_chat
from bot.simulator.model import Poll
from bot.simulator.params import ApiParams
from bot.simulator.serialise import message_json, poll_json
from bot.simulator.world import World


async def _send_poll(backend: Backend, params: ApiParams) -> object:
    world = backend.world
    chat = writable_chat(world, params)
    poll = _read_poll(world, params)
    message = new_message(world, chat, params)
    message.media = poll
    world.post(message)
    if poll.close_date is not None and not poll.is_closed:
        world.close_poll_later(poll, poll.close_date - world.clock.unix())
    return message_json(message)


async def _stop_poll(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    message = message_in(chat, params.integer("message_id"), "message with poll to stop not found")
    if message.poll is None or not message.is_from_bot or message.forward_origin:
        refuse("poll can't be stopped")
    if message.poll.is_closed:
        refuse("poll has already been closed")
    message.keyboard = read_keyboard(params.mapping("reply_markup"))
    backend.world.close_poll(message.poll)
    return poll_json(message.poll)


def _read_poll(world: World, params: ApiParams) -> Poll:
    question = read_text(
        params, "question", limits.POLL_QUESTION_CHARS, too_long="poll question length must not exceed 300"
    )
    if not question:
        refuse("poll question must be non-empty")
    options = _read_options(params)
    is_quiz = params.text("type") == "quiz"
    poll = Poll(
        id=world.new_id(),
        question=question,
        options=options,
        is_quiz=is_quiz,
        is_anonymous=params.flag("is_anonymous", default=True),
        allows_multiple=params.flag("allows_multiple_answers"),
        allows_revoting=params.flag("allows_revoting", default=not is_quiz),
        is_closed=params.flag("is_closed"),
    )
    if is_quiz:
        poll.correct = _read_correct(params, poll)
        poll.explanation = _read_explanation(params)
    poll.description = read_text(
        params, "description", limits.POLL_DESCRIPTION_CHARS, too_long="poll description is too long"
    )
    _read_end(world, params, poll)
    return poll


def _read_options(params: ApiParams) -> tuple[FormattedText, ...]:
    raw = [as_object(option) for option in text_options(params.array("options"))]
    if len(raw) < limits.POLL_OPTIONS.start:
        refuse("poll must have at least 2 option")
    if len(raw) >= limits.POLL_OPTIONS.stop:
        refuse(f"poll can't have more than {limits.POLL_OPTIONS.stop - 1} options")
    options = tuple(
        formatted(
            str(option.get("text", "")),
            str(option.get("text_parse_mode") or ""),
            as_list(option.get("text_entities")),
            limits.POLL_OPTION_CHARS,
            too_long="poll options length must not exceed 100",
        )
        for option in raw
    )
    if not all(options):
        refuse("poll options must be non-empty")
    return tuple(FormattedText(option.text) for option in options)


def _read_correct(params: ApiParams, poll: Poll) -> tuple[int, ...]:
    raw = params.array("correct_option_ids")
    if not raw and params.has("correct_option_id"):
        raw = [params.integer("correct_option_id")]
    correct = tuple(index for index in raw if isinstance(index, int) and index in range(len(poll.options)))
    if not correct or len(correct) != len(raw) or (len(correct) > 1 and not poll.allows_multiple):
        refuse("wrong correct option ID specified")
    return correct


def _read_explanation(params: ApiParams) -> FormattedText:
    explanation = read_text(
        params, "explanation", limits.POLL_EXPLANATION_CHARS, too_long="poll explanation is too long"
    )
    if explanation.text.count("\n") > limits.POLL_EXPLANATION_LINE_FEEDS:
        refuse("poll explanation has too many line feeds")
    return explanation


def _read_end(world: World, params: ApiParams, poll: Poll) -> None:
    now = world.clock.unix()
    if params.has("open_period"):
        poll.open_period_s = params.integer("open_period")
        poll.close_date = now + poll.open_period_s
    elif params.has("close_date"):
        poll.close_date = params.integer("close_date")
    if poll.close_date is not None and poll.close_date - now not in limits.POLL_OPEN_S:
        refuse("poll can't be open for that long")


METHODS: Final[dict[str, ApiMethod]] = {"sendPoll": _send_poll, "stopPoll": _stop_poll}
