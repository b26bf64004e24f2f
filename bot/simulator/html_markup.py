"""Telegram's HTML parse mode: the same tags, entities and error messages as the real parser.

The rules are those of https://core.telegram.org/bots/api#html-style; the error wording is TDLib's
(`parse_html` in MessageEntity.cpp), whose offsets count bytes of UTF-8.
"""

import re
from dataclasses import dataclass
from typing import Final, NoReturn

from bot.simulator.entities import Entity, FormattedText, utf16_length
from bot.simulator.errors import refuse

_KIND_OF_TAG: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED_CHARACTERS: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER: Final = re.compile(r"&(?:#(x[0-9a-fA-F]{1,8}|[0-9]{1,8})|(lt|gt|amp|quot));?")
_ATTRIBUTE: Final = re.compile(r"""\s*([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)(?=[\s>])))?""")
_START_TAG: Final = re.compile(r"<([^\s>]*)")
_END_TAG: Final = re.compile(r"</([^\s>]*)\s*(>?)")
_PERSON_LINK: Final = re.compile(r"tg://user\?id=(\d+)")
_MAX_CODE_POINT: Final = 0x10FFFF


@dataclass(frozen=True, slots=True)
class _OpenTag:
    name: str
    argument: str
    utf16_offset: int
    text_offset: int


def parse_html(markup: str) -> FormattedText:
    """Reads Telegram HTML.

    Args:
        markup: Text with tags, as the bot sent it.

    Returns:
        The text without tags and its entities, sorted outermost first.

    Raises:
        ApiError: 400 "can't parse entities: ..." for what Telegram would refuse.
    """
    return _HtmlReader(markup).read()


class _HtmlReader:
    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._position = 0
        self._text = ""
        self._utf16 = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> FormattedText:
        while self._position < len(self._markup):
            character = self._markup[self._position]
            if character == "<":
                self._read_tag()
            elif character == "&":
                self._read_character()
            else:
                self._read_plain()
        if self._open:
            self._fail(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        self._entities.sort(key=lambda entity: (entity.offset, -entity.length))
        return FormattedText(self._text, tuple(self._entities))

    def _fail(self, problem: str) -> NoReturn:
        refuse(f"can't parse entities: {problem}")

    def _byte_offset(self) -> int:
        return len(self._markup[: self._position].encode())

    def _append(self, text: str) -> None:
        self._text += text
        self._utf16 += utf16_length(text)

    def _read_plain(self) -> None:
        end = self._position
        while end < len(self._markup) and self._markup[end] not in "<&":
            end += 1
        self._append(self._markup[self._position : end])
        self._position = end

    def _read_character(self) -> None:
        match = _CHARACTER.match(self._markup, self._position)
        decoded = _decode(match) if match else None
        self._append(decoded or "&")
        self._position = match.end() if match and decoded else self._position + 1

    def _read_tag(self) -> None:
        if self._markup.startswith("/", self._position + 1):
            self._read_end_tag()
        else:
            self._read_start_tag()

    def _read_start_tag(self) -> None:
        match = _START_TAG.match(self._markup, self._position)
        name = match.group(1).lower() if match else ""
        end = match.end() if match else len(self._markup)
        if end >= len(self._markup):
            self._fail(f"Unclosed start tag at byte offset {self._byte_offset()}")
        if name not in _KIND_OF_TAG:
            self._fail(f'Unsupported start tag "{name}" at byte offset {self._byte_offset()}')
        attributes, end = self._read_attributes(name, end)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            self._fail(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte_offset()}')
        self._open.append(_OpenTag(name, _argument(name, attributes), self._utf16, len(self._text)))
        self._position = end

    def _read_attributes(self, name: str, start: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        position = start
        while True:
            while self._markup[position : position + 1].isspace():
                position += 1
            if self._markup.startswith(">", position):
                return attributes, position + 1
            match = _ATTRIBUTE.match(self._markup, position)
            if match is None:
                self._fail(f'Unclosed start tag "{name}" at byte offset {self._byte_offset()}')
            value = next((group for group in match.groups()[1:] if group is not None), "")
            attributes[match.group(1).lower()] = _CHARACTER.sub(lambda found: _decode(found) or found.group(), value)
            position = match.end()

    def _read_end_tag(self) -> None:
        offset = self._byte_offset()
        if not self._open:
            self._fail(f"Unexpected end tag at byte offset {offset}")
        match = _END_TAG.match(self._markup, self._position)
        if match is None or not match.group(2):
            self._fail(f"Unclosed end tag at byte offset {offset}")
        tag = self._open.pop()
        found = match.group(1).lower()
        if found and found != tag.name:
            self._fail(f'Unmatched end tag at byte offset {offset}, expected "</{tag.name}>", found "</{found}>"')
        self._position = match.end()
        if self._utf16 > tag.utf16_offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        length = self._utf16 - tag.utf16_offset
        kind = _KIND_OF_TAG[tag.name]
        if tag.name == "a":
            self._close_link(tag, length)
        elif tag.name == "blockquote":
            self._entities.append(Entity(tag.argument, tag.utf16_offset, length))
        elif tag.name == "pre":
            self._entities.append(Entity(kind, tag.utf16_offset, length, language=self._take_language(tag, length)))
        elif tag.name == "code" and tag.argument and self._open and self._open[-1].name == "pre":
            self._entities.append(Entity(kind, tag.utf16_offset, length, language=tag.argument))
        elif tag.name != "tg-emoji":
            self._entities.append(Entity(kind, tag.utf16_offset, length))

    def _close_link(self, tag: _OpenTag, length: int) -> None:
        target = tag.argument or self._text[tag.text_offset :]
        person = _PERSON_LINK.fullmatch(target)
        if person:
            found = Entity("text_mention", tag.utf16_offset, length, user_id=int(person.group(1)))
            self._entities.append(found)
        elif url := checked_url(target):
            self._entities.append(Entity("text_link", tag.utf16_offset, length, url=url))

    def _take_language(self, tag: _OpenTag, length: int) -> str | None:
        if self._entities:
            last = self._entities[-1]
            if last.kind == "code" and (last.offset, last.length) == (tag.utf16_offset, length):
                return self._entities.pop().language
        return None


def checked_url(target: str) -> str | None:
    """Accepts what Telegram takes as a link and completes a bare domain.

    Args:
        target: An address as a bot wrote it.

    Returns:
        An absolute http, https, tg or tonsite address, or None when it is none.
    """
    address = target.strip()
    if re.fullmatch(r"(?:https?|tg|tonsite)://[^\s/?#]+\S*", address, re.IGNORECASE):
        return address
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", address):
        return f"http://{address}" if "/" in address else f"http://{address}/"
    return None


def _argument(name: str, attributes: dict[str, str]) -> str:
    if name == "a":
        return attributes.get("href", "")
    if name == "code":
        return attributes.get("class", "").removeprefix("language-")
    if name == "blockquote":
        return "expandable_blockquote" if "expandable" in attributes else "blockquote"
    return ""


def _decode(match: re.Match[str]) -> str | None:
    number, name = match.groups()
    if name:
        return _NAMED_CHARACTERS[name]
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    return chr(code) if 0 < code <= _MAX_CODE_POINT else None
