"""The texts of what is told later."""

from enum import StrEnum


class UpdatesKey(StrEnum):
    """A text by its Fluent id, in bot/texts/*/updates.ftl."""

    FOLLOW_OFFER = "updates-follow-offer"
    FOLLOWED = "updates-followed"
    FOLLOW_UNKNOWN = "updates-follow-unknown"
    CHECKED = "updates-checked"
    CLOSED_OPINION = "updates-closed-opinion"
    CLOSED_NOT_CHECKABLE = "updates-closed-not-checkable"
    CLOSED_SATIRE = "updates-closed-satire"
    CORRECTED = "updates-corrected"
    CORRECTED_VERDICT = "updates-corrected-verdict"
    CORRECTED_NOTE = "updates-corrected-note"
    CORRECTIONS_OFF = "updates-corrections-off"
    CORRECTIONS_ON = "updates-corrections-on"
    SUBSCRIBE = "updates-subscribe"
    SUBSCRIBED = "updates-subscribed"
    UNSUBSCRIBED = "updates-unsubscribed"
    NOT_SUBSCRIBED = "updates-not-subscribed"
    PRIVATE_ONLY = "updates-private-only"
    DIGEST = "updates-digest"
    DIGEST_LINE = "updates-digest-line"
    TOPICS_ALL = "updates-topics-all"
    TOPICS_ELECTIONS = "updates-topics-elections"
    TOPICS_MONEY = "updates-topics-money"
    TOPICS_SAFETY = "updates-topics-safety"

    BUTTON_FOLLOW = "button-updates-follow"
    BUTTON_CURRENT = "button-updates-current"
    BUTTON_STOP_CORRECTIONS = "button-updates-stop-corrections"
    BUTTON_START_CORRECTIONS = "button-updates-start-corrections"
    BUTTON_STOP_DIGEST = "button-updates-stop-digest"
    BUTTON_HOUR = "button-updates-hour"
    BUTTON_SUBSCRIBE = "button-updates-subscribe"

    COMMAND_SUBSCRIBE = "command-subscribe"
