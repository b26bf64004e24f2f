"""The two languages people are answered in."""

from enum import StrEnum


class Language(StrEnum):
    """A language the bot speaks; Malay first, as everywhere."""

    MS = "ms"
    EN = "en"

    @property
    def other(self) -> "Language":
        """The other of the two."""
        return Language.EN if self is Language.MS else Language.MS
