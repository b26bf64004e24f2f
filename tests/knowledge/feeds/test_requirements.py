from datetime import UTC, datetime

import pytest

from knowledge.feeds.claim_reviews import claim_review_feed
from knowledge.feeds.requirements import shortfalls
from tests.knowledge.feeds.test_claim_reviews import stored
from tests.knowledge.transfer.records import FACT_CHECK

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SCALE = {"@type": "Rating", "alternateName": "Palsu", "ratingValue": 1, "worstRating": 1, "bestRating": 5}


def _feed(**changes: object) -> dict[str, object]:
    """A good feed of one review with changes; None takes a property away."""
    feed = claim_review_feed([stored(FACT_CHECK)], NOW)
    item = feed["dataFeedElement"][0]["item"]  # type: ignore[index]
    item[:] = [{name: value for name, value in (item[0] | changes).items() if value is not None}]
    return feed


def test_a_good_feed_lacks_nothing_required():
    """The feed that the other cases change."""
    assert [each for each in shortfalls(_feed(datePublished="2026-01-02")) if each.required] == []


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"claimReviewed": None}, "claimReviewed"),
        ({"claimReviewed": "  "}, "claimReviewed"),
        ({"url": None}, "url"),
        ({"url": "/pensel"}, "url"),
        ({"reviewRating": None}, "reviewRating.alternateName"),
        ({"reviewRating": "Palsu"}, "reviewRating.alternateName"),
        ({"reviewRating": SCALE | {"alternateName": ""}}, "reviewRating.alternateName"),
        ({"reviewRating": {"@type": "Rating", "alternateName": "x", "ratingValue": 1}}, "reviewRating"),
        ({"reviewRating": SCALE | {"ratingValue": "1"}}, "reviewRating"),
        ({"reviewRating": SCALE | {"ratingValue": 0, "worstRating": 0}}, "reviewRating"),
        ({"reviewRating": SCALE | {"ratingValue": 6}}, "reviewRating"),
        ({"reviewRating": SCALE | {"bestRating": 1}}, "reviewRating"),
        ({"author": {"@type": "Organization"}}, "author.name"),
        ({"author": "MCMC"}, "author"),
        ({"itemReviewed": "a claim"}, "itemReviewed"),
        ({"datePublished": "January"}, "datePublished"),
        ({"inLanguage": "bahasa Melayu"}, "inLanguage"),
        ({"verdict": "false"}, "verdict"),
        ({"@type": "Recipe"}, "@type"),
    ],
)
def test_what_is_required(changes: dict[str, object], where: str):
    """Each documented requirement by itself: the shortfall says where."""
    required = [each.where for each in shortfalls(_feed(**changes)) if each.required]
    assert f"dataFeedElement[0].item[0].{where}" in required


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"claimReviewed": "x" * 76}, "claimReviewed"),
        ({"author": None}, "author"),
        ({"datePublished": None}, "datePublished"),
        ({"itemReviewed": None}, "itemReviewed"),
        ({"reviewRating": {"@type": "Rating", "alternateName": "Satira"}}, "reviewRating.ratingValue"),
    ],
)
def test_what_is_recommended(changes: dict[str, object], where: str):
    """It is told, and keeps nothing from being written."""
    found = [each for each in shortfalls(_feed(**changes)) if each.where == f"dataFeedElement[0].item[0].{where}"]
    assert [each.required for each in found] == [False]


@pytest.mark.parametrize(
    "change", [{"@context": "https://example.org"}, {"@type": "ItemList"}, {"dataFeedElement": {}}]
)
def test_what_a_feed_itself_needs(change: dict[str, object]):
    """Only JSON-LD with the schema.org context is read."""
    (name,) = change
    assert any(each.required and each.where in (name, f".{name}") for each in shortfalls(_feed() | change))


def test_one_review_of_a_claim():
    """The same page, claim and language twice is one too many."""
    feed = _feed()
    feed["dataFeedElement"] *= 2  # type: ignore[operator]
    (found,) = [each for each in shortfalls(feed) if each.required]
    assert "once more" in found.problem
