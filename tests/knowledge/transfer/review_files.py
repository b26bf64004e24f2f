"""Files of other publishers' reviews for tests, invented."""

import json
from pathlib import Path

REVIEW: dict[str, object] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://semak.example/pensel",
    "claimReviewed": "Pengundi hanya diberi pensel di pusat mengundi.",
    "datePublished": "2026-11-02T09:30:00+08:00",
    "author": {"@type": "Organization", "name": "Semak Contoh", "url": "https://semak.example/"},
    "itemReviewed": {"@type": "Claim", "datePublished": "2026-10-30"},
    "reviewRating": {
        "@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "Palsu",
    },
    "inLanguage": "ms-MY",
    "reviewBody": "SPR menyediakan pen di setiap tempat mengundi.",
}  # fmt: skip
FOUND_CLAIM: dict[str, object] = {
    "text": "Voters receive a RM50 ride voucher from the EC.",
    "claimant": "A WhatsApp message",
    "claimDate": "2026-10-01T00:00:00Z",
    "claimReview": [
        {
            "publisher": {"name": "Check Example", "site": "check.example"},
            "url": "https://check.example/voucher",
            "title": "No, the EC gives no ride vouchers",
            "reviewDate": "2026-10-04T00:00:00Z",
            "textualRating": "False",
            "languageCode": "en",
        }
    ],
}


def review(**changes: object) -> dict[str, object]:
    """The review with changes; None takes a field away."""
    return {name: value for name, value in (REVIEW | changes).items() if value is not None}


def feed(*elements: object) -> dict[str, object]:
    """A DataFeed as the Fact Check Markup Tool posts it."""
    items = [{"@type": "DataFeedItem", "dateCreated": "2026-11-03", "item": [element]} for element in elements]
    return {"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": items}


def answer(*claims: object) -> dict[str, object]:
    """An answer of `claims:search`."""
    return {"claims": list(claims), "nextPageToken": "CAo"}


def document(folder: Path, content: object, name: str = "reviews.json", *, indent: int | None = 1) -> Path:
    """The content as a JSON file; a text is written as it is."""
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content, indent=indent, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path
