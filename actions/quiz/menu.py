"""/quiz: a theme, a length and a difficulty; one tap on a theme begins."""

from dataclasses import dataclass
from typing import Final

from actions.buttons import Row
from actions.quiz.item_bank import counts, published_items
from actions.quiz.keys import QuizKey
from actions.quiz.playing import question_letter
from actions.quiz.presses import QuizPress
from actions.reply import Button, Message, Phrase, Press, Reply
from actions.request import Request
from actions.services import Services
from knowledge.entry import QuizItem
from knowledge.quiz.categories import Category, category_of
from knowledge.quiz.scheduling import choose
from knowledge.text.language import Language

LENGTHS: Final = (5, 10)
_ANY: Final = 0
_DIFFICULTIES: Final = (_ANY, 1, 2, 3)
_ALL: Final = "all"


@dataclass(frozen=True)
class QuizChoice:
    """What a person chose; travels in buttons as "5/0/scam". A difficulty of 0 and a theme of "all" mean any."""

    length: int = LENGTHS[0]
    difficulty: int = _ANY
    theme: str = _ALL

    def write(self) -> str:
        """As a button's argument."""
        return f"{self.length}/{self.difficulty}/{self.theme}"

    def fits(self, item: QuizItem, language: Language) -> bool:
        """Whether a question is what was chosen, in this language."""
        is_theme = self.theme in (_ALL, category_of(item.skill_or_topic).value)
        return is_theme and self.difficulty in (_ANY, item.difficulty) and language in item.languages()


def read_choice(written: str) -> QuizChoice:
    """Read what `QuizChoice.write` wrote; anything else is the first choice of everything."""
    parts = written.split("/")
    if len(parts) != 3 or not (parts[0].isdigit() and parts[1].isdigit()):
        return QuizChoice()
    length, difficulty, theme = int(parts[0]), int(parts[1]), parts[2]
    if length not in LENGTHS or difficulty not in _DIFFICULTIES or theme not in {_ALL, *Category}:
        return QuizChoice()
    return QuizChoice(length, difficulty, theme)


def show_menu(request: Request, services: Services) -> Reply:
    """/quiz: what there is to choose."""
    if not request.address:
        return Reply(request.language, (Message(Phrase(QuizKey.PRIVATE_ONLY)),))
    return Reply(request.language, (_menu(QuizChoice(), request.language, services),))


def change_menu(request: Request, services: Services) -> Reply:
    """Another length or difficulty, or a new quiz after one."""
    reply = _menu(read_choice(request.argument), request.language, services)
    return Reply(request.language, (reply,), replaces=True)


def begin_quiz(request: Request, services: Services) -> Reply:
    """A theme was pressed: the first question comes."""
    if not request.address:
        return Reply(request.language, (Message(Phrase(QuizKey.PRIVATE_ONLY)),))
    choice, now = read_choice(request.argument), services.clock()
    found = [item for item in published_items(services) if choice.fits(item, request.language)]
    memories = services.practice.memories(request.person)
    ids = choose([item.id for item in found], memories, now, choice.length)
    if not ids:
        return Reply(request.language, notice=Phrase(QuizKey.NONE))
    run = services.practice.begin(request.person, request.address, request.language, choice.write(), ids, now)
    items = {item.id: item for item in found}
    services.practice.post([question_letter(run, 0, items[ids[0]])], now)
    begun = Phrase(QuizKey.BEGUN, {"number": len(ids), "theme": _theme(choice.theme, len(found))})
    return Reply(request.language, (Message(begun),), replaces=True)


def _theme(theme: str, number: int) -> Phrase:
    if theme == _ALL:
        return Phrase(QuizKey.ALL_THEMES, {"number": number})
    return Phrase(QuizKey(f"theme-{theme}"))


def _menu(choice: QuizChoice, language: Language, services: Services) -> Message:
    length = LENGTHS[(LENGTHS.index(choice.length) + 1) % len(LENGTHS)]
    difficulty = (choice.difficulty + 1) % len(_DIFFICULTIES)
    any_theme = QuizChoice(choice.length, choice.difficulty)
    found = [item for item in published_items(services) if any_theme.fits(item, language)]
    settings = (
        _to(Phrase(QuizKey.LENGTH, {"number": choice.length}), QuizPress.MENU, QuizChoice(length, choice.difficulty)),
        _to(_difficulty(choice.difficulty), QuizPress.MENU, QuizChoice(choice.length, difficulty)),
    )
    themes = [
        _to(
            Phrase(QuizKey.THEME_COUNT, {"theme": Phrase(QuizKey(f"theme-{theme.value}")), "number": number}),
            QuizPress.GO,
            QuizChoice(choice.length, choice.difficulty, theme.value),
        )
        for theme, number in counts(found).items()
    ]
    everything = (_to(_theme(_ALL, len(found)), QuizPress.GO, any_theme),)
    pairs: list[Row] = [tuple(themes[begin : begin + 2]) for begin in range(0, len(themes), 2)]
    return Message(Phrase(QuizKey.MENU), (everything, *pairs, settings))


def _difficulty(value: int) -> Phrase:
    return Phrase(QuizKey(f"quiz-difficulty-{value or 'any'}"))


def _to(label: Phrase, name: QuizPress, choice: QuizChoice) -> Button:
    return Button(label, Press(name, choice.write()))
