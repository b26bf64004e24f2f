"""What is published or proposed already and may be the same claim."""

from actions.services import Services
from knowledge.entry import FactCheck, Guideline
from knowledge.matching import SUGGEST_AT
from knowledge.retriever import FACT_CHECKS
from knowledge.store.url_key import normalised_url
from knowledge.text.language import Language

AT_MOST = 3


def near_duplicates(entry: FactCheck, services: Services) -> list[FactCheck | Guideline]:
    """Up to three: those from the same page first, proposed ones too, then those whose claim is like this one's."""
    found: dict[str, FactCheck | Guideline] = {}
    for same in [*_from_same_page(entry, services), *_alike(entry, services)]:
        if same.id != entry.id:
            found.setdefault(same.id, same)
    return list(found.values())[:AT_MOST]


def _from_same_page(entry: FactCheck, services: Services) -> list[FactCheck | Guideline]:
    published = [stored.entry for stored in services.entries.find_by_url(entry.source_url)]
    proposed = [submission.entry for submission in services.desk.submissions.waiting()]
    wanted = normalised_url(entry.source_url)
    same = [one for one in proposed if normalised_url(one.source_url) == wanted]
    return [one for one in [*published, *same] if isinstance(one, FactCheck | Guideline)]


def _alike(entry: FactCheck, services: Services) -> list[FactCheck | Guideline]:
    claims = [claim for language in Language if (claim := entry.claim(language))]
    matches = [match for claim in claims for match in services.retriever.search(claim, FACT_CHECKS)]
    likely = sorted(matches, key=lambda match: -match.probability)
    return [match.entry for match in likely if match.probability >= SUGGEST_AT]
