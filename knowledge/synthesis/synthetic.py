"""Entries that nobody wrote, to measure with: as many as wanted, the same for the same seed, never published.

Each is put together from phrases (`phrases.tsv`), the places that the project knows, invented names, amounts and days,
so that they differ from each other as real claims do: no two need share more than a verb.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from knowledge.entry import FactCheck, Topic, Verdict
from knowledge.text.language import Language
from knowledge.text.lexicon import aliases

_STARTS = ("b", "br", "c", "d", "dr", "f", "g", "h", "j", "k", "kh") + (
    "kr", "l", "m", "n", "p", "pr", "r", "s", "sy", "t",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ai", "au")
_ENDS = ("", "", "", "n", "ng", "r", "s", "l", "h", "m", "k")
_MONTHS = {
    Language.MS: ("Januari", "Februari", "Mac", "April", "Mei", "Jun")
    + ("Julai", "Ogos", "September", "Oktober", "November", "Disember"),
    Language.EN: ("January", "February", "March", "April", "May", "June")
    + ("July", "August", "September", "October", "November", "December"),
}
_SENTENCE = {
    Language.MS: "{actor} {name} {verb} {count} {object} bernilai RM{amount} di {place} pada {day} {month} {detail}",
    Language.EN: "{actor} {name} {verb} {count} {object} worth RM{amount} in {place} on {day} {month} {detail}",
}
_WORDING = {
    Language.MS: "betul ke {name} di {place} {verb} {count} {object} tu?",
    Language.EN: "is it true that {name} in {place} {verb} {count} {object} {detail}?",
}
_SUMMARY = {
    Language.MS: "{finding} Semakan di {place} mendapati {name} tidak terlibat dengan {object} tersebut.",
    Language.EN: "{finding} Checks in {place} found that {name} had nothing to do with these {object}.",
}


@dataclass(frozen=True)
class _Phrase:
    ms: str
    en: str

    def written(self, language: Language) -> str:
        return self.ms if language is Language.MS else self.en


def synthetic_entries(count: int, seed: int = 1) -> Iterator[FactCheck]:
    """Make entries `synthetic-<seed>-0` ...; the first n are the same however many are made."""
    for number in range(count):
        yield _entry(f"synthetic-{seed}-{number}", Random(f"{seed}/{number}"))


def _entry(entry_id: str, random: Random) -> FactCheck:
    chosen = {kind: random.choice(phrases) for kind, phrases in _phrases().items()}
    month, name = random.randrange(12), f"{_invented(random)} {_invented(random)}"
    same = {
        "name": name,
        "place": random.choice(_place_names()),
        "count": str(random.randint(2, 9_999)),
        "amount": f"{random.randint(1, 4_000) * random.choice((50, 500, 5_000)):,}",
        "day": str(random.randint(1, 28)),
    }

    def text(templates: dict[Language, str], language: Language) -> str:
        words = {kind: phrase.written(language) for kind, phrase in chosen.items()}
        made = templates[language].format(**words, **same, month=_MONTHS[language][month])
        return made[0].upper() + made[1:]

    return FactCheck(
        id=entry_id,
        topic=random.choice(list(Topic)),
        claim_ms=text(_SENTENCE, Language.MS) + ".",
        claim_en=text(_SENTENCE, Language.EN) + ".",
        wordings_ms=(text(_WORDING, Language.MS),),
        wordings_en=(text(_WORDING, Language.EN),),
        verdict=random.choice(list(Verdict)),
        summary_ms=text(_SUMMARY, Language.MS),
        summary_en=text(_SUMMARY, Language.EN),
        review_date=f"{random.randint(2018, 2026)}-{month + 1:02}-{int(same['day']):02}",
        publisher="Synthetic, for measuring only",
        source_url=f"https://synthetic.example/{entry_id}",
        entities=(name,),
    )


def _invented(random: Random) -> str:
    """A name of two or three syllables that no dictionary has."""
    syllables = (
        random.choice(_STARTS) + random.choice(_VOWELS) + random.choice(_ENDS) for _ in range(random.randint(2, 3))
    )
    return "".join(syllables).capitalize()


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = {}
    with (files("knowledge.synthesis") / "phrases.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["kind"], []).append(_Phrase(row["ms"], row["en"]))
    return found


@cache
def _place_names() -> list[str]:
    return sorted({alias.canonical.title() for alias in aliases().values() if alias.kind == "place"})
