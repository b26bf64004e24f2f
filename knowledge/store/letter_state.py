"""How far a letter of the outbox is."""

from enum import StrEnum


class LetterState(StrEnum):
    """How far a letter is."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    CHANGED = "changed"
    DROPPED = "dropped"
