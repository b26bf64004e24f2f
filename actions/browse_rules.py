"""Browse the guidelines: the areas, and the questions of one area."""

from actions import buttons
from actions.buttons import Row
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import Area, EntryKind, Guideline

TITLES_PER_PAGE = 5
_AREAS_PER_ROW = 2


def show_areas(request: Request, services: Services) -> Reply:
    """The areas that have something published, two in a row."""
    published = {guideline.area for guideline in _published(services)}
    areas = [buttons.area(area) for area in Area if area in published]
    if not areas:
        return Reply(request.language, (Message(Phrase(MessageKey.RULES_EMPTY), ((buttons.CHECK,),)),))
    rows = tuple(tuple(areas[at : at + _AREAS_PER_ROW]) for at in range(0, len(areas), _AREAS_PER_ROW))
    return Reply(request.language, (Message(Phrase(MessageKey.RULES_MENU), rows),))


def show_area(request: Request, services: Services) -> Reply:
    """Up to five questions of an area, the ones read last first; more on the next press."""
    name, _, offset = request.argument.partition("/")
    start = int(offset) if offset.isdecimal() else 0
    guidelines = _of_area(name, services)
    page = guidelines[start : start + TITLES_PER_PAGE]
    if not page:
        return show_areas(request, services)
    rows: list[Row] = [(buttons.named(guideline, request.language),) for guideline in page]
    rows.append(_way_on(name, start + TITLES_PER_PAGE, len(guidelines)))
    text = Phrase(MessageKey.RULES_AREA, {"area": Phrase(MessageKey(f"area-{name}"))})
    return Reply(request.language, (Message(text, tuple(rows)),))


def has_guidelines(area: Area, services: Services) -> bool:
    """Whether anything is published in an area."""
    return any(guideline.area is area for guideline in _published(services))


def _way_on(name: str, end: int, total: int) -> Row:
    if end >= total:
        return (buttons.ALL_AREAS,)
    return (buttons.press(MessageKey.BUTTON_NEXT, PressName.AREA, f"{name}/{end}"), buttons.ALL_AREAS)


def _of_area(name: str, services: Services) -> list[Guideline]:
    fitting = [guideline for guideline in _published(services) if guideline.area.value == name]
    return sorted(fitting, key=lambda guideline: guideline.as_of or "", reverse=True)


def _published(services: Services) -> list[Guideline]:
    stored = services.entries.published(EntryKind.GUIDELINE)
    return [one.entry for one in stored if isinstance(one.entry, Guideline)]
