"""A fact-check as other formats give it, made into the fields of an entry."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from knowledge.entry import Confidence, EntryKind, Topic, Verdict
from knowledge.store.url_key import normalised_url
from knowledge.text.detect import detect_language
from knowledge.text.language import Language
from knowledge.transfer.faults import LineFault, listed
from knowledge.transfer.fields import Record
from knowledge.transfer.ratings import Rating, Unmapped, verdict_of
from knowledge.transfer.source import Row

_MOST_SUMMARY: Final = 1000  # characters; as `knowledge.constrained.Paragraph`
_SLUG_LENGTH: Final = 44
_WRITTEN: Final = ("claim", "summary")  # in each language
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?\Z|(\d{4}(?:-\d{2})?)\Z", re.DOTALL)
_RATED: Final = {Language.MS: "Penilaian penerbit: “{}”.", Language.EN: "The publisher's rating: “{}”."}


@dataclass(frozen=True)
class Review:
    """One review, whatever the format it came in. Texts are None where the file has none.

    Attributes:
        line: where it begins in the file.
        names: our field -> where the file has it, for faults.
        summaries: what the publisher says of the claim, best first.
        language: a language tag such as ms or en-GB.
    """

    line: int
    names: Mapping[str, str]
    claim: str | None
    rating: Rating
    publisher: str | None
    url: str | None
    reviewed: str | None
    claimed: str | None
    language: str | None
    summaries: tuple[str, ...] = ()


def entry_row(review: Review, decided: Mapping[str, Verdict]) -> Row | list[LineFault]:
    """The fields of an entry in the review's own language, or what keeps it from being one."""
    language = _language(review)
    verdict = verdict_of(review.rating, decided)
    dates = {field: _day(review, field, text) for field, text in _dates(review).items()}
    faults = _missing(review)
    faults += [found for found in (language, *dates.values()) if isinstance(found, LineFault)]
    if isinstance(verdict, Unmapped):
        faults.append(_unmapped(review, verdict))
    if isinstance(language, LineFault) or isinstance(verdict, Unmapped) or faults:
        return faults
    tag = language.value
    record: Record = {
        "kind": EntryKind.FACT_CHECK.value,
        "id": review_id(review),
        "topic": Topic.OTHER.value,
        f"claim_{tag}": review.claim,
        f"summary_{tag}": _summary(review, language),
        "verdict": verdict.value,
        "publisher": review.publisher,
        "source_url": review.url,
        "source_lang": tag,
        "confidence": Confidence.MEDIUM.value,
        **dates,
    }
    names = {f"{field}_{tag}" if field in _WRITTEN else field: name for field, name in review.names.items()}
    return Row(review.line, record, names)


def _missing(review: Review) -> list[LineFault]:
    needed = {"claim": review.claim, "publisher": review.publisher, "source_url": review.url}
    problem, mend = "It is missing, or empty.", "Add it to the review, or delete the review from the file."
    return [LineFault(review.line, review.names[field], problem, mend) for field, text in needed.items() if not text]


def review_id(review: Review) -> str:
    """An id that the same claim on the same page always gets."""
    plain = unicodedata.normalize("NFKD", review.claim or "").encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:_SLUG_LENGTH].strip("-")
    told = f"{normalised_url(review.url or '')}\n{' '.join((review.claim or '').split()).casefold()}"
    return f"{slug or 'semakan'}-{hashlib.sha256(told.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _language(review: Review) -> Language | LineFault:
    tag = (review.language or "").replace("_", "-").split("-")[0].lower()
    if not tag:
        found = detect_language(review.claim or "")
        if found.foreign is None:
            return found.language
        tag = found.foreign
    if tag in {language.value for language in Language}:
        return Language(tag)
    problem = f"The review is in the language {tag!r}; entries are in Malay or English."
    mend = "Translate claim and summary and import them with the template (`export FILE.xlsx --template`)."
    return LineFault(review.line, review.names["language"], problem, mend)


def _dates(review: Review) -> dict[str, str]:
    found = {"review_date": review.reviewed, "claim_date": review.claimed}
    return {field: text for field, text in found.items() if text}


def _day(review: Review, field: str, text: str) -> str | LineFault:
    """The day as written there: a moment's own day, not the one it is elsewhere."""
    found = _DAY.match(text.strip())
    if found:
        return found[1] or found[2]
    mend = "Write it as YYYY-MM-DD, such as 2026-08-31, or leave it out."
    return LineFault(review.line, review.names[field], f"{text!r} is no date of the form ISO 8601.", mend)


def _unmapped(review: Review, found: Unmapped) -> LineFault:
    verdicts = listed(verdict.value for verdict in Verdict)
    mend = f"Write {verdicts} there, or say what it is: --rating 'THEIR WORDS=VERDICT'."
    return LineFault(review.line, review.names["verdict"], found.problem, mend)


def _summary(review: Review, language: Language) -> str | None:
    """What the publisher says, or else only how they rate it: nothing is added to their words."""
    claim = (review.claim or "").strip().casefold()
    for text in review.summaries:
        if text.strip() and text.strip().casefold() != claim and len(text.strip()) <= _MOST_SUMMARY:
            return text
    return _RATED[language].format(review.rating.words) if review.rating.words else None
