"""What a person sent, read off Telegram's objects: the words to answer, and the circumstances."""

import re
from dataclasses import dataclass, replace
from typing import Final

from telegram import Message, MessageEntity, Update, User

from actions.attachment import Attachment
from actions.contentless import is_contentless
from actions.request import Origin
from bot.fetching import attachment_of
from bot.identity import Identity

_COMMAND: Final = re.compile(r"/\w+(@\w+)?\s*")
_NOBODY: Final = 0


@dataclass(frozen=True)
class Incoming:
    """One thing a person did.

    `quoted_id` is the message an answer should quote, None when there is none. `address` is where the person can be
    written to later: the id of their private chat as text, empty elsewhere.
    """

    person: str
    telegram_language: str
    words: str = ""
    argument: str = ""
    origin: Origin = Origin.TYPED
    in_group: bool = False
    has_media: bool = False
    quoted_id: int | None = None
    address: str = ""
    attachment: Attachment | None = None


class Reader:
    """Reads updates."""

    def __init__(self, identity: Identity) -> None:
        """Notes how persons are named.

        Args:
            identity: Makes a person of a Telegram id.
        """
        self._identity = identity

    def somebody(self, update: Update) -> Incoming:
        """Read only who it is and where.

        Args:
            update: Any update.
        """
        chat = update.effective_chat
        is_private = chat is not None and chat.type == chat.PRIVATE
        return Incoming(
            person=self._identity.person(sender_id(update)),
            telegram_language=_language_code(update.effective_user),
            in_group=chat is not None and not is_private,
            address=str(chat.id) if chat is not None and is_private else "",
        )

    def inline(self, update: Update) -> Incoming:
        """Read what somebody types after the bot's name.

        Args:
            update: One with an inline query.
        """
        words = update.inline_query.query.strip() if update.inline_query else ""
        return replace(self.somebody(update), words=words, origin=Origin.INLINE)

    def message(self, update: Update) -> Incoming:
        """Read a message: its own words, or those of the message it points at.

        Args:
            update: One with a message.
        """
        message = update.effective_message
        if message is None:
            return self.somebody(update)
        subject = subject_of(message)
        return replace(
            self.somebody(update),
            words=words_of(subject),
            origin=_origin(subject),
            has_media=_has_media(subject),
            quoted_id=subject.message_id,
            attachment=attachment_of(message) if message.chat.type == message.chat.PRIVATE else None,
        )

    def command(self, update: Update, arguments: list[str]) -> Incoming:
        """Read a command: its argument, and the words of the message it replies to.

        Args:
            update: One with a message.
            arguments: The words after the command.
        """
        message = update.effective_message
        replied = message.reply_to_message if message else None
        subject = replied if replied and not arguments else message
        return replace(
            self.somebody(update),
            words=words_of(subject) if subject else "",
            argument=" ".join(arguments),
            origin=Origin.COMMAND,
            has_media=subject is not None and _has_media(subject),
            quoted_id=subject.message_id if subject else None,
        )

    def press(self, update: Update, argument: str) -> Incoming:
        """Read a pressed button: its argument, and the words of the message that the bot's answer quotes.

        Args:
            update: One with a callback query.
            argument: From the button's data.
        """
        answer = update.callback_query.message if update.callback_query else None
        asked = answer.reply_to_message if isinstance(answer, Message) else None
        return replace(
            self.somebody(update),
            words=words_of(asked) if asked else "",
            argument=argument,
            origin=Origin.BUTTON,
            has_media=asked is not None and _has_media(asked),
            quoted_id=asked.message_id if asked else None,
        )


def sender_id(update: Update) -> int:
    """Tell who did it; those who write as a group or channel share one account and are known by that chat instead.

    Args:
        update: Any update.

    Returns:
        A Telegram id.
    """
    sender = update.effective_sender or update.effective_chat
    return sender.id if sender else _NOBODY


def words_of(message: Message) -> str:
    """Read a message's words: text or caption, without a leading command and the bot's name, and hidden links.

    Args:
        message: Any message.

    Returns:
        Plain text; empty when there are no words.
    """
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities
    if any(entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 for entity in entities):
        text = _COMMAND.sub("", text, count=1)
    own_name = re.escape(f"@{message.get_bot().username}")
    text = re.sub(rf"{own_name}\b", "", text, flags=re.IGNORECASE)
    hidden = [entity.url for entity in entities if entity.type == MessageEntity.TEXT_LINK and entity.url]
    return "\n".join([text.strip(), *hidden]).strip()


def subject_of(message: Message) -> Message:
    """Find the message a message is about.

    Args:
        message: What a person sent.

    Returns:
        The message it replies to, when that is a person's, has words, and is only pointed at ("betul ke ni?"); else
        itself.
    """
    replied = message.reply_to_message
    if replied is None or message.forward_origin or _is_own(replied) or not words_of(replied):
        return message
    return replied if is_contentless(words_of(message)) else message


def is_addressed(message: Message) -> bool:
    """Whether a message is meant for the bot: any in a private chat; in a group a mention, a reply or a command.

    Args:
        message: What a person sent.
    """
    if message.chat.type == message.chat.PRIVATE:
        return True
    if message.reply_to_message and _is_own(message.reply_to_message) and not message.forward_origin:
        return True
    bot = message.get_bot()
    own_name = f"@{bot.username}".lower()
    for entity, words in _entities(message).items():
        if entity.type == MessageEntity.MENTION and words.lower() == own_name:
            return True
        if entity.type == MessageEntity.TEXT_MENTION and entity.user and entity.user.id == bot.id:
            return True
        if entity.type == MessageEntity.BOT_COMMAND and words.lower().endswith(own_name):
            return True
    return False


def expects_answer(message: Message) -> bool:
    """Whether somebody waits for the bot: the message is meant for it or is a command.

    Args:
        message: What a person sent.
    """
    return is_addressed(message) or any(
        entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 for entity in message.entities
    )


def is_through_inline(message: Message) -> bool:
    """Whether a message is one of the bot's own inline results, which nobody wants checked."""
    return message.via_bot is not None and message.via_bot.id == message.get_bot().id


def _entities(message: Message) -> dict[MessageEntity, str]:
    if message.text:
        return message.parse_entities()
    return message.parse_caption_entities() if message.caption else {}


def _is_own(message: Message) -> bool:
    return message.from_user is not None and message.from_user.id == message.get_bot().id


def _origin(message: Message) -> Origin:
    if message.forward_origin:
        return Origin.FORWARDED
    return Origin.CAPTION if message.caption else Origin.TYPED


def _has_media(message: Message) -> bool:
    return bool(message.effective_attachment)


def _language_code(user: User | None) -> str:
    return (user.language_code if user else None) or ""
