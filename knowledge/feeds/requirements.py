"""What schema.org and Google document for ClaimReview data, as a check of a feed.

Google requires `claimReviewed`, `reviewRating` with `alternateName`, and `url`; recommends `author`, `datePublished`,
`itemReviewed` and numbers; wants a claim shorter than 75 characters; and reads JSON-LD with the schema.org context only
(https://developers.google.com/search/docs/appearance/structured-data/factcheck, whose own table was read as Full Fact
copied it: https://fullfact.github.io/markup-investigation/docs/notes/01-basic-usage/; ClaimReview is being phased out
in Search and stays in Fact Check Explorer). A number lies between worst and best, ends included
(https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages). Ours is stricter where it costs
nothing: a scale begins at 1 or above, and a claim of a page has one review in a language.
schema.org (https://schema.org/ClaimReview, DataFeed, Claim, Rating) says which properties a type has.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

_THING: Final = frozenset(
    {"@type", "@context", "@id", "name", "alternateName", "description", "identifier", "url", "sameAs"}
)
_WORK: Final = _THING | {
    "author", "publisher", "datePublished", "dateModified", "dateCreated", "inLanguage", "license", "correction",
    "sdPublisher", "sdLicense", "sdDatePublished", "about", "keywords", "text", "isPartOf", "citation",
}  # fmt: skip
_PROPERTIES: Final[Mapping[str, frozenset[str]]] = {
    "DataFeed": _WORK | {"dataFeedElement", "distribution"},
    "DataFeedItem": _THING | {"dateCreated", "dateModified", "dateDeleted", "item"},
    "ClaimReview": _WORK | {"claimReviewed", "itemReviewed", "reviewBody", "reviewRating", "reviewAspect"},
    "Claim": _WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "Rating": _THING | {"ratingValue", "bestRating", "worstRating", "ratingExplanation", "author", "reviewAspect"},
    "Organization": _THING | {"logo"},
    "Person": _THING | {"image"},
}
_SHORT: Final = 75  # characters: "to minimize wrapping when shown on a mobile device"
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_SCALE: Final = ("ratingValue", "worstRating", "bestRating")


@dataclass(frozen=True)
class Shortfall:
    """What a feed lacks: where, what, and whether it is required or only recommended."""

    where: str
    problem: str
    required: bool


def shortfalls(feed: Mapping[str, object]) -> list[Shortfall]:
    """Everything that the feed lacks, in its order."""
    found = [*_context(feed), *_properties("", feed)]
    seen: dict[tuple[object, object, object], str] = {}
    for where, review in _reviews(feed):
        found += _review(where, review)
        key = (review.get("url"), review.get("claimReviewed"), review.get("inLanguage"))
        if key in seen:
            found.append(Shortfall(where, f"It is the review of {seen[key]} once more.", required=True))
        seen.setdefault(key, where)
    return found


def _context(feed: Mapping[str, object]) -> Iterator[Shortfall]:
    if feed.get("@context") not in ("https://schema.org", "http://schema.org", "https://schema.org/"):
        yield Shortfall("@context", "It must be https://schema.org.", required=True)
    if feed.get("@type") != "DataFeed":
        yield Shortfall("@type", "It must be DataFeed.", required=True)
    if not isinstance(feed.get("dataFeedElement"), list):
        yield Shortfall("dataFeedElement", "It must be a list.", required=True)


def _properties(where: str, value: object) -> Iterator[Shortfall]:
    """Properties that schema.org does not give their type, at any depth."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from _properties(f"{where}[{number}]", each)
    if not isinstance(value, Mapping):
        return
    known = _PROPERTIES.get(str(value.get("@type")))
    if known is None:
        yield Shortfall(f"{where}.@type", f"{value.get('@type')!r} is no type of such a feed.", required=True)
        return
    for name, inner in value.items():
        place = f"{where}.{name}".removeprefix(".")
        if name not in known:
            yield Shortfall(place, f"A {value['@type']} has no property {name!r}.", required=True)
        yield from _properties(place, inner)


def _reviews(feed: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    elements = feed.get("dataFeedElement")
    for number, element in enumerate(elements if isinstance(elements, list) else []):
        held = element.get("item") if isinstance(element, Mapping) else None
        items = held if isinstance(held, list) else [held]
        for place, item in enumerate(items):
            where = f"dataFeedElement[{number}].item[{place}]"
            if isinstance(item, Mapping):
                yield where, item


def _review(where: str, review: Mapping[str, object]) -> Iterator[Shortfall]:
    claim = review.get("claimReviewed")
    if not _is_text(claim):
        yield Shortfall(f"{where}.claimReviewed", "It must be a text.", required=True)
    elif len(str(claim)) > _SHORT:
        yield Shortfall(f"{where}.claimReviewed", f"It is longer than {_SHORT} characters.", required=False)
    if not _is_address(review.get("url")):
        yield Shortfall(f"{where}.url", "It must be a whole address of a page.", required=True)
    yield from _rating(f"{where}.reviewRating", review.get("reviewRating"))
    yield from _named(f"{where}.author", review.get("author"))
    if not _is_date(review.get("datePublished")):
        problem = "It must be a date as in ISO 8601." if "datePublished" in review else "It is missing."
        yield Shortfall(f"{where}.datePublished", problem, required="datePublished" in review)
    item = review.get("itemReviewed")
    if not isinstance(item, Mapping) or item.get("@type") != "Claim":
        yield Shortfall(f"{where}.itemReviewed", "It is no Claim.", required="itemReviewed" in review)
    if "inLanguage" in review and not _LANGUAGE.match(str(review["inLanguage"])):
        yield Shortfall(f"{where}.inLanguage", "It must be a language tag.", required=True)


def _rating(where: str, rating: object) -> Iterator[Shortfall]:
    if not isinstance(rating, Mapping) or not _is_text(rating.get("alternateName")):
        yield Shortfall(f"{where}.alternateName", "It must be a rating in words.", required=True)
        return
    numbers = [rating[name] for name in _SCALE if name in rating]
    if not numbers:
        yield Shortfall(f"{where}.ratingValue", "It is missing.", required=False)
    elif len(numbers) < len(_SCALE) or not all(isinstance(number, int | float) for number in numbers):
        yield Shortfall(where, f"{', '.join(_SCALE)} must be numbers, all three.", required=True)
    else:
        value, worst, best = numbers
        if not 1 <= worst < best or not worst <= value <= best:
            yield Shortfall(where, "It must be 1 <= worstRating <= ratingValue <= bestRating.", required=True)


def _named(where: str, author: object) -> Iterator[Shortfall]:
    if author is None:
        yield Shortfall(where, "It is missing.", required=False)
    elif not isinstance(author, Mapping) or author.get("@type") not in ("Organization", "Person"):
        yield Shortfall(where, "It must be an Organization or a Person.", required=True)
    elif not _is_text(author.get("name")):
        yield Shortfall(f"{where}.name", "It must be a text.", required=True)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_address(value: object) -> bool:
    if not isinstance(value, str):
        return False
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value


def _is_date(value: object) -> bool:
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True
