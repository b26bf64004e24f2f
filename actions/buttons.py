"""The buttons that several answers offer."""

from collections.abc import Sequence
from enum import StrEnum

from actions.labels import LABEL_LENGTH, NUMBERED_LABEL_LENGTH, name_of, shorten
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Button, Link, Phrase, Press, Share
from knowledge.entry import Area, FactCheck, Guideline
from knowledge.text.language import Language

Row = tuple[Button, ...]


def press(label: StrEnum, name: StrEnum, argument: str = "") -> Button:
    """A button with a fixed label."""
    return Button(Phrase(label), Press(name, argument))


SEND_TIP = press(MessageKey.BUTTON_SEND_TIP, PressName.TIP)
HOW_TO_CHECK = press(MessageKey.BUTTON_HOW_TO_CHECK, PressName.HOW_TO)
CHECK = press(MessageKey.BUTTON_CHECK, PressName.CHECK)
TRY_SAMPLE = press(MessageKey.BUTTON_TRY_SAMPLE, PressName.SAMPLE)
HELP = press(MessageKey.BUTTON_HELP, PressName.HELP)
GUIDES = press(MessageKey.BUTTON_GUIDES, PressName.AREA, Area.LITERACY_SKILL.value)
RULES = press(MessageKey.BUTTON_RULES, PressName.AREAS)
ALL_AREAS = press(MessageKey.BUTTON_ALL_AREAS, PressName.AREAS)
LATEST = press(MessageKey.BUTTON_LATEST, PressName.LATEST)
TRENDING = press(MessageKey.BUTTON_TRENDING, PressName.TRENDING)


def source_and_share(entry: FactCheck | Guideline) -> Row:
    """The entry's source, and a way to send the entry on."""
    return (
        Button(Phrase(MessageKey.BUTTON_SOURCE), Link(entry.source_url)),
        Button(Phrase(MessageKey.BUTTON_SHARE), Share(entry.id)),
    )


def more_sources(entry: FactCheck | Guideline) -> tuple[Row, ...]:
    """The entry's other sources, numbered from the second; no row without any."""
    links = tuple(
        Button(Phrase(MessageKey.BUTTON_MORE_SOURCE, {"number": number}), Link(url))
        for number, url in enumerate(entry.more_sources, start=2)
    )
    return (links,) if links else ()


def feedback(entry: FactCheck | Guideline) -> Row:
    """One tap says whether the answer helped."""
    return (
        press(MessageKey.BUTTON_HELPFUL, PressName.GOOD, entry.id),
        press(MessageKey.BUTTON_NOT_HELPFUL, PressName.BAD, entry.id),
    )


def named(entry: FactCheck | Guideline, language: Language, name: PressName = PressName.SHOW) -> Button:
    """A button that bears the entry's name."""
    return Button(shorten(name_of(entry, language), LABEL_LENGTH), Press(name, entry.id))


def choice(number: int, entry: FactCheck | Guideline, language: Language) -> Button:
    """One of several numbered entries to choose from."""
    name = shorten(name_of(entry, language), NUMBERED_LABEL_LENGTH)
    return Button(Phrase(MessageKey.BUTTON_CHOICE, {"number": number, "claim": name}), Press(PressName.PICK, entry.id))


def numbers(entries: Sequence[FactCheck | Guideline]) -> Row:
    """One small button for each line of a numbered list."""
    return tuple(Button(str(number), Press(PressName.SHOW, entry.id)) for number, entry in enumerate(entries, start=1))


def area(value: Area) -> Button:
    """The guidelines of an area."""
    return press(MessageKey(f"area-{value.value}"), PressName.AREA, value.value)


def languages(name: PressName) -> Row:
    """The two languages, each by its own name."""
    return tuple(press(MessageKey(f"button-language-{one.value}"), name, one.value) for one in Language)
