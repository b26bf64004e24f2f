"""Writes the feeds of everything published into a folder."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from knowledge.entry import EntryKind
from knowledge.errors import TransferError
from knowledge.feeds.atom import atom_feed
from knowledge.feeds.claim_reviews import claim_review_feed
from knowledge.feeds.requirements import Shortfall, shortfalls
from knowledge.store.entry_store import EntryStore
from knowledge.text.language import Language
from knowledge.transfer.exporting import replacing

CLAIM_REVIEWS: Final = "claim-reviews.jsonld"


@dataclass(frozen=True)
class FeedReport:
    """The files that were written, how many entries are in them, and what is recommended besides."""

    files: tuple[Path, ...]
    entries: int
    recommended: tuple[Shortfall, ...]


def write_feeds(store: EntryStore, folder: Path, now: datetime, site: str | None = None) -> FeedReport:
    """Write one Atom feed for each language and the ClaimReviews.

    Args:
        store: where the entries are.
        folder: where the files go; made if need be.
        now: dates an empty feed.
        site: the address the folder will have on the web, if that is known.

    Raises:
        TransferError: a file cannot be written, or the ClaimReviews lack what is required; nothing was written then.
    """
    stored = [*store.published(EntryKind.FACT_CHECK), *store.published(EntryKind.GUIDELINE)]
    reviews = claim_review_feed(stored, now)
    lacking = shortfalls(reviews)
    required = [each for each in lacking if each.required]
    if required:
        raise TransferError(f"The feed was not written: {required[0].where}: {required[0].problem}")
    contents = {CLAIM_REVIEWS: json.dumps(reviews, ensure_ascii=False, indent=1).encode() + b"\n"}
    for language in Language:
        name = f"feed-{language.value}.atom"
        contents[name] = atom_feed(stored, language, now, f"{site.rstrip('/')}/{name}" if site else None)
    return FeedReport(_write(folder, contents), len(stored), tuple(each for each in lacking if not each.required))


def _write(folder: Path, contents: dict[str, bytes]) -> tuple[Path, ...]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TransferError(f"{folder} cannot be made: {error.strerror}.") from error
    for name, content in contents.items():
        with replacing(folder / name) as beside:
            beside.write_bytes(content)
    return tuple(folder / name for name in contents)
