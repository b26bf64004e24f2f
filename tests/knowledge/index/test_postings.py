"""Postings, sorted and not yet sorted."""

from collections import Counter
from random import Random

import numpy as np

from knowledge.index.postings import Postings


def documents(count: int) -> list[Counter[str]]:
    """Documents of a few of fifty terms, some of them several times."""
    random = Random(1)
    return [Counter(f"t{random.randrange(50)}" for _ in range(random.randrange(1, 12))) for _ in range(count)]


def listed(postings: Postings, alive: np.ndarray) -> dict[str, dict[int, int]]:
    """For each term its documents that are there, and how often each has it."""
    found = {}
    for at in range(50):
        numbers, counts = postings.of(f"t{at}")
        pairs = zip(numbers.tolist(), counts.tolist(), strict=True)
        found[f"t{at}"] = {number: count for number, count in pairs if alive[number]}
    return found


def test_sorting_changes_nothing_that_is_found() -> None:
    """Postings and counts are those of the documents, wherever `tidy` fell among additions and removals."""
    made = documents(120)
    postings, alive = Postings(), np.zeros(120, dtype=bool)
    for number, counts in enumerate(made):
        postings.add(number, counts)
        alive[number] = True
        if number % 7 == 3:
            postings.remove(made[number - 2].keys())
            alive[number - 2] = False
        if number in (0, 40, 41, 100):
            postings.tidy(alive)
    expected = {
        f"t{at}": {n: made[n][f"t{at}"] for n in np.flatnonzero(alive).tolist() if made[n][f"t{at}"]}
        for at in range(50)
    }
    assert listed(postings, alive) == expected
    assert {term: postings.documents_with(term) for term in expected} == {t: len(e) for t, e in expected.items()}
    postings.tidy(alive)
    assert listed(postings, np.ones(120, dtype=bool)) == expected


def test_unknown_terms_have_none() -> None:
    """Before and after the first document."""
    postings = Postings()
    assert postings.documents_with("tiada") == 0
    postings.add(0, {"ada": 300})
    postings.tidy(np.ones(1, dtype=bool))
    assert postings.of("tiada")[0].size == 0
    assert postings.of("ada")[1].tolist() == [255]


def test_it_is_ragged_only_after_much_came() -> None:
    """One correction never sorts everything."""
    postings = Postings()
    postings.add(0, {"satu": 1})
    assert not postings.is_ragged
    postings.add(1, {f"t{at}": 1 for at in range(40_000)})
    assert postings.is_ragged
    postings.tidy(np.ones(2, dtype=bool))
    assert not postings.is_ragged
