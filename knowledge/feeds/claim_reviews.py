"""Published fact-checks as a schema.org DataFeed of ClaimReviews, one for each language an entry is written in.

Each review names who checked (`author`) and links to their page (`url`); SaferTogether only publishes the structured
data (`sdPublisher`). `requirements` says what the feed must fulfil.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from knowledge.entry import FactCheck, Verdict
from knowledge.feeds.verdict_names import verdict_name
from knowledge.store.entry_store import StoredEntry
from knowledge.text.language import Language

Json = dict[str, object]
NAME: Final = "SaferTogether"
LICENSE: Final = "https://creativecommons.org/licenses/by/4.0/"
_DAY_LENGTH: Final = len("2026-08-31")
# Only the ends of the scale are certain; what lies between has no agreed order (see `transfer.ratings`).
_NUMBERS: Final[Mapping[Verdict, int]] = {Verdict.FALSE: 1, Verdict.TRUE: 5}
_WORST, _BEST = 1, 5


def claim_review_feed(stored: Iterable[StoredEntry], now: datetime) -> Json:
    """The feed, in the order given.

    Args:
        stored: published entries; those that are no fact-checks are left out.
        now: what an empty feed is dated; else the last change of an entry counts.
    """
    entries = [(each, each.entry) for each in stored if isinstance(each.entry, FactCheck)]
    return {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": f"{NAME}: semakan fakta / fact-checks",
        "license": LICENSE,
        "publisher": _organisation(NAME),
        "dateModified": max((each.updated_at for each, _ in entries), default=now).isoformat(timespec="seconds"),
        "dataFeedElement": [
            {
                "@type": "DataFeedItem",
                "dateModified": each.updated_at.isoformat(timespec="seconds"),
                "item": [claim_review(entry, language) for language in entry.languages()],
            }
            for each, entry in entries
        ],
    }


def claim_review(entry: FactCheck, language: Language) -> Json:
    """One ClaimReview; dates that are known to the month or year only are left out."""
    claim: Json = {"@type": "Claim", "name": entry.claim(language)}
    review: Json = {
        "@type": "ClaimReview",
        "identifier": entry.id,
        "url": entry.source_url,
        "inLanguage": language.value,
        "claimReviewed": entry.claim(language),
        "reviewBody": entry.summary(language),
        "itemReviewed": claim | _dated(entry.claim_date),
        "reviewRating": _rating(entry.verdict, language),
        "author": _organisation(entry.publisher),
        "sdPublisher": _organisation(NAME),
        "sdLicense": LICENSE,
    }
    correction = entry.correction(language)
    if correction:
        review["correction"] = correction
    return review | _dated(entry.review_date)


def _rating(verdict: Verdict, language: Language) -> Json:
    rating: Json = {"@type": "Rating", "alternateName": verdict_name(verdict, language)}
    if verdict in _NUMBERS:
        rating |= {"ratingValue": _NUMBERS[verdict], "worstRating": _WORST, "bestRating": _BEST}
    return rating


def _organisation(name: str) -> Json:
    return {"@type": "Organization", "name": name}


def _dated(date: str | None) -> Json:
    return {"datePublished": date} if date is not None and len(date) == _DAY_LENGTH else {}
