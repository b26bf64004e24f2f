"""From a message to the entries it may be about, best first, and what may be said of it."""

import threading
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.decision_memory import DecisionMemory
from knowledge.embedder.embedder import Embedder
from knowledge.embedder.vector_cache import VectorCache
from knowledge.entry import EntryKind, FactCheck, Guideline
from knowledge.evidence import gather
from knowledge.findings import Finding, judge, read_candidates
from knowledge.fusion import Fusion, probability_of
from knowledge.index.collection import Collection
from knowledge.index.index_files import IndexFiles
from knowledge.index.shelf import Shelf
from knowledge.matching import Decision, Match, MatchDecision, decide
from knowledge.passage import passages_of
from knowledge.profile import Profile, profile_of
from knowledge.reading import PairReader
from knowledge.text.analysis import Analysis, analyse
from knowledge.text.parts import claim_parts
from knowledge.text.words import find_urls

FACT_CHECKS = frozenset({EntryKind.FACT_CHECK})
GUIDELINES = frozenset({EntryKind.GUIDELINE})
EVERYTHING = FACT_CHECKS | GUIDELINES

POOL = 20
"""How many candidates each of the two searches brings: the right entry is in the first ten in 99 of 100."""

AT_ONCE = 100
"""How many entries are taken over together: searches wait meanwhile."""

MOST_CACHED = 5_000
"""With more entries the vector cache, which holds all vectors in memory, is left out."""


class Retriever:
    """Finds published fact-checks and guidelines. Thread-safe: searches and changes take turns."""

    def __init__(
        self,
        embedder: Embedder,
        fusion: Fusion,
        cache: VectorCache | None = None,
        reader: PairReader | None = None,
    ) -> None:
        self._embedder = embedder
        self._reader = reader
        self._cache = cache
        self._fusion = fusion
        self._changing = threading.Lock()  # held for a whole change; `_lock` only while what searches use changes
        self._lock = threading.Lock()
        self._collection = Collection(embedder)
        self._memory = DecisionMemory()

    def __len__(self) -> int:
        return len(self._collection)

    def shelf(self, kind: EntryKind) -> Shelf:
        """The shelf of a kind, for measuring: nothing takes turns on it."""
        return self._collection.shelves[kind]

    def use_fusion(self, fusion: Fusion) -> None:
        """Judge evidence by other weights from now on."""
        with self._lock:
            self._fusion = fusion
            self._memory.forget()

    def put(self, entries: Sequence[FactCheck | Guideline]) -> None:
        """Make entries findable, or replace what was found under their ids."""
        latest = list({entry.id: entry for entry in entries}.values())
        with self._changing:
            for begin in range(0, len(latest), AT_ONCE):
                self._put([profile_of(entry) for entry in latest[begin : begin + AT_ONCE]])

    def _put(self, profiles: list[Profile]) -> None:
        vectors = self._vectors([passage.text for profile in profiles for passage in profile.passages])
        with self._lock:
            self._memory.forget()
            self._collection.put(profiles, vectors)
        self._collection.grow(self._lock)

    def drop(self, entry_ids: Iterable[str]) -> None:
        """Make entries unfindable; unknown ids are ignored."""
        with self._changing, self._lock:
            self._memory.forget()
            self._collection.drop(entry_ids)

    def decide(self, text: str, kinds: frozenset[EntryKind] = EVERYTHING) -> MatchDecision:
        """What may be said of a message. A link to an entry's own source is that entry for certain.

        Raises:
            EmbedderError: if the message cannot be embedded.
        """
        with self._lock:
            known, changes = self._memory.recall(text, kinds), self._memory.changes
        if known is None:
            known = self._linked(text, kinds) or self._judge(text, kinds)
            with self._lock:
                self._memory.keep(text, kinds, known, changes)
        return known

    def _judge(self, text: str, kinds: frozenset[EntryKind]) -> MatchDecision:
        """Nothing waits while the cross-encoder reads."""
        return decide(read_candidates(text, self.find(text, kinds), self._reader, self._fusion.reading))

    def decide_any(self, text: str) -> MatchDecision:
        """What may be said of a message when nothing is known of what the person wants: it is taken for a claim.

        A guideline answers only where no fact-check may be shown and one surely fits.
        """
        claims = self.decide(text, FACT_CHECKS)
        rules = self.decide(text, GUIDELINES)
        if claims.decision is Decision.NO_MATCH and rules.decision is Decision.CONFIRMED:
            return MatchDecision(rules.decision, rules.matches, rules.ranked + claims.ranked)
        return MatchDecision(claims.decision, claims.matches, claims.ranked + rules.ranked)

    def search(self, text: str, kinds: frozenset[EntryKind] = EVERYTHING, limit: int = 10) -> tuple[Match, ...]:
        """The best matches, best first, whatever may be said of them."""
        return self.decide(text, kinds).ranked[:limit]

    def find(self, text: str, kinds: frozenset[EntryKind] = EVERYTHING) -> list[Finding]:
        """Every candidate with its evidence, best first."""
        parts = claim_parts(text)
        vectors = self._embedder.embed(parts)
        best: dict[str, Finding] = {}
        with self._lock:
            for part, vector in zip(parts, vectors, strict=True):
                message = analyse(part)
                for kind in kinds:
                    for finding in self._findings(message, vector, self._collection.shelves[kind]):
                        known = best.get(finding.profile.entry.id)
                        if known is None or finding.likelihood > known.likelihood:
                            best[finding.profile.entry.id] = finding
            ranked = sorted(best.values(), key=lambda finding: (-finding.likelihood, finding.profile.entry.id))
            return judge(ranked, self._fusion)

    def _findings(self, message: Analysis, vector: NDArray[np.float32], shelf: Shelf) -> list[Finding]:
        found = gather(message, vector, shelf, POOL)
        likelihoods = [self._fusion.likelihood(each.evidence) for each in found]
        return [
            Finding(message, each, likelihood, probability_of(likelihood))
            for each, likelihood in zip(found, likelihoods, strict=True)
        ]

    def save_index(self, files: IndexFiles, stamps: dict[str, str]) -> None:
        """Write everything findable to files, with the version of each entry by its id; searches go on.

        Raises:
            OSError: if it cannot be written.
        """
        with self._changing:
            with self._lock:
                self._collection.tidy()
            files.write(self._collection.save, stamps)

    def open_index(self, files: IndexFiles) -> dict[str, str]:
        """Take over what files have, in place of everything; gives the stamps of its entries.

        Files that are missing, damaged or made with another embedder or other rules change nothing and give no stamps.
        """
        read = files.read(lambda folder: Collection.load(folder, self._embedder))
        if read is None:
            return {}
        with self._changing, self._lock:
            self._memory.forget()
            self._collection, stamps = read
        return stamps

    def term_weight(self, key: str) -> float:
        """How much a term tells: its idf among the fact-checks; a term that none has tells most."""
        with self._lock:
            return self._collection.shelves[EntryKind.FACT_CHECK].lexical.idf(key)

    def save_vectors(self) -> None:
        """Write the vectors of everything findable to the cache, if there is one and they are few enough."""
        if self._cache is not None and len(self) <= MOST_CACHED:
            with self._lock:
                texts = [passage.text for entry in self._collection.entries() for passage in passages_of(entry)]
            self._cache.save(texts)

    def _vectors(self, texts: list[str]) -> NDArray[np.float32]:
        if len(self) > MOST_CACHED:
            self._cache = None
        return (self._cache or self._embedder).embed(texts)

    def _linked(self, text: str, kinds: frozenset[EntryKind]) -> MatchDecision | None:
        with self._lock:
            linked = [entry for url in find_urls(text) for entry in self._collection.linked(url)]
        entries = [entry for entry in linked if entry.kind in kinds]
        if not entries:
            return None
        return MatchDecision.linked(tuple(Match(entry, 1.0) for entry in dict.fromkeys(entries)))
