"""The names of the buttons of a guided conversation."""

from enum import StrEnum


class ConversationPress(StrEnum):
    """What a button does; its argument is in brackets."""

    PICK = "fpick"
    """[step/value] Answer the step with this value."""
    BACK = "fback"
    """[step] The question before."""
    KEEP = "fkeep"
    """[step] Leave the answer as it is, and go on."""
    SKIP = "fskip"
    """[step] Leave the step empty."""
    CANCEL = "fstop"
    """Ask before throwing everything away."""
    DISCARD = "fdrop"
    RESUME = "fgoon"
    """Go on where the person left."""
    LIST = "flist"
    """Which answer is to be changed?"""
    CHANGE = "fedit"
    """[step] Change this answer, then come back to the preview."""
    FINISH = "fdone"
    """[conversation] The preview is right."""
