"""schema.org ClaimReview (JSON-LD), as fact-check publishers post it, read as reviews.

Read as publishers write it rather than as the schema has it: a value may be a text, a list of one, or an object with a
name (https://schema.org/ClaimReview).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from knowledge.transfer.faults import LineFault
from knowledge.transfer.json_document import Item
from knowledge.transfer.ratings import Rating
from knowledge.transfer.reviews import Review

_TYPE: Final = "@type"
_FIELDS: Final = {
    "claim": "claimReviewed",
    "summary": "reviewBody",
    "verdict": "reviewRating.alternateName",
    "publisher": "author.name",
    "source_url": "url",
    "review_date": "datePublished",
    "claim_date": "itemReviewed.datePublished",
    "language": "inLanguage",
    "id": "claimReviewed",
}
_NO_REVIEW: Final = 'Give each an object with "@type": "ClaimReview".'


def is_json_ld(record: Mapping[str, object]) -> bool:
    """Whether a record says its schema.org type."""
    return _TYPE in record


def types_of(record: Mapping[str, object]) -> set[str]:
    """Its types, without `schema:` or the address before them."""
    found = record.get(_TYPE)
    names = found if isinstance(found, list) else [found]
    return {name.replace(":", "/").rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def reviews_in(item: Item) -> Iterator[Review | LineFault]:
    """The reviews that an object is or holds: a ClaimReview, a DataFeedItem or a page with reviews."""
    types = types_of(item.record)
    if "ClaimReview" in types:
        yield _review(item)
        return
    inner = item.record.get("item", item.record.get("review", item.record.get("mainEntity")))
    if "DataFeedItem" in types and inner is None:
        return  # a withdrawn element: feeds keep its place
    held = inner if isinstance(inner, list) else [inner]
    for number, each in enumerate(held):
        where = f"{item.where}.item" if len(held) == 1 else f"{item.where}.item[{number}]"
        if isinstance(each, dict):
            yield from reviews_in(Item(item.line, where.removeprefix("."), each))
        else:
            problem = f"The object is of type {', '.join(sorted(types)) or 'nothing'}, not a ClaimReview."
            yield LineFault(item.line, item.where or None, problem, _NO_REVIEW)


def _review(item: Item) -> Review:
    record = item.record
    rating = _object(record.get("reviewRating"))
    reviewed = _object(record.get("itemReviewed"))
    return Review(
        line=item.line,
        names={field: f"{item.where}.{name}".removeprefix(".") for field, name in _FIELDS.items()},
        claim=_text(record.get("claimReviewed")) or _text(reviewed.get("name")),
        rating=Rating(
            _text(rating.get("alternateName")) or _text(rating.get("name")),
            *(_number(rating.get(name)) for name in ("ratingValue", "worstRating", "bestRating")),
        ),
        publisher=_text(record.get("author")) or _text(record.get("publisher")),
        url=_text(record.get("url")) or _text(record.get("mainEntityOfPage")) or _text(record.get("@id")),
        reviewed=_text(record.get("datePublished")) or _text(record.get("dateCreated")),
        claimed=_text(reviewed.get("datePublished")),
        language=_text(record.get("inLanguage")),
        summaries=_summaries(record, rating),
    )


def _summaries(record: Mapping[str, object], rating: Mapping[str, object]) -> tuple[str, ...]:
    found = (
        record.get("reviewBody"),
        record.get("description"),
        rating.get("ratingExplanation"),
        record.get("headline"),
        record.get("name"),
    )
    return tuple(text for text in map(_text, found) if text)


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _object(value: object) -> Mapping[str, object]:
    first = _first(value)
    return first if isinstance(first, dict) else {}


def _text(value: object) -> str | None:
    """A value's text: its own, its `@value`, its name, or its address."""
    first = _first(value)
    if isinstance(first, dict):
        return next(
            (text for key in ("@value", "name", "alternateName", "url", "@id") if (text := _text(first.get(key)))), None
        )
    return first if isinstance(first, str) and first.strip() else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None
