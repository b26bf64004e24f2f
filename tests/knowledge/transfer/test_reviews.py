import json
from pathlib import Path

import pytest

from knowledge.entry import Confidence, FactCheck, Topic, Verdict
from knowledge.transfer import read_entries

from .review_files import FOUND_CLAIM, REVIEW, answer, document, feed, review


def _only(path: Path) -> FactCheck:
    read = read_entries(path)
    assert read.faults == []
    ((entry, status),) = read.items
    assert status is None
    assert read.reviews == {entry.id}
    assert isinstance(entry, FactCheck)
    return entry


@pytest.mark.parametrize(
    "content",
    [
        REVIEW,
        [REVIEW],
        feed(REVIEW),
        {"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [REVIEW]},
        {"@context": "https://schema.org", "@graph": [REVIEW]},
        {"@type": "NewsArticle", "review": REVIEW},
        {"@type": "DataFeed", "name": "[x]", "dataFeedElement": [{"@type": "DataFeedItem", "item": REVIEW}]},
    ],
    ids=["single", "list", "feed", "feed of reviews", "graph", "in a page", "item alone"],
)
@pytest.mark.parametrize("indent", [1, None])
def test_a_claim_review_in_every_wrapping(tmp_path: Path, content: object, indent: int | None):
    """Publishers post one, a list, a DataFeed or a graph; each gives the same entry, in its own language alone."""
    entry = _only(document(tmp_path, content, indent=indent))
    assert (entry.claim_ms, entry.claim_en) == (REVIEW["claimReviewed"], None)
    assert (entry.summary_ms, entry.summary_en) == (REVIEW["reviewBody"], None)
    assert (entry.verdict, entry.publisher) == (Verdict.FALSE, "Semak Contoh")
    assert (entry.review_date, entry.claim_date, entry.source_lang) == ("2026-11-02", "2026-10-30", "ms")
    assert (entry.source_url, entry.topic, entry.confidence) == (REVIEW["url"], Topic.OTHER, Confidence.MEDIUM)


def test_an_answer_of_claims_search(tmp_path: Path):
    """The claim's text and date, and each review's own fields; the title says what is so."""
    entry = _only(document(tmp_path, answer(FOUND_CLAIM)))
    assert (entry.claim_en, entry.claim_ms) == ("Voters receive a RM50 ride voucher from the EC.", None)
    assert entry.summary_en == "No, the EC gives no ride vouchers"
    assert (entry.publisher, entry.claim_date, entry.review_date) == ("Check Example", "2026-10-01", "2026-10-04")


def test_reviews_as_json_lines(tmp_path: Path):
    """Research sets have one review a line; entries of ours may stand beside them."""
    path = document(tmp_path, "\n".join(map(_line, [REVIEW, review(url="https://semak.example/dua")])), "set.jsonl")
    read = read_entries(path)
    assert read.faults == []
    assert [read.lines[entry.id] for entry, _ in read.items] == [1, 2]


def _line(content: object) -> str:
    return json.dumps(content)


@pytest.mark.parametrize(
    "changes",
    [
        {"author": [{"name": "Semak Contoh"}]},
        {"author": "Semak Contoh"},
        {"author": None, "publisher": {"name": "Semak Contoh"}},
        {"@type": ["ClaimReview", "Review"]},
        {"@type": "http://schema.org/ClaimReview"},
        {"claimReviewed": None, "itemReviewed": {"name": "Pengundi hanya diberi pensel di pusat mengundi."}},
        {"url": {"@id": "https://semak.example/pensel"}},
        {"inLanguage": None},
        {"inLanguage": {"@type": "Language", "name": "ms"}},
        {"datePublished": "2026-11-02"},
        {"reviewRating": {"ratingValue": "1", "worstRating": "1", "bestRating": "5"}},
    ],
)
def test_a_review_as_loosely_as_publishers_write_it(tmp_path: Path, changes: dict[str, object]):
    """Lists of one, texts for objects, other places for the same thing."""
    entry = _only(document(tmp_path, review(**changes)))
    assert (entry.publisher, entry.verdict, entry.claim_ms) == ("Semak Contoh", Verdict.FALSE, REVIEW["claimReviewed"])


def test_without_words_of_its_own_only_the_rating_is_passed_on(tmp_path: Path):
    """No summary is made up: a review that only repeats its claim gets how its publisher rates it."""
    entry = _only(document(tmp_path, review(reviewBody=None, name=REVIEW["claimReviewed"])))
    assert entry.summary_ms == "Penilaian penerbit: “Palsu”."


def test_the_same_claim_on_the_same_page_has_the_same_id(tmp_path: Path):
    """Tracking and spaces do not matter; another claim or page is another id, and an id fits a deep link."""
    first = _only(document(tmp_path, REVIEW)).id
    tracked = review(
        url="https://www.semak.example/pensel/?utm_source=x", claimReviewed=f"  {REVIEW['claimReviewed']} "
    )
    assert _only(document(tmp_path, tracked)).id == first
    assert _only(document(tmp_path, review(url="https://semak.example/lain"))).id != first
    assert _only(document(tmp_path, review(claimReviewed="Lain."))).id != first
    assert len(first) <= 56


def test_a_repeated_review_counts_once(tmp_path: Path):
    """Answers list a review under every claim it fits, and feeds repeat themselves."""
    assert len(read_entries(document(tmp_path, answer(FOUND_CLAIM, FOUND_CLAIM))).items) == 1


def test_a_withdrawn_element_of_a_feed_is_skipped(tmp_path: Path):
    """Feeds keep the place of what was taken back, with nothing in it."""
    content = feed(REVIEW)
    content["dataFeedElement"].append({"@type": "DataFeedItem", "item": None})  # type: ignore[attr-defined]
    assert _only(document(tmp_path, content)).verdict is Verdict.FALSE


def test_a_fault_names_the_line_and_the_place_in_the_file(tmp_path: Path):
    """In the publisher's own words for its fields, with the element's number; the others are still read."""
    content = feed(REVIEW, review(url="https://semak.example/2", reviewRating={"alternateName": "Mostly false"}))
    read = read_entries(document(tmp_path, content))
    (fault,) = read.faults
    assert fault.field == "dataFeedElement[1].item.reviewRating.alternateName"
    lines = document(tmp_path, content).read_text(encoding="utf-8").splitlines()
    assert '"DataFeedItem"' in "".join(lines[fault.line - 1 : fault.line + 2])
    assert "Mostly false" in "".join(lines[fault.line :])
    assert "--rating" in fault.mend
    assert len(read.items) == 1
    read = read_entries(document(tmp_path, content), {"mostly false": Verdict.MISLEADING})
    assert [entry.verdict for entry, _ in read.items if isinstance(entry, FactCheck)] == [
        Verdict.FALSE,
        Verdict.MISLEADING,
    ]
