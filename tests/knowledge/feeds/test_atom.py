from dataclasses import replace
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element, fromstring

from knowledge.feeds.atom import NAMESPACE, atom_feed
from knowledge.text.language import Language
from tests.knowledge.feeds.test_claim_reviews import stored
from tests.knowledge.transfer.records import FACT_CHECK, GUIDELINE, QUIZ

NOW = datetime(2026, 11, 25, 4, 5, 6, tzinfo=UTC)


def _read(language: Language = Language.MS, own_address: str | None = None, **changes: object) -> Element:
    entries = [stored(FACT_CHECK | changes), replace(stored(GUIDELINE), updated_at=NOW + timedelta(hours=1))]
    return fromstring(atom_feed([*entries, stored(QUIZ)], language, NOW, own_address))


def _of(element: Element, name: str) -> list[Element]:
    return element.findall(f"{{{NAMESPACE}}}{name}")


def test_what_rfc_4287_requires():
    """Feed and entries have exactly one id, title and updated, an author and a link to the page; ids differ."""
    feed = _read()
    entries = _of(feed, "entry")
    assert len(entries) == 2
    for element in (feed, *entries):
        assert [len(_of(element, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert _of(element, "author")[0].findtext(f"{{{NAMESPACE}}}name")
        assert datetime.fromisoformat(_of(element, "updated")[0].text or "").tzinfo is not None
    assert all([link.get("rel") for link in _of(entry, "link")] == ["alternate"] for entry in entries)
    ids = [_of(element, "id")[0].text or "" for element in (feed, *entries)]
    assert len(set(ids)) == 3
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_the_newest_change_comes_first_and_dates_the_feed():
    """A reader sees what is new at the top."""
    feed = _read()
    assert feed.findtext(f"{{{NAMESPACE}}}updated") == "2026-11-25T05:05:06Z"
    assert _of(feed, "entry")[0].findtext(f"{{{NAMESPACE}}}title") == GUIDELINE["title_ms"]


def test_the_verdict_leads_and_the_words_are_those_of_the_language():
    """Title and summary in the feed's language, with verdict, publisher and topic."""
    entry = _of(_read(Language.EN), "entry")[1]
    assert entry.findtext(f"{{{NAMESPACE}}}title") == f"False: {FACT_CHECK['claim_en']}"
    assert entry.findtext(f"{{{NAMESPACE}}}summary") == FACT_CHECK["summary_en"]
    assert _of(entry, "category")[0].get("term") == "voting-process"


def test_an_entry_that_lacks_the_language_is_left_out():
    """Nobody gets half an entry."""
    only = stored(FACT_CHECK | {"claim_en": None, "summary_en": None})
    assert _of(fromstring(atom_feed([only], Language.EN, NOW)), "entry") == []
    assert len(_of(fromstring(atom_feed([only], Language.MS, NOW)), "entry")) == 1


def test_an_empty_feed_is_a_feed():
    """It is dated now."""
    feed = fromstring(atom_feed([], Language.MS, NOW))
    assert feed.findtext(f"{{{NAMESPACE}}}updated") == "2026-11-25T04:05:06Z"


def test_texts_cannot_break_the_feed():
    """Markup is text, and what XML cannot hold is replaced."""
    feed = _read(claim_ms="<b>a</b> & \x00 😀")
    assert _of(feed, "entry")[1].findtext(f"{{{NAMESPACE}}}title") == "Palsu: <b>a</b> & \ufffd 😀"


def test_the_feed_knows_its_own_address_if_told():
    """rel=self only where it is known."""
    assert _of(_read(), "link") == []
    (link,) = _of(_read(own_address="https://x.my/feed-ms.atom"), "link")
    assert (link.get("rel"), link.get("href")) == ("self", "https://x.my/feed-ms.atom")
