"""The daily digest and messages about corrections: on, off, at which hour, about what."""

from dataclasses import replace
from typing import Final

from actions import buttons
from actions.buttons import Row, press
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from actions.updates.keys import UpdatesKey
from actions.updates.presses import UpdatesPress
from knowledge.entry import Topic
from knowledge.store.update_store import Subscription

HOURS: Final = (7, 12, 18, 21)
ALL: Final = "all"
GROUPS: Final = {
    ALL: (UpdatesKey.TOPICS_ALL, ()),
    "elections": (
        UpdatesKey.TOPICS_ELECTIONS,
        (
            Topic.VOTING_PROCESS, Topic.VOTER_ELIGIBILITY, Topic.BALLOTS_COUNTING, Topic.CANDIDATES_PARTIES,
            Topic.ELECTION_SECURITY,
        ),
    ),
    "money": (UpdatesKey.TOPICS_MONEY, (Topic.SCAM_FINANCE,)),
    "safety": (UpdatesKey.TOPICS_SAFETY, (Topic.HEALTH, Topic.DISASTER, Topic.PUBLIC_ORDER)),
}  # fmt: skip


def subscribe_menu(request: Request, services: Services) -> Reply:
    """/subscribe: what is on, and every way to change it."""
    if not request.address:
        return Reply(request.language, (Message(Phrase(UpdatesKey.PRIVATE_ONLY), ((buttons.LATEST,),)),))
    mine = services.updates.subscription(request.person)
    wants = services.updates.wants_corrections(request.person)
    label = UpdatesKey.BUTTON_STOP_CORRECTIONS if wants else UpdatesKey.BUTTON_START_CORRECTIONS
    corrections = press(label, UpdatesPress.CORRECTIONS, "off" if wants else "on")
    if mine is None:
        return Reply(request.language, (Message(Phrase(UpdatesKey.SUBSCRIBE), (_hours(), (corrections,))),))
    groups = tuple(press(key, UpdatesPress.TOPICS, name) for name, (key, _) in GROUPS.items())
    stop = press(UpdatesKey.BUTTON_STOP_DIGEST, UpdatesPress.STOP)
    rows = (_hours(), groups[:2], groups[2:], (stop,), (corrections,))
    return Reply(request.language, (Message(_summary(mine), rows),))


def choose_hour(request: Request, services: Services) -> Reply:
    """Subscribe, or move the digest to another hour; what is published from now on is in the next one."""
    if not request.address or request.argument not in {str(hour) for hour in HOURS}:
        return subscribe_menu(request, services)
    mine = services.updates.subscription(request.person)
    today = services.today().isoformat()
    fresh = Subscription(request.person, request.address, request.language, 0, (), today, services.clock())
    services.updates.subscribe(replace(mine or fresh, hour=int(request.argument), language=request.language))
    return subscribe_menu(request, services)


def choose_topics(request: Request, services: Services) -> Reply:
    """Get the digest about these topics only."""
    mine = services.updates.subscription(request.person)
    if mine is not None and request.argument in GROUPS:
        services.updates.subscribe(replace(mine, topics=tuple(GROUPS[request.argument][1])))
    return subscribe_menu(request, services)


def unsubscribe(request: Request, services: Services) -> Reply:
    """One tap or one message ends the digest."""
    ended = services.updates.unsubscribe(request.person)
    key = UpdatesKey.UNSUBSCRIBED if ended else UpdatesKey.NOT_SUBSCRIBED
    rows = ((press(UpdatesKey.BUTTON_SUBSCRIBE, UpdatesPress.MENU), buttons.LATEST),)
    return Reply(request.language, (Message(Phrase(key), rows),))


def switch_corrections(request: Request, services: Services) -> Reply:
    """Be told of corrections, or not."""
    wanted = request.argument == "on"
    services.updates.set_corrections(request.person, services.clock(), wanted=wanted)
    key = UpdatesKey.CORRECTIONS_ON if wanted else UpdatesKey.CORRECTIONS_OFF
    rows = ((press(UpdatesKey.BUTTON_SUBSCRIBE, UpdatesPress.MENU), buttons.CHECK),)
    return Reply(request.language, (Message(Phrase(key), rows),))


def _hours() -> Row:
    return tuple(Button(_hour(hour), Press(UpdatesPress.HOUR, str(hour))) for hour in HOURS)


def _hour(hour: int) -> Phrase:
    return Phrase(UpdatesKey.BUTTON_HOUR, {"hour": str(hour)})


def _summary(mine: Subscription) -> Phrase:
    named = (key for key, topics in GROUPS.values() if tuple(topics) == mine.topics)
    topics = Phrase(next(named, UpdatesKey.TOPICS_ALL))
    return Phrase(UpdatesKey.SUBSCRIBED, {"hour": str(mine.hour), "topics": topics})
