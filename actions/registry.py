"""Which action answers which intent, which command and which button.

What voters do is listed here, one line each; every other area lists its own in `actions/<area>/registry.py` and is
one line in `AREAS`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeVar

from actions.action import Action, ActionArea
from actions.answer_guideline import answer_guideline, more_guidelines
from actions.browse_rules import show_area, show_areas
from actions.change_language import change_language, choose_language, press_language
from actions.check_claim import ask_for_claim, check_claim, check_command
from actions.classroom import registry as classroom
from actions.classroom.joining import is_code_of_class
from actions.conversation.conversations import Conversations
from actions.conversation.keys import ConversationKey
from actions.desk import registry as desk
from actions.errors import DoubledActionError, UnregisteredActionError
from actions.foreign_language import answer_foreign, is_for_us_to_decline
from actions.give_feedback import helpful, how_to_rate, not_helpful, wrong_claim
from actions.help import show_about, show_help
from actions.how_to_check import how_to_check
from actions.intake import registry as intake
from actions.latest_fact_checks import latest_fact_checks
from actions.links import ENTRY_PREFIX
from actions.message_key import MessageKey
from actions.no_match import none_of_these
from actions.out_of_scope import asks_whom_to_vote_for, decline_voting_advice, out_of_scope
from actions.press_name import PressName
from actions.privacy_request import confirm_forget, forget, keep, privacy_request, show_privacy
from actions.question_sets import registry as question_sets
from actions.quiz import registry as quiz
from actions.reply import Phrase, Reply
from actions.request import Origin, Request
from actions.services import Services
from actions.show_entry import open_entry, pick_entry
from actions.small_talk import bot_challenge, goodbye, greet, thank
from actions.start import start, try_sample, welcome_in
from actions.submit_tip import store_tip, submit_tip
from actions.talk_to_human import talk_to_human
from actions.trending_claims import trending_claims
from actions.updates import registry as updates
from nlu.intents import Intent

_Name = TypeVar("_Name", bound=str)

AREAS: Final[tuple[ActionArea, ...]] = (classroom, desk, intake, question_sets, quiz, updates)

_VOTER_ACTIONS: Final[Mapping[Intent, Action]] = {
    Intent.CHECK_CLAIM: check_claim,
    Intent.ASK_GUIDELINE: answer_guideline,
    Intent.ASK_VOTER_INFO: answer_guideline,
    Intent.ASK_LITERACY: answer_guideline,
    Intent.ASK_ORGANISATION: answer_guideline,
    Intent.REPORT_CONTENT: answer_guideline,
    Intent.LATEST_FACT_CHECKS: latest_fact_checks,
    Intent.TRENDING_CLAIMS: trending_claims,
    Intent.SUBMIT_TIP: submit_tip,
    Intent.CHANGE_LANGUAGE: change_language,
    Intent.PRIVACY_REQUEST: privacy_request,
    Intent.GIVE_FEEDBACK: how_to_rate,
    Intent.TALK_TO_HUMAN: talk_to_human,
    Intent.HELP: show_help,
    Intent.GREET: greet,
    Intent.THANK: thank,
    Intent.GOODBYE: goodbye,
    Intent.BOT_CHALLENGE: bot_challenge,
    Intent.OUT_OF_SCOPE: out_of_scope,
}

_VOTER_COMMANDS: Final[Mapping[str, Action]] = {
    "start": start,
    "help": show_help,
    "check": check_command,
    "rules": show_areas,
    "latest": latest_fact_checks,
    "trending": trending_claims,
    "language": choose_language,
    "privacy": show_privacy,
    "about": show_about,
}

_VOTER_BUTTONS: Final[Mapping[str, Action]] = {
    PressName.PICK: pick_entry,
    PressName.SHOW: open_entry,
    PressName.NONE: none_of_these,
    PressName.WRONG: wrong_claim,
    PressName.GOOD: helpful,
    PressName.BAD: not_helpful,
    PressName.TIP: store_tip,
    PressName.HOW_TO: how_to_check,
    PressName.MORE: more_guidelines,
    PressName.AREAS: show_areas,
    PressName.AREA: show_area,
    PressName.SAMPLE: try_sample,
    PressName.HELLO: welcome_in,
    PressName.LANGUAGE: press_language,
    PressName.CHECK: ask_for_claim,
    PressName.HELP: show_help,
    PressName.LATEST: latest_fact_checks,
    PressName.TRENDING: trending_claims,
    PressName.FORGET: confirm_forget,
    PressName.ERASE: forget,
    PressName.KEEP: keep,
}


def joined(parts: Iterable[Mapping[_Name, Action]]) -> Mapping[_Name, Action]:
    """One table of several.

    Raises:
        DoubledActionError: a name stands in two of them.
    """
    table: dict[_Name, Action] = {}
    for part in parts:
        doubled = table.keys() & part.keys()
        if doubled:
            raise DoubledActionError(", ".join(sorted(doubled)))
        table |= part
    return table


CONVERSATIONS: Final = Conversations({form.name: form for area in AREAS for form in area.FORMS})
_ALL_KEYS: Final[list[type[StrEnum]]] = [MessageKey, ConversationKey, *(area.KEYS for area in AREAS)]
KEYS: Final[Mapping[str, StrEnum]] = {str(key): key for keys in _ALL_KEYS for key in keys}
ACTIONS: Final = joined([_VOTER_ACTIONS, *(area.ACTIONS for area in AREAS)])
COMMANDS: Final = joined([_VOTER_COMMANDS, {"cancel": CONVERSATIONS.cancel}, *(area.COMMANDS for area in AREAS)])
BUTTON_ACTIONS: Final = joined([_VOTER_BUTTONS, CONVERSATIONS.buttons(), *(area.BUTTONS for area in AREAS)])
LINKS: Final = joined([{ENTRY_PREFIX: open_entry}, *(area.LINKS for area in AREAS)])


def answer(request: Request, services: Services) -> Reply:
    """Answer a message: by what it wants, or as a claim if that is not known or it was forwarded.

    Raises:
        IndexUnavailableError: nothing can be looked up; this is never shown as "nothing found".
        StoreError: the database failed.
    """
    taken = take(request, services)
    if taken is not None:
        return taken
    if is_code_of_class(request, services):
        return ACTIONS[Intent.JOIN_CLASS](request, services)
    if request.confidence == 0 or request.origin is Origin.FORWARDED:
        request = replace(request, intent=Intent.CHECK_CLAIM)
    if asks_whom_to_vote_for(request):
        return decline_voting_advice(request, services)
    if is_for_us_to_decline(request):
        return answer_foreign(request, services)
    return ACTIONS[request.intent](request, services)


def take(request: Request, services: Services) -> Reply | None:
    """Answer what an open conversation waits for, or a file that an area wants; None for everything else."""
    taken = CONVERSATIONS.hear(request, services)
    if taken is None and request.attachment is not None:
        wanted = (act(request, services) for area in AREAS for act in area.FILES)
        taken = next((reply for reply in wanted if reply is not None), None)
    return taken


def command(request: Request, name: str, services: Services) -> Reply:
    """Answer a command of `COMMANDS`, or what a link of `LINKS` leads to (`/start <prefix><argument>`).

    Raises:
        UnregisteredActionError: there is no such command.
    """
    if name not in COMMANDS:
        raise UnregisteredActionError(f"No action is registered for the command {name!r}.")
    prefix = next((one for one in LINKS if request.argument.startswith(one)), None) if name == "start" else None
    if prefix is None:
        reply = COMMANDS[name](request, services)
    else:
        reply = LINKS[prefix](replace(request, argument=request.argument.removeprefix(prefix)), services)
    return CONVERSATIONS.leave(request, services, reply)


def press(request: Request, name: str, services: Services) -> Reply:
    """Answer a button press; a button of an earlier version is said not to work any more."""
    action = BUTTON_ACTIONS.get(name)
    if action is None:
        return Reply(request.language, notice=Phrase(MessageKey.BUTTON_UNKNOWN))
    return action(request, services)
