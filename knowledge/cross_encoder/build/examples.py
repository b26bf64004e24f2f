"""What the cross-encoder learns from: pairs of texts out of the entries, and whether they make the same claim.

An entry's claims, wordings and messages say the same in other words; its look-alikes and other messages share most
words and say something else; claims of the nearest other entries are about the same matters. Nothing of
`tests/quality/` is among them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.cross_encoder.build.vocabulary import texts_of
from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.embedder.embedder import Embedder
from knowledge.entry import FactCheck
from knowledge.text.analysis import analyse
from knowledge.text.parts import claim_parts
from knowledge.training.messages import Messages

_NEIGHBOURS: Final = 8
_OTHERS: Final = 3
_AGAIN: Final = 0.5  # of the wordings and messages are paired with another wording too
_FRAMED: Final = 0.45
_OPENINGS: Final = (
    "betul ke", "betulkah", "benarkah", "adakah benar", "sahih ke", "eh", "wei", "katanya", "kononnya", "saya dengar",
    "dengar kata", "ada orang kata", "dapat mesej ini", "tolong semak", "amaran", "tular", "jaga jaga",
    "mohon sebarkan", "is it true that", "is it true", "is it", "i heard", "heard that", "someone told me",
    "apparently", "check this", "can confirm", "my uncle forwarded this", "please share",
)  # fmt: skip
_ENDINGS: Final = (
    "betul ke", "betul tak", "ye ke", "ke", "sahih ke", "boleh percaya ke", "sebarkan", "true or not", "really",
    "is this real", "can anyone confirm",
)  # fmt: skip


class Example(NamedTuple):
    """A pair of texts in canonical form, and 1.0 if they make the same claim, else 0.0."""

    message: str
    claim: str
    label: float


@dataclass(frozen=True)
class _Texts:
    claims: list[str]
    wordings: list[str]
    look_alikes: list[str]
    same: list[list[str]]
    other: list[list[str]]


class Examples:
    """Draws the examples of an epoch: other pairs, and other words around the messages, in each."""

    def __init__(
        self, entries: Sequence[FactCheck], messages: Mapping[str, Messages], embedder: Embedder, seed: int
    ) -> None:
        """Take over the texts.

        Args:
            entries: published fact-checks.
            messages: by the entry's id; an entry may have none.
            embedder: finds neighbours, and the part of a long message that is about the claim.
            seed: of the random choices.
        """
        self._random = Random(seed)
        self._texts = [_texts(entry, messages.get(entry.id), embedder) for entry in entries]
        self._neighbours = _neighbours(entries, embedder)

    def epoch(self) -> list[Example]:
        """Every wording, look-alike and message once or more, shuffled."""
        found = [example for at in range(len(self._texts)) for example in self._of_entry(at)]
        self._random.shuffle(found)
        return found

    def _of_entry(self, at: int) -> list[Example]:
        choice, texts = self._random.choice, self._texts[at]
        found = [Example(self._framed(claim), other, 1.0) for claim, other in _both_ways(texts.claims)]
        for wording in texts.wordings:
            found.append(Example(self._framed(wording), choice(texts.claims), 1.0))
            others = [other for other in texts.wordings if other != wording]
            if others and self._random.random() < _AGAIN:
                found.append(Example(self._framed(wording), choice(others), 1.0))
        for look_alike in texts.look_alikes:
            found += [Example(self._framed(look_alike), claim, 0.0) for claim in texts.claims]
            if texts.wordings:
                found.append(Example(self._framed(look_alike), choice(texts.wordings), 0.0))
        for messages, label in ((texts.same, 1.0), (texts.other, 0.0)):
            for message in messages:
                found.append(Example(choice(message), choice(texts.claims), label))
                if texts.wordings and self._random.random() < _AGAIN:
                    found.append(Example(choice(message), choice(texts.wordings), label))
        for near in self._random.sample(self._neighbours[at], min(_OTHERS, len(self._neighbours[at]))):
            other = self._texts[near]
            found.append(Example(self._framed(choice(other.claims + other.wordings)), choice(texts.claims), 0.0))
        return found

    def _framed(self, message: str) -> str:
        """With words before or after it that say nothing of the claim, as messages have them."""
        if self._random.random() >= _FRAMED:
            return message
        opening = f"{self._random.choice(_OPENINGS)} " if self._random.random() < 2 / 3 else ""
        ending = f" {self._random.choice(_ENDINGS)}" if not opening or self._random.random() < 1 / 6 else ""
        return f"{opening}{message}{ending}"


def _texts(entry: FactCheck, messages: Messages | None, embedder: Embedder) -> _Texts:
    texts = texts_of(entry)
    claims = sum(1 for claim in (entry.claim_ms, entry.claim_en) if claim)
    last = len(texts) - len(entry.look_alikes)
    about = f"{entry.claim_ms} {entry.claim_en}"
    same, other = (
        [_read_as(message, about, embedder) for message in written]
        for written in ((messages.same, messages.other) if messages else ((), ()))
    )
    return _Texts(texts[:claims], texts[claims:last], texts[last:], same, other)


def _read_as(message: str, claim: str, embedder: Embedder) -> list[str]:
    """A message as a search may read it: whole, or only the part of a long one that is nearest to the claim."""
    parts = claim_parts(message)
    vectors: NDArray[np.float32] = embedder.embed([claim, *parts])
    chosen = {parts[0], parts[int(np.argmax(vectors[1:] @ vectors[0]))]}
    return [canonical_text(analyse(part).words) for part in sorted(chosen)]


def _both_ways(claims: list[str]) -> list[tuple[str, str]]:
    return [(one, other) for one in claims for other in claims if one != other]


def _neighbours(entries: Sequence[FactCheck], embedder: Embedder) -> list[list[int]]:
    """For each entry the numbers of those whose claims lie nearest."""
    vectors: NDArray[np.float32] = embedder.embed([f"{entry.claim_ms} {entry.claim_en}" for entry in entries])
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1.0)
    nearest = np.argsort(-cosines, axis=1)[:, : min(_NEIGHBOURS, len(entries) - 1)]
    return [[int(number) for number in row] for row in nearest]
