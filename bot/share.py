"""Links that lead to an entry, and the address behind a "share" button."""

from collections.abc import Callable
from urllib.parse import quote

from actions.entry_phrases import share_text
from actions.links import DeepLinks, EntryLink
from bot import limits
from bot.localisation import Localisation
from knowledge.entry import QuizItem, Status
from knowledge.store.entry_store import EntryStore
from knowledge.text.language import Language


def deep_link(bot_username: str, entry_id: str, revision: int | None) -> str:
    """The link that opens the bot at an entry, always as it is when opened, and says what changed since it was shared.

    Args:
        bot_username: Without "@".
        entry_id: The entry.
        revision: The revision that is shared, if it is known.
    """
    return DeepLinks(bot_username).to(EntryLink(entry_id, revision).payload())


class Sharer:
    """Makes the address that opens Telegram's "send to" with the answer's short text and a link to it."""

    def __init__(self, entries: EntryStore, texts: Localisation, bot_username: Callable[[], str]) -> None:
        """Notes where entries and texts are.

        Args:
            entries: What is known; read in the thread that asks.
            texts: Both languages' texts.
            bot_username: The bot's name, known once Telegram was reached.
        """
        self._entries = entries
        self._texts = texts
        self._bot_username = bot_username

    def url(self, entry_id: str, language: Language) -> str | None:
        """Make the address.

        Args:
            entry_id: The entry to share.
            language: The language of the short text.

        Returns:
            None when the entry is not published (any more).
        """
        stored = self._entries.get(entry_id)
        if stored is None or stored.status is not Status.PUBLISHED or isinstance(stored.entry, QuizItem):
            return None
        text = self._texts.text(share_text(stored.entry, language), language, escape=False)
        link = deep_link(self._bot_username(), entry_id, stored.revision)
        short = limits.cut(text, limits.SHARE_TEXT_UNITS)
        return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(short, safe='')}"
