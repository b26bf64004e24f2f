"""From a publisher's rating to one of our verdicts. What is not certain is not mapped.

Words come first (`reviewRating.alternateName`, `textualRating`), in Malay and English, as whole ratings: "false" is
FALSE, "mostly false" is not known here, because publishers mean different things by it. Of numbers only the two ends of
a scale from worst to best are certain: `ratingValue` = `worstRating` is FALSE and = `bestRating` is TRUE
(https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from knowledge.entry import Verdict

_WORDS: Final[Mapping[Verdict, str]] = {
    Verdict.FALSE: (
        "false|fake|fake news|hoax|incorrect|wrong|not true|untrue|fabricated|totally false|completely false"
        "|pants on fire"
        "|palsu|berita palsu|tidak benar|tidak betul|salah|hoaks|rekaan|tidak tepat|auta|dakwaan palsu"
    ),
    Verdict.MISLEADING: "misleading|mengelirukan|menyesatkan|dakwaan mengelirukan",
    Verdict.MISSING_CONTEXT: (
        "missing context|lacks context|needs context|out of context|false context|no context"
        "|kurang konteks|tiada konteks|di luar konteks|konteks salah|tanpa konteks|konteks tidak lengkap"
    ),
    Verdict.ALTERED: (
        "altered|altered photo|altered image|altered video|altered audio|manipulated|doctored|digitally altered|edited"
        "|deepfake|ai generated|ai generated image|ai generated video|ai generated content"
        "|diubah suai|diubah|disunting|suntingan|dimanipulasi|gambar suntingan|video suntingan|dijana ai|janaan ai"
    ),
    Verdict.UNPROVEN: (
        "unproven|unverified|unsubstantiated|unsupported|no evidence|not proven|inconclusive|unconfirmed"
        "|belum terbukti|tidak terbukti|tiada bukti|belum disahkan|tidak dapat disahkan|belum dapat disahkan"
    ),
    Verdict.SATIRE: "satire|parody|satira|parodi|sindiran",
    Verdict.TRUE: "true|correct|accurate|confirmed|benar|betul|sahih|tepat|disahkan benar",
}
_VERDICTS: Final = {word: verdict for verdict, words in _WORDS.items() for word in words.split("|")}
_NO_LETTER: Final = re.compile(r"[^\w]+|_+")


@dataclass(frozen=True)
class Rating:
    """A rating as a publisher gives it; numbers are None where they are missing or no numbers."""

    words: str | None
    value: float | None = None
    worst: float | None = None
    best: float | None = None


@dataclass(frozen=True)
class Unmapped:
    """Why a rating is none of our verdicts: a sentence."""

    problem: str


def known_words(verdict: Verdict) -> tuple[str, ...]:
    """The ratings that are this verdict, as they are compared."""
    return tuple(_WORDS[verdict].split("|"))


def plain(words: str) -> str:
    """A rating as it is compared: small letters, without marks and emoji, single spaces."""
    return " ".join(_NO_LETTER.sub(" ", words.casefold()).split())


def verdict_of(rating: Rating, decided: Mapping[str, Verdict]) -> Verdict | Unmapped:
    """The verdict that a rating is.

    Args:
        rating: as the publisher gives it.
        decided: ratings, as `plain` writes them, that a person decided about; these come first.
    """
    words = plain(rating.words or "")
    if words in decided:
        return decided[words]
    said, counted = _VERDICTS.get(words), _at_an_end(rating)
    if said is not None and counted is not None and {said, counted} == {Verdict.TRUE, Verdict.FALSE}:
        return Unmapped(f"The rating says {rating.words!r}, but its number {rating.value:g} says {counted.value}.")
    if said is not None:
        return said
    if (rating.words or "").strip():
        return Unmapped(f"The rating {rating.words!r} is none that is known here.")
    return counted or Unmapped("There is no rating in words, and its number is not at an end of its scale.")


def _at_an_end(rating: Rating) -> Verdict | None:
    value, worst, best = rating.value, rating.worst, rating.best
    if value is None or worst is None or best is None or worst >= best:
        return None
    return {worst: Verdict.FALSE, best: Verdict.TRUE}.get(value)
