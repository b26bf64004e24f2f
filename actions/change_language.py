"""Choose the language of the answers."""

from actions import buttons
from actions.message_key import MessageKey
from actions.press_name import PressName
from actions.reply import Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.text.language import Language
from knowledge.text.words import split_words

_NAMES = {
    Language.MS: frozenset({"ms", "bm", "melayu", "malay", "malaysia"}),
    Language.EN: frozenset({"en", "bi", "english", "inggeris", "omputih"}),
}


def change_language(request: Request, services: Services) -> Reply:
    """Switch to the language the message names, or offer both."""
    named = _named(request.entity("language") or "") or _named(request.text)
    if named is not None:
        return set_language(named, request, services)
    return choose_language(request, services)


def choose_language(request: Request, services: Services) -> Reply:
    """/language: offer both."""
    del services
    message = Message(Phrase(MessageKey.LANGUAGE_CHOOSE), (buttons.languages(PressName.LANGUAGE),))
    return Reply(request.language, (message,))


def press_language(request: Request, services: Services) -> Reply:
    """A language was pressed."""
    if request.argument not in set(Language):
        return choose_language(request, services)
    return set_language(Language(request.argument), request, services)


def set_language(language: Language, request: Request, services: Services) -> Reply:
    """Keep the choice, and say so in the new language."""
    services.people.set_language(request.person, language)
    message = Message(Phrase(MessageKey.LANGUAGE_SET), ((buttons.TRY_SAMPLE,), (buttons.HELP,)))
    return Reply(language, (message,))


def _named(text: str) -> Language | None:
    """The one language a text names; None if it names both or neither."""
    words = set(split_words(text))
    named = [language for language, names in _NAMES.items() if words & names]
    return named[0] if len(named) == 1 else None
