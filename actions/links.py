"""Addresses that open the bot somewhere (`https://t.me/<bot>?start=<payload>`)."""

from dataclasses import dataclass


@dataclass
class DeepLinks:
    """Makes such addresses. The bot's name is known once Telegram has been reached; the channel notes it here."""

    username: str = ""

    def to(self, payload: str) -> str:
        """The address; `payload` is 1-64 letters, digits, "_" or "-"."""
        return f"https://t.me/{self.username}?start={payload}"
