"""What exists in the simulated Telegram: people, the bot, chats, messages, polls and queries."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bot.simulator.entities import FormattedText
from bot.simulator.keyboard import Keyboard

ChatKind: TypeAlias = Literal["private", "group", "supergroup"]
BotStatus: TypeAlias = Literal["member", "administrator", "left", "kicked"]


@dataclass(slots=True, eq=False)
class Person:
    """Someone with a Telegram account."""

    id: int
    first_name: str
    language_code: str = "ms"
    username: str | None = None
    last_name: str | None = None
    has_started: bool = False

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(frozen=True, slots=True)
class BotAccount:
    """The one bot of a simulator and its BotFather switches."""

    id: int
    username: str
    first_name: str
    privacy_mode: bool = True
    supports_inline: bool = True
    inline_feedback: bool = False


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat with the bot (its id is the person's) or a group."""

    id: int
    kind: ChatKind
    title: str = ""
    members: dict[int, Person] = field(default_factory=dict)
    bot_status: BotStatus = "member"
    messages: dict[int, "Message"] = field(default_factory=dict)
    pinned_ids: list[int] = field(default_factory=list)

    @property
    def person(self) -> Person:
        """The other side of a private chat."""
        return self.members[self.id]

    @property
    def is_private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return self.kind == "private"

    @property
    def is_bot_inside(self) -> bool:
        """Whether the bot can read and write here."""
        return self.bot_status in {"member", "administrator"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes on the simulated file server."""

    id: str
    unique_id: str
    name: str
    mime_type: str
    data: bytes
    path: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture; `width` and `height` are pixels."""

    file: StoredFile
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file sent as a file."""

    file: StoredFile


@dataclass(slots=True, eq=False)
class Poll:
    """A poll or quiz; `answers` maps a person's id to the options they chose."""

    id: str
    question: FormattedText
    options: tuple[FormattedText, ...]
    is_quiz: bool
    is_anonymous: bool
    allows_multiple: bool
    allows_revoting: bool
    correct: tuple[int, ...] = ()
    explanation: FormattedText = field(default_factory=FormattedText)
    description: FormattedText = field(default_factory=FormattedText)
    open_period_s: int | None = None
    close_date: int | None = None
    is_closed: bool = False
    answers: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def voter_count(self) -> int:
        """How many people have an answer in."""
        return sum(bool(choice) for choice in self.answers.values())

    def votes(self, option: int) -> int:
        """Counts one option's votes.

        Args:
            option: Its index, from 0.

        Returns:
            How many people chose it.
        """
        return sum(option in choice for choice in self.answers.values())


@dataclass(frozen=True, slots=True)
class ForwardOrigin:
    """Where a forwarded message first stood: a `person` or, for a hidden account or channel, a name."""

    date: int
    name: str
    kind: Literal["user", "hidden_user", "channel"] = "hidden_user"
    sender: "Person | BotAccount | None" = None
    channel_id: int = 0


@dataclass(frozen=True, slots=True)
class ServiceNote:
    """A line Telegram itself writes into a chat."""

    kind: Literal["new_chat_members", "left_chat_member", "pinned_message", "group_chat_created"]
    people: tuple["Person | BotAccount", ...] = ()
    message: "Message | None" = None


@dataclass(slots=True, eq=False)
class Message:
    """One message; `content` is its text, or its caption when there is `media`."""

    id: int
    chat: Chat
    sender: Person | BotAccount
    date: int
    content: FormattedText = field(default_factory=FormattedText)
    media: Photo | Document | Poll | None = None
    service: ServiceNote | None = None
    reply_to: "Message | None" = None
    forward_origin: ForwardOrigin | None = None
    keyboard: Keyboard | None = None
    edit_date: int | None = None
    via_bot: bool = False
    inline_message_id: str | None = None
    is_protected: bool = False
    is_deleted: bool = False

    @property
    def text(self) -> str:
        """The text or caption without markup."""
        return self.content.text

    @property
    def is_from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return isinstance(self.sender, BotAccount)

    @property
    def poll(self) -> Poll | None:
        """The poll it carries, if any."""
        return self.media if isinstance(self.media, Poll) else None

    @property
    def button_labels(self) -> list[str]:
        """The inline buttons' labels in reading order."""
        return [button.label for button in self.keyboard.buttons] if self.keyboard else []


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a pressed button; `text` may be empty."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(slots=True, eq=False)
class CallbackQuery:
    """A pressed button, waiting for or holding the bot's answer; `asked_at_s` is Unix time."""

    id: str
    person: Person
    message: Message
    data: str
    asked_at_s: float
    answer: CallbackAnswer | None = None


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One article a bot offers while someone types its name."""

    id: str
    title: str
    description: str
    content: FormattedText
    keyboard: Keyboard | None


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """A bot's answer to an inline query."""

    results: tuple[InlineResult, ...]
    next_offset: str = ""
    button_label: str = ""
    button_start: str = ""


@dataclass(slots=True, eq=False)
class InlineQuery:
    """What someone typed after the bot's name; `asked_at_s` is Unix time."""

    id: str
    person: Person
    text: str
    offset: str
    asked_at_s: float
    chat: Chat | None = None
    answer: InlineAnswer | None = None


@dataclass(frozen=True, slots=True)
class BotCommand:
    """One entry of the command menu."""

    command: str
    description: str
