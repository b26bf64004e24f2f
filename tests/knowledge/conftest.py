"""Small knowledge to search."""

from collections.abc import Callable

import pytest

from knowledge.entry import FactCheck, Guideline, Topic, Verdict

MakeFactCheck = Callable[..., FactCheck]
MakeGuideline = Callable[..., Guideline]


@pytest.fixture
def make_fact_check() -> MakeFactCheck:
    """Builds a fact-check; give what matters to the test."""

    def make(**given: object) -> FactCheck:
        record: dict[str, object] = {
            "id": "titik-hitam",
            "topic": Topic.BALLOTS_COUNTING,
            "claim_ms": "Kertas undi bertanda titik hitam menjadi undi rosak.",
            "claim_en": "Ballot papers with a black dot become spoilt votes.",
            "verdict": Verdict.FALSE,
            "summary_ms": "SPR berkata dakwaan ini tidak benar.",
            "summary_en": "The EC says this is untrue.",
            "publisher": "Sebenarnya.my (MCMC)",
            "source_url": "https://sebenarnya.my/titik-hitam",
        }
        return FactCheck.model_validate(record | given)

    return make


@pytest.fixture
def make_guideline() -> MakeGuideline:
    """Builds a guideline; give what matters to the test."""

    def make(**given: object) -> Guideline:
        record: dict[str, object] = {
            "id": "iklan-politik",
            "area": "political-ads",
            "owner": "TikTok",
            "title_ms": "Bolehkah calon membeli iklan TikTok?",
            "title_en": "Can candidates buy TikTok ads?",
            "body_ms": "Tidak. TikTok tidak menerima iklan politik.",
            "body_en": "No. TikTok does not take political advertising.",
            "source_url": "https://www.tiktok.com/iklan",
            "as_of": "2025-09",
        }
        return Guideline.model_validate(record | given)

    return make
