"""Who somebody is to the rest of the program: a keyed hash, never the Telegram id."""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final

MIN_KEY_BYTES: Final = 16
PERSON_CHARS: Final = 32


@dataclass(frozen=True)
class Identity:
    """Turns Telegram ids into persons.

    Telegram ids are short numbers: without the key a plain hash could be undone by trying them all. Whoever has the
    key can do that too, so the key is a secret like the token and is masked in `repr`.
    """

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) < MIN_KEY_BYTES:
            raise ValueError(f"the person key needs at least {MIN_KEY_BYTES} bytes")

    def person(self, telegram_id: int) -> str:
        """Name a person (HMAC-SHA256 of the id in decimal digits, cut to 128 bits).

        Args:
            telegram_id: A user's id; a chat's id for those who write as a chat.

        Returns:
            32 hexadecimal digits, the same for the same id and key.
        """
        digest = hmac.new(self.key, str(telegram_id).encode(), hashlib.sha256).hexdigest()
        return digest[:PERSON_CHARS]
