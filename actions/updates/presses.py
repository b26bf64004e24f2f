"""The names of the buttons of what is told later."""

from enum import StrEnum


class UpdatesPress(StrEnum):
    """What a button does; its argument is in brackets."""

    FOLLOW = "ufollow"
    """[tip] Tell me when this is checked."""
    CORRECTIONS = "ucorr"
    """[on or off] Tell me of corrections, or do not."""
    HOUR = "uhour"
    """[hour] Get the digest at this hour."""
    TOPICS = "utopic"
    """[group] Get the digest about these topics."""
    STOP = "ustop"
    """End the digest."""
    MENU = "usubs"
    """The digest's settings."""
    EVE = "ueve"
    """[on or off] The owners' switch for the eve of polling."""
