"""What people write in the bench: made up from the entries that are known, always the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from knowledge.entry import FactCheck, Guideline
from knowledge.text.language import Language

SEED: Final = 20261123
VIRAL_COUNT: Final = 10
_DROPPED_SHARE: Final = 0.2

_GREETINGS: Final = ("hai", "hello", "assalamualaikum", "selamat pagi", "apa khabar", "terima kasih", "thanks", "bye")
_UNKNOWN_CLAIMS: Final = (
    "Betul ke {what} di {where} akan ditutup mulai {when}?",
    "Tular: {what} di {where} dijual secara rahsia kepada syarikat asing {when}",
    "Is it true that {what} in {where} will give out free rice {when}?",
    "They say {what} in {where} was hit by a meteor {when}, please share",
)
_WHAT: Final = ("perpustakaan", "jambatan gantung", "the bird park", "kilang biskut", "the swimming pool", "zoo mini")
_WHERE: Final = ("Bukit Kecil", "Kampung Durian Tiga", "Taman Seri Melati", "Pekan Lama", "Tanjung Batu")
_WHEN: Final = ("esok", "minggu depan", "tonight", "next Friday", "bulan hadapan")


class TextMix:
    """Messages in the shares of `SHARES`: claims in other words, a few viral ones over and over, questions, small talk.

    No texts of the evaluation files are used, so that the bench runs on any install.
    """

    SHARES: Final[dict[str, int]] = {"reworded": 45, "viral": 15, "guideline": 15, "unknown": 15, "greeting": 10}

    def __init__(self, entries: Sequence[FactCheck | Guideline], seed: int = SEED) -> None:
        """Sorts out what can be written about.

        Args:
            entries: What is known; without fact-checks or guidelines their shares go to unknown claims.
            seed: The same seed brings the same messages.
        """
        self._random = random.Random(seed)
        self._claims = [text for entry in entries if isinstance(entry, FactCheck) for text in _claims(entry)]
        self._titles = [text for entry in entries if isinstance(entry, Guideline) for text in _titles(entry)]
        self._viral = self._random.sample(self._claims, min(VIRAL_COUNT, len(self._claims)))

    def take(self, count: int) -> list[str]:
        """The next messages.

        Args:
            count: How many.
        """
        return list(islice(self._texts(), count))

    def _texts(self) -> Iterator[str]:
        kinds, weights = list(self.SHARES), list(self.SHARES.values())
        while True:
            yield self._text(self._random.choices(kinds, weights)[0])

    def _text(self, kind: str) -> str:
        if kind == "greeting":
            return self._random.choice(_GREETINGS)
        if kind == "guideline" and self._titles:
            return self._random.choice(self._titles)
        if kind == "viral" and self._viral:
            return self._random.choice(self._viral)
        if kind == "reworded" and self._claims:
            return self._reworded(self._random.choice(self._claims))
        choose = self._random.choice
        return choose(_UNKNOWN_CLAIMS).format(what=choose(_WHAT), where=choose(_WHERE), when=choose(_WHEN))

    def _reworded(self, claim: str) -> str:
        """The claim without every fifth word or so, and with two neighbours swapped."""
        words = claim.split()
        kept = [word for word in words if self._random.random() > _DROPPED_SHARE] or words
        if len(kept) > 1:
            at = self._random.randrange(len(kept) - 1)
            kept[at], kept[at + 1] = kept[at + 1], kept[at]
        return " ".join(kept)


def _claims(entry: FactCheck) -> list[str]:
    return [claim for language in Language if (claim := entry.claim(language))]


def _titles(entry: Guideline) -> list[str]:
    return [title for language in Language if (title := entry.title(language))]
