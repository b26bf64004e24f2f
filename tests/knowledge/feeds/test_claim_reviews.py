import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actions.entry_phrases import verdict as phrase_of
from bot.localisation import Localisation
from knowledge.entry import ENTRY_ADAPTER, FactCheck, Status, Verdict
from knowledge.feeds.claim_reviews import claim_review, claim_review_feed
from knowledge.feeds.requirements import shortfalls
from knowledge.feeds.verdict_names import verdict_name
from knowledge.store.entry_store import StoredEntry
from knowledge.text.language import Language
from knowledge.transfer import read_entries
from knowledge.transfer.ratings import Rating, verdict_of
from tests.knowledge.transfer.records import FACT_CHECK, GUIDELINE

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def stored(record: dict[str, object]) -> StoredEntry:
    """The record as the store gives it."""
    return StoredEntry(ENTRY_ADAPTER.validate_python(record), Status.PUBLISHED, 1, 1, NOW)


def _fact_check(**changes: object) -> FactCheck:
    entry = stored(FACT_CHECK | changes).entry
    assert isinstance(entry, FactCheck)
    return entry


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_fulfils_what_is_required(verdict: Verdict):
    """Whatever the verdict, nothing required is missing, and numbers are given at the scale's ends only."""
    feed = claim_review_feed([stored(FACT_CHECK | {"verdict": verdict})], NOW)
    assert [each for each in shortfalls(feed) if each.required] == []
    rating = claim_review(_fact_check(verdict=verdict), Language.MS)["reviewRating"]
    assert isinstance(rating, dict)
    assert ("ratingValue" in rating) is (verdict in (Verdict.FALSE, Verdict.TRUE))


def test_one_review_for_each_language():
    """A bilingual entry is two reviews of one page, each in its own words; guidelines are no reviews."""
    one = FACT_CHECK | {"claim_en": None, "summary_en": None}
    feed = claim_review_feed([stored(FACT_CHECK), stored(one), stored(GUIDELINE)], NOW)
    elements = feed["dataFeedElement"]
    assert isinstance(elements, list)
    assert [[item["inLanguage"] for item in each["item"]] for each in elements] == [["ms", "en"], ["ms"]]
    assert elements[0]["item"][1]["claimReviewed"] == FACT_CHECK["claim_en"]


def test_a_date_that_is_not_a_day_is_left_out():
    """Consumers take dates for days: a month or year would be read as its first."""
    review = claim_review(_fact_check(review_date="2026-01", claim_date="2025-12-31"), Language.EN)
    assert "datePublished" not in review
    assert review["itemReviewed"] == {"@type": "Claim", "name": FACT_CHECK["claim_en"], "datePublished": "2025-12-31"}


def test_a_correction_is_told():
    """The public note of what was corrected travels with the review."""
    changed = _fact_check(
        corrected_on="2026-02-01", correction_ms="Tarikh dibetulkan.", correction_en="Date corrected."
    )
    assert claim_review(changed, Language.MS)["correction"] == "Tarikh dibetulkan."
    untouched = _fact_check(corrected_on=None, correction_ms=None, correction_en=None)
    assert "correction" not in claim_review(untouched, Language.MS)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_what_we_write_we_can_read(tmp_path: Path, verdict: Verdict):
    """Our own feed imports: same claim, verdict, publisher, page and date, in each language."""
    entry = _fact_check(verdict=verdict)
    path = tmp_path / "feed.jsonld"
    path.write_text(json.dumps(claim_review_feed([stored(entry.model_dump())], NOW)), encoding="utf-8")
    read = read_entries(path)
    assert read.faults == []
    for (found, _), language in zip(read.items, Language, strict=True):
        assert isinstance(found, FactCheck)
        assert (found.claim(language), found.summary(language)) == (entry.claim(language), entry.summary(language))
        kept = ("verdict", "publisher", "source_url", "review_date")
        assert [getattr(found, name) for name in kept] == [getattr(entry, name) for name in kept]


def test_the_names_of_verdicts_are_those_of_the_bot():
    """One word for one verdict, in feeds as in answers, and the import knows it."""
    texts = Localisation()
    for verdict in Verdict:
        for language in Language:
            name = verdict_name(verdict, language)
            assert verdict_of(Rating(name), {}) is verdict
            assert texts.text(phrase_of(verdict), language, escape=False).endswith(f" {name.upper()}")
