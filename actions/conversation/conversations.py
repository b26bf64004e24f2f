"""The doors to guided conversations: what is typed, the buttons under the questions, and /cancel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from actions.action import Action
from actions.conversation import engine, views
from actions.conversation import progress as going
from actions.conversation.engine import Open
from actions.conversation.form import Form, Step
from actions.conversation.keys import ConversationKey
from actions.conversation.presses import ConversationPress
from actions.conversation.progress import PREVIEW
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services

_OpenAction = Callable[[Open, Request, Services], Reply]
_StepAction = Callable[[Open, Step, str, Request, Services], Reply]


@dataclass(frozen=True)
class Conversations:
    """The conversations of every area, by their forms' names."""

    forms: Mapping[str, Form]

    def buttons(self) -> Mapping[str, Action]:
        """Which action answers which button."""
        return {
            ConversationPress.PICK: self._at_step(_pick),
            ConversationPress.BACK: self._at_step(_back),
            ConversationPress.KEEP: self._at_step(_keep),
            ConversationPress.SKIP: self._at_step(_skip),
            ConversationPress.CANCEL: self.cancel,
            ConversationPress.DISCARD: self._discard,
            ConversationPress.RESUME: self._when_open(_resume),
            ConversationPress.LIST: self._when_open(_list),
            ConversationPress.CHANGE: self._when_open(_change),
            ConversationPress.FINISH: self._when_open(_finish),
        }

    def hear(self, request: Request, services: Services) -> Reply | None:
        """Answer what was typed or sent, if it is meant for an open conversation."""
        now = None if request.is_unexpected else self._open(request, services)
        if now is None or now.progress.is_paused:
            return None
        return engine.hear(now, _in_its_language(now, request), services)

    def listens(self, person: str, address: str, services: Services) -> bool:
        """Whether what the person types next is an answer, so that nobody need find out what they want."""
        now = self._find(person, address, services)
        return now is not None and not now.progress.is_paused

    def leave(self, request: Request, services: Services, reply: Reply) -> Reply:
        """A command came in between: its answer, and that what was begun is kept; it hears nothing until resumed."""
        now = self._open(request, services)
        if now is None or now.progress.is_paused or not now.progress.is_touched or _offers_to_go_on(reply):
            return reply
        engine.keep(replace(now, progress=replace(now.progress, is_paused=True)), request, services)
        return replace(reply, messages=(*reply.messages, views.paused(now.form)))

    def cancel(self, request: Request, services: Services) -> Reply:
        """/cancel: ask before throwing anything away."""
        now = self._open(request, services)
        if now is None:
            return _nothing_open(request)
        if not now.progress.is_touched:
            return self._discard(request, services)
        return Reply(request.language, (views.confirm_cancel(now.form),))

    def _discard(self, request: Request, services: Services) -> Reply:
        services.conversations.close(request.person, request.address)
        return Reply(request.language, (Message(Phrase(ConversationKey.CANCELLED)),))

    def _open(self, request: Request, services: Services) -> Open | None:
        return self._find(request.person, request.address, services)

    def _find(self, person: str, address: str, services: Services) -> Open | None:
        if not address:
            return None
        stored = services.conversations.get(person, address, services.clock())
        form = self.forms.get(stored.form) if stored else None
        return Open(form, going.read(stored.state)) if form and stored else None

    def _when_open(self, act: _OpenAction) -> Action:
        def answer(request: Request, services: Services) -> Reply:
            now = self._open(request, services)
            return act(now, _in_its_language(now, request), services) if now else _nothing_open(request)

        return answer

    def _at_step(self, act: _StepAction) -> Action:
        """Only for the question the person is at; a button of an earlier one says so."""

        def answer(now: Open, request: Request, services: Services) -> Reply:
            name, _, value = request.argument.partition("/")
            step = now.form.step(name)
            if step is None or now.progress.at != name:
                return Reply(request.language, notice=Phrase(ConversationKey.NOTICE_PAST))
            return act(now, step, value, request, services)

        return self._when_open(answer)


def _pick(now: Open, step: Step, value: str, request: Request, services: Services) -> Reply:
    if value not in {choice.value for choice in step.choices(request, now.progress.answers, services)}:
        return Reply(request.language, notice=Phrase(ConversationKey.NOTICE_PAST))
    if not step.is_multiple:
        return engine.move_on(now, step, value, request, services)
    chosen = [one for one in now.progress.answers.get(step.name).split(",") if one]
    toggled = [one for one in chosen if one != value] if value in chosen else [*chosen, value]
    changed = now.progress.answered(step.name, ",".join(toggled))
    return engine.show(Open(now.form, changed), request, services, replaces=True)


def _back(now: Open, step: Step, value: str, request: Request, services: Services) -> Reply:
    del step, value
    return engine.show(Open(now.form, going.backward(now.form, now.progress)), request, services)


def _keep(now: Open, step: Step, value: str, request: Request, services: Services) -> Reply:
    del value
    answer = now.progress.answers.get(step.name)
    if not answer and not step.is_optional:
        return engine.show(now, request, services, Phrase(ConversationKey.ANSWER_MISSING))
    return engine.move_on(now, step, answer, request, services)


def _skip(now: Open, step: Step, value: str, request: Request, services: Services) -> Reply:
    del value
    if not step.is_optional:
        return engine.show(now, request, services, Phrase(ConversationKey.ANSWER_MISSING))
    return engine.move_on(now, step, "", request, services)


def _resume(now: Open, request: Request, services: Services) -> Reply:
    return engine.show(now, request, services)


def _list(now: Open, request: Request, services: Services) -> Reply:
    del services
    return Reply(request.language, (views.which_answer(now.form, now.progress),))


def _change(now: Open, request: Request, services: Services) -> Reply:
    if now.form.step(request.argument) is None or now.progress.at != PREVIEW:
        return Reply(request.language, notice=Phrase(ConversationKey.NOTICE_PAST))
    changed = replace(now.progress, at=request.argument, is_change=True)
    return engine.show(Open(now.form, changed), request, services)


def _finish(now: Open, request: Request, services: Services) -> Reply:
    if now.progress.at != PREVIEW or request.argument != now.progress.answers.id:
        return Reply(request.language, notice=Phrase(ConversationKey.NOTICE_PAST))
    return engine.finish(now, request, services)


def _in_its_language(now: Open, request: Request) -> Request:
    return replace(request, language=request.chosen_language or now.progress.language)


def _offers_to_go_on(reply: Reply) -> bool:
    return any(views.RESUME in row for message in reply.messages for row in message.buttons)


def _nothing_open(request: Request) -> Reply:
    return Reply(request.language, (Message(Phrase(ConversationKey.NOTHING_OPEN)),))
