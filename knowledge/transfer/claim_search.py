"""Answers of the Google Fact Check Tools API's `claims:search`, read as reviews.

(https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims): each claim holds the reviews that
publishers made of it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from knowledge.transfer.faults import LineFault
from knowledge.transfer.json_document import Item
from knowledge.transfer.ratings import Rating
from knowledge.transfer.reviews import Review

_REVIEWS: Final = "claimReview"
_IN_CLAIM: Final = {"claim": "text", "id": "text", "claim_date": "claimDate"}
_IN_REVIEW: Final = {
    "verdict": "textualRating",
    "summary": "title",
    "publisher": "publisher.name",
    "source_url": "url",
    "review_date": "reviewDate",
    "language": "languageCode",
}


def is_found_claim(record: Mapping[str, object]) -> bool:
    """Whether a record is a claim of such an answer."""
    return _REVIEWS in record


def reviews_in(item: Item) -> Iterator[Review | LineFault]:
    """The reviews of a claim, one after the other."""
    reviews = item.record.get(_REVIEWS)
    if not isinstance(reviews, list) or not all(isinstance(each, dict) for each in reviews) or not reviews:
        mend = "Give the claim a list of reviews, each {...}, or delete the claim."
        yield LineFault(item.line, f"{item.where}.{_REVIEWS}".removeprefix("."), "There is no list of reviews.", mend)
        return
    for number, review in enumerate(reviews):
        yield _review(item, f"{item.where}.{_REVIEWS}[{number}]".removeprefix("."), review)


def _review(item: Item, where: str, review: Mapping[str, object]) -> Review:
    publisher = review.get("publisher")
    named: Mapping[str, object] = publisher if isinstance(publisher, dict) else {}
    title = _text(review, "title")
    return Review(
        line=item.line,
        names={field: f"{item.where}.{name}".removeprefix(".") for field, name in _IN_CLAIM.items()}
        | {field: f"{where}.{name}" for field, name in _IN_REVIEW.items()},
        claim=_text(item.record, "text"),
        rating=Rating(_text(review, "textualRating")),
        publisher=_text(named, "name") or _text(named, "site"),
        url=_text(review, "url"),
        reviewed=_text(review, "reviewDate"),
        claimed=_text(item.record, "claimDate"),
        language=_text(review, "languageCode"),
        summaries=(title,) if title else (),
    )


def _text(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value.strip() else None
