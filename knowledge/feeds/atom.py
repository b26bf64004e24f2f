"""Published entries of one language as an Atom feed (RFC 4287), newest change first.

Ids are made of the entries' own, so that they never change and need no host. Written with the standard library: the
kept-up feed writers bring an XML library of their own for these few elements.
"""

import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent, register_namespace, tostring

from knowledge.entry import FactCheck, Guideline
from knowledge.feeds.claim_reviews import LICENSE, NAME
from knowledge.feeds.verdict_names import verdict_name
from knowledge.store.entry_store import StoredEntry
from knowledge.text.language import Language

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_OURS: Final = uuid.uuid5(uuid.NAMESPACE_URL, "safertogether")
_TITLES: Final = {
    Language.MS: f"{NAME}: semakan fakta dan maklumat pengundi",
    Language.EN: f"{NAME}: fact-checks and voter information",
}
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 cannot hold these
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_feed(
    stored: Iterable[StoredEntry], language: Language, now: datetime, own_address: str | None = None
) -> bytes:
    """The feed as UTF-8 XML; entries that are not written in this language, and quiz items, are left out.

    Args:
        stored: published entries.
        language: which of their languages.
        now: what an empty feed is dated; else the last change of an entry counts.
        own_address: where the feed will be found, if that is known.
    """
    register_namespace("", NAMESPACE)
    written = [
        each for each in stored if isinstance(each.entry, FactCheck | Guideline) and language in each.entry.languages()
    ]
    written.sort(key=lambda each: (-each.updated_at.timestamp(), each.entry.id))
    feed = Element(f"{{{NAMESPACE}}}feed", {_XML_LANG: language.value})
    _text(feed, "id", _urn(f"feed/{language.value}"))
    _text(feed, "title", _TITLES[language])
    _text(feed, "updated", _moment(written[0].updated_at if written else now))
    _text(SubElement(feed, f"{{{NAMESPACE}}}author"), "name", NAME)
    _text(feed, "rights", LICENSE)
    if own_address is not None:
        SubElement(feed, f"{{{NAMESPACE}}}link", {"rel": "self", "type": "application/atom+xml", "href": own_address})
    for each in written:
        _entry(feed, each, language)
    indent(ElementTree(feed))
    return bytes(tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: Element, stored: StoredEntry, language: Language) -> None:
    entry = stored.entry
    element = SubElement(feed, f"{{{NAMESPACE}}}entry")
    _text(element, "id", _urn(f"entry/{entry.id}/{language.value}"))
    _text(element, "updated", _moment(stored.updated_at))
    SubElement(element, f"{{{NAMESPACE}}}link", {"rel": "alternate", "href": entry.source_url})
    if isinstance(entry, FactCheck):
        title = f"{verdict_name(entry.verdict, language)}: {entry.claim(language)}"
        summary, author, topic = entry.summary(language), entry.publisher, entry.topic.value
    elif isinstance(entry, Guideline):
        title = entry.title(language) or ""
        summary, author, topic = entry.body(language), entry.owner, entry.area.value
    _text(element, "title", title)
    _text(element, "summary", summary)
    _text(SubElement(element, f"{{{NAMESPACE}}}author"), "name", author)
    SubElement(element, f"{{{NAMESPACE}}}category", {"term": topic})


def _text(parent: Element, name: str, text: str | None) -> None:
    SubElement(parent, f"{{{NAMESPACE}}}{name}").text = _NOT_XML.sub("\ufffd", text or "")


def _urn(name: str) -> str:
    return uuid.uuid5(_OURS, name).urn


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
