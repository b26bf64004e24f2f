"""Runs guided conversations: asks, takes answers, goes back and on, shows the preview, and saves.

Each step is written to the database before the next is asked, so that a restart loses nothing. A person has at most
one conversation in a chat; what they type goes to it until it is finished, thrown away, or left by a command.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from actions.attachment import MAX_BYTES
from actions.conversation import progress as going
from actions.conversation import views
from actions.conversation.form import Form, Step
from actions.conversation.keys import ConversationKey
from actions.conversation.progress import PREVIEW, Progress
from actions.errors import AttachmentNotFetchedError, AttachmentTooLargeError
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services


@dataclass(frozen=True)
class Open:
    """A person's conversation: its form and where they are in it."""

    form: Form
    progress: Progress


def begin(
    form: Form, request: Request, services: Services, subject: str = "", values: Mapping[str, str] | None = None
) -> Reply:
    """Begin a form, unless another one is unfinished: then that is offered first.

    Args:
        form: What to ask.
        request: Who asked for it; in a private chat only.
        services: What actions work with.
        subject: What it is about.
        values: Answers that are known already; their steps are not asked, but can be changed at the preview.
    """
    if not request.address:
        return _reply(request, Message(Phrase(ConversationKey.PRIVATE_ONLY)))
    stored = services.conversations.get(request.person, request.address, services.clock())
    if stored is not None and going.read(stored.state).is_touched:
        return _reply(request, views.unfinished())
    return show(Open(form, going.first(form, request.language, subject, dict(values or {}))), request, services)


def show(
    now: Open, request: Request, services: Services, problem: Phrase | None = None, *, replaces: bool = False
) -> Reply:
    """Keep where the person is, and ask what comes there."""
    progress = replace(now.progress, is_paused=False)
    step = now.form.step(progress.at)
    if step is None and now.form.preview is None:
        return finish(replace(now, progress=progress), request, services)
    keep(replace(now, progress=progress), request, services)
    if step is not None:
        asked = views.question(now.form, progress, step, request, services, problem)
        return replace(_reply(request, asked), replaces=replaces)
    shown = now.form.preview(request, progress.answers, services) if now.form.preview else ()
    return _reply(request, *shown, views.preview_question(progress, problem))


def hear(now: Open, request: Request, services: Services) -> Reply:
    """Take what the person sent as the answer to the step they are at."""
    step = now.form.step(now.progress.at)
    if step is None:
        return _reply(request, views.preview_question(now.progress, None))
    answer = _answer(step, now, request, services)
    if isinstance(answer, Phrase):
        return show(now, request, services, answer)
    return move_on(now, step, answer, request, services)


def move_on(now: Open, step: Step, answer: str, request: Request, services: Services) -> Reply:
    """Keep an answer and go to the next step."""
    answered = now.progress.answered(step.name, answer)
    return show(Open(now.form, going.forward(now.form, answered)), request, services)


def finish(now: Open, request: Request, services: Services) -> Reply:
    """Save the answers and end the conversation; what cannot be saved is said, and nothing is lost."""
    ended = now.form.finish(request, now.progress.answers, services)
    if isinstance(ended, Reply):
        services.conversations.close(request.person, request.address)
        return ended
    last = going.asked_steps(now.form, now.progress.answers)[-1]
    at = PREVIEW if now.form.preview else last.name
    return show(Open(now.form, replace(now.progress, at=at)), request, services, ended)


def keep(now: Open, request: Request, services: Services) -> None:
    """Write down where the person is."""
    written = now.progress.write()
    services.conversations.save(request.person, request.address, now.form.name, written, services.clock())


def _answer(step: Step, now: Open, request: Request, services: Services) -> str | Phrase:
    """The answer in what was sent, or what is wrong with it."""
    if step.takes_file and request.attachment is None:
        return Phrase(ConversationKey.FILE_WANTED)
    if not step.takes_file and not request.text.strip():
        return Phrase(ConversationKey.WORDS_WANTED if request.attachment else ConversationKey.ANSWER_MISSING)
    if not step.takes_file and not step.is_typed:
        return Phrase(ConversationKey.PICK_WANTED)
    try:
        answer = step.read(request, now.progress.answers, services)
    except AttachmentTooLargeError:
        return Phrase(ConversationKey.FILE_TOO_LARGE, {"limit": MAX_BYTES // 1_000_000})
    except AttachmentNotFetchedError:
        return Phrase(ConversationKey.FILE_NOT_FETCHED)
    return Phrase(ConversationKey.ANSWER_MISSING) if answer == "" and not step.is_optional else answer


def _reply(request: Request, *messages: Message) -> Reply:
    return Reply(request.language, messages)
