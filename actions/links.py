"""Addresses that open the bot somewhere (`https://t.me/<bot>?start=<payload>`)."""

from dataclasses import dataclass
from typing import Final

ENTRY_PREFIX: Final = "e_"
"""What a deep link to an entry begins with: `?start=e_<id>_r<revision>`, or without the revision."""
_REVISION: Final = "_r"  # no id holds an underscore
_MOST: Final = 64  # characters that Telegram lets a payload have


@dataclass
class DeepLinks:
    """Makes such addresses. The bot's name is known once Telegram has been reached; the channel notes it here."""

    username: str = ""

    def to(self, payload: str) -> str:
        """The address; `payload` is 1-64 letters, digits, "_" or "-"."""
        return f"https://t.me/{self.username}?start={payload}"


@dataclass(frozen=True)
class EntryLink:
    """Which entry a link leads to, and the revision that was current when it was shared, if it says so."""

    entry_id: str
    revision: int | None = None

    @classmethod
    def read(cls, text: str) -> "EntryLink":
        """From a link's payload, with or without its prefix; a revision that cannot be read is none.

        Without the prefix an entry called "e" is taken for it.
        """
        entry_id, _, revision = text.removeprefix(ENTRY_PREFIX).partition(_REVISION)
        is_number = revision.isascii() and revision.isdecimal() and len(revision) < 10
        return cls(entry_id, int(revision) if is_number else None)

    def payload(self) -> str:
        """As a link carries it; where it would be too long for Telegram, without the revision."""
        plain = f"{ENTRY_PREFIX}{self.entry_id}"
        whole = plain if self.revision is None else f"{plain}{_REVISION}{self.revision}"
        return whole if len(whole) <= _MOST else plain
