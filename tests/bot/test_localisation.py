import re
from enum import StrEnum
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from actions.message_key import MessageKey
from actions.reply import Phrase
from bot.errors import MissingTextError
from bot.limits import BUTTON_LABEL_UNITS, CALLBACK_ANSWER_UNITS, MESSAGE_UNITS, utf16_units
from bot.localisation import TEXTS, Localisation
from knowledge.text.language import Language
from tests.areas import VOTER, key_enums

INDONESIAN = {
    "akun", "awak", "bahwa", "bisa", "coba", "gratis", "hapus", "inggris", "informasi", "kabar", "kamu", "kandidat",
    "karena", "kirim", "klaim", "layar", "mobil", "pemilih", "pemilu", "ponsel", "saja", "situs", "tautan", "uang",
    "unduh", "unggah",
}  # fmt: skip
KEYS = {area: list(keys) for area, keys in key_enums().items()}
ALL_KEYS = [key for keys in KEYS.values() for key in keys]
# Shown over the chat when a button is pressed: these, and every key that begins with "notice-".
NOTICES = (
    MessageKey.BUTTON_UNKNOWN, MessageKey.BUTTON_EXPIRED, MessageKey.FEEDBACK_THANKS, MessageKey.FEEDBACK_SORRY,
    MessageKey.INDEX_UNAVAILABLE, MessageKey.INTERNAL_ERROR, MessageKey.TOO_FAST,
    *(key for key in ALL_KEYS if key.startswith("notice-")),
)  # fmt: skip
MAY_GREET = {MessageKey.WELCOME, MessageKey.GREET, MessageKey.GROUP_WELCOME}
PLAIN = (
    "button-",
    "command-",
    "profile-",
    "share-",
    "verdict-",
    "date-",
    "month-",
    "area-",
    "tip-",
    "feedback-",
    "notice-",
)
ALLOWED_TAGS = re.compile(r"</?(?:b|i|blockquote)>")
EMOJI = re.compile("[\U0001f300-\U0001faff☀-➿]")
LONGEST = {"first": "x" * 900, "second": "x" * 900, "claims": "x" * 3500, "summary": "x" * 1000, "body": "x" * 1000}


class Variables(Visitor):
    """Collects the names of the variables of a message, and those that choose a plural."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.numbers: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        """Notes one that a number decides."""
        by_number = any(
            isinstance(variant.key, ast.Identifier) and variant.key.name == "one" for variant in node.variants
        )
        if by_number and isinstance(node.selector, ast.VariableReference):
            self.numbers.add(node.selector.id.name)
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        """Notes one."""
        self.names.add(node.id.name)


NUMBERS: dict[str, set[str]] = {}


def messages(name: str) -> dict[str, set[str]]:
    """The ids of a Fluent file, with the variables of each; junk and doubled ids fail."""
    resource = FluentParser().parse((TEXTS / name).read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, entry.id.name
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
            NUMBERS.setdefault(entry.id.name, set()).update(variables.numbers)
    return found


FOREIGN = messages("foreign.ftl")
FILES = {language: {area: messages(f"{language}/{area}.ftl") for area in KEYS} for language in Language}
LOCALISATION = Localisation()
PARAMS = {key: names for texts in FILES[Language.EN].values() for key, names in texts.items()} | FOREIGN


def rendered(key: StrEnum, language: Language) -> str:
    """A text with long parameters."""
    numbers = {"number", "people", "tips", "feedback", "questions", "seconds", "limit"} | NUMBERS[key]
    params = {name: 2 if name in numbers else LONGEST.get(name, "x" * 30) for name in PARAMS[key]}
    return LOCALISATION.text(Phrase(key, params), language, escape=True)


IN_BOTH = pytest.mark.parametrize("language", Language)


@IN_BOTH
@pytest.mark.parametrize("area", KEYS)
def test_the_keys_of_an_area_are_exactly_its_texts(area: str, language: Language) -> None:
    """A key without a text and a text without a key are both mistakes; other languages' lines are the voter's."""
    found = FILES[language][area].keys() | (FOREIGN.keys() if area == VOTER else set())
    assert found == set(KEYS[area])


def test_every_file_of_texts_belongs_to_an_area() -> None:
    """A file of texts without keys would never be said."""
    for language in Language:
        assert {path.stem for path in (TEXTS / language).glob("*.ftl")} == set(KEYS)


def test_no_key_stands_in_two_areas() -> None:
    """Both files would be read, and one of the texts never said."""
    assert len(ALL_KEYS) == len(set(ALL_KEYS))
    assert not FOREIGN.keys() & {key for texts in FILES[Language.EN].values() for key in texts}


def test_both_languages_take_the_same_parameters() -> None:
    """An action gives one set of parameters, whichever language it is said in."""
    assert FILES[Language.MS] == FILES[Language.EN]


@IN_BOTH
def test_a_text_fits_its_message(language: Language) -> None:
    """With the longest parameters a text stays within one message."""
    assert [key for key in ALL_KEYS if utf16_units(rendered(key, language)) > MESSAGE_UNITS] == []


@IN_BOTH
def test_a_button_fits_a_phone(language: Language) -> None:
    """A label is not cut; the area names share a row with another."""
    labels = [key for key in ALL_KEYS if key.startswith("button-") and key not in NOTICES and not PARAMS[key]]
    assert [key for key in labels if utf16_units(rendered(key, language)) > BUTTON_LABEL_UNITS] == []
    areas = [key for key in ALL_KEYS if key.startswith("area-")]
    assert [key for key in areas if utf16_units(rendered(key, language)) > BUTTON_LABEL_UNITS / 2] == []


@IN_BOTH
def test_notices_and_the_profile_fit(language: Language) -> None:
    """Notices have 200 characters, the profile 512 and 120, command descriptions 256 (Bot API)."""
    for key in NOTICES:
        assert utf16_units(rendered(key, language)) <= CALLBACK_ANSWER_UNITS
    assert utf16_units(rendered(MessageKey.PROFILE_DESCRIPTION, language)) <= 512
    assert utf16_units(rendered(MessageKey.PROFILE_SHORT_DESCRIPTION, language)) <= 120


@IN_BOTH
def test_the_voice_is_calm(language: Language) -> None:
    """No exclamation mark but in a greeting, at most one emoji."""
    texts = {key: rendered(key, language) for key in ALL_KEYS}
    assert {key for key, text in texts.items() if "!" in text} <= MAY_GREET
    assert [key for key, text in texts.items() if len(EMOJI.findall(text)) > 1] == []


@IN_BOTH
def test_tags_are_few_and_never_in_plain_texts(language: Language) -> None:
    """Only tags that Telegram knows, closed; none where a text is shown or sent on without HTML."""
    for key in ALL_KEYS:
        text = rendered(key, language)
        without = ALLOWED_TAGS.sub("", text)
        assert "<" not in without, key
        assert without == text or not key.startswith(PLAIN), key
        for tag in ("b", "i", "blockquote"):
            assert text.count(f"<{tag}>") == text.count(f"</{tag}>"), key


def test_malay_is_malaysian() -> None:
    """Words that only Indonesians use are not in the Malay texts."""
    for key in set(ALL_KEYS) - FOREIGN.keys():
        words = set(re.findall(r"[a-z]+", rendered(key, Language.MS).lower()))
        assert not words & INDONESIAN, key


def test_parameters_are_escaped_once() -> None:
    """Plain parameters are made safe for HTML, tags of our own are kept, nested texts are not escaped again."""
    texts = LOCALISATION
    inner = Phrase(MessageKey.CHOICE_LINE, {"number": 1, "claim": "a & <b>"})
    outer = Phrase(MessageKey.CLAIM_CHOICES, {"claims": inner})
    assert texts.text(outer, Language.EN, escape=True).endswith("1. <i>a &amp; &lt;b&gt;</i>")
    assert texts.label(Phrase(MessageKey.BUTTON_CHOICE, {"number": 1, "claim": "a & b"}), Language.MS) == "1. a & b"
    assert texts.label("5 < 6", Language.MS) == "5 < 6"


def test_the_longest_entry_can_be_said() -> None:
    """Fluent's own limit of 1,000 characters a parameter is not ours: long summaries and nested texts pass whole."""
    long = Phrase(MessageKey.OWNED_BY, {"owner": "&" * 1000})
    nested = Phrase(MessageKey.PARAGRAPH_PAIR, {"first": long, "second": long})
    assert LOCALISATION.text(nested, Language.EN, escape=True).count("&amp;") == 2000


def test_braces_in_a_parameter_are_only_text() -> None:
    """What people or entries say is never read as Fluent."""
    for owner in ("{ $owner } { -x }", "\ue000owner\ue001", "\\1 \\g<0>"):
        phrase = Phrase(MessageKey.OWNED_BY, {"owner": owner})
        assert LOCALISATION.text(phrase, Language.EN, escape=False) == owner


def test_numbers_follow_grammar() -> None:
    """One message, two messages; thousands with a comma, as Malaysians write them."""
    texts = LOCALISATION
    assert "4,096" in texts.text(Phrase(MessageKey.TOO_LONG, {"limit": 4096}), Language.MS, escape=True)
    assert "1 second," in texts.text(Phrase(MessageKey.TOO_FAST, {"seconds": 1}), Language.EN, escape=True)


def test_a_missing_parameter_is_an_error() -> None:
    """A text with a hole in it is never sent."""
    with pytest.raises(MissingTextError, match="owner"):
        LOCALISATION.text(Phrase(MessageKey.OWNED_BY), Language.EN, escape=True)


def test_missing_files_and_texts_are_errors(tmp_path: Path) -> None:
    """Texts that are not there are found out, not left blank."""
    with pytest.raises(MissingTextError, match="ms"):
        Localisation(tmp_path)
    for name in ("ms/voter.ftl", "en/voter.ftl"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("other = x\n", encoding="utf-8")
    with pytest.raises(MissingTextError, match=r"foreign\.ftl"):
        Localisation(tmp_path)
    (tmp_path / "foreign.ftl").write_text("another = x\n", encoding="utf-8")
    with pytest.raises(MissingTextError, match="greet"):
        Localisation(tmp_path).text(Phrase(MessageKey.GREET), Language.MS, escape=True)
