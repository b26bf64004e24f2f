"""What one side says and the other does not."""

import pytest

from knowledge.contradictions import (
    counts_apart,
    inversions,
    is_reversed,
    names_apart,
    opposites_apart,
    years_apart,
)
from knowledge.facts import facts_of
from knowledge.profile import profile_of
from knowledge.text.analysis import analyse
from tests.knowledge.conftest import MakeFactCheck

CLAIM = "UMNO menyerang PAS di Kuala Muda pada 2023 selepas 15 hari menang."
TRANSLATION = "UMNO attacked PAS in Kuala Muda in 2023 after 15 days of winning."


@pytest.mark.parametrize(
    ("text", "apart"), [("umno serang pas kat baling", (1, 1)), ("umno serang pas", (0, 1)), ("kuala muda", (0, 0))]
)
def test_names(make_fact_check: MakeFactCheck, text: str, apart: tuple[int, int]) -> None:
    """A name in another's place shows on both sides; one left out only on the heading's."""
    profile = profile_of(make_fact_check(claim_ms=CLAIM, claim_en=TRANSLATION))
    assert names_apart(facts_of(analyse(text)), profile.all_facts, profile.heading_facts[0], "place") == apart


def test_numbers_and_years(make_fact_check: MakeFactCheck) -> None:
    """30 days are not 15; 2022 is not 2023."""
    profile = profile_of(make_fact_check(claim_ms=CLAIM, claim_en=TRANSLATION))
    said = facts_of(analyse("lepas 30 hari tahun 2022"))
    assert counts_apart(said, profile.all_facts, profile.heading_facts[0]) == (1, 1)
    assert years_apart(said, profile.all_facts, profile.heading_facts[0]) == (1, 1)


def test_years_of_claim_and_check_are_known(make_fact_check: MakeFactCheck) -> None:
    """A message may name the year in which the claim went round or was checked; without any year none is wrong."""
    dated = profile_of(make_fact_check(claim_ms="UMNO serang PAS", claim_date="2020-12", review_date="2021-01-03"))
    undated = profile_of(make_fact_check(claim_ms="UMNO serang PAS", claim_date=None, review_date=None))
    for year, absent in (("2020", 0), ("2021", 0), ("2022", 1)):
        said = facts_of(analyse(f"umno serang pas {year}"))
        assert years_apart(said, dated.all_facts, dated.heading_facts[0])[0] == absent
        assert years_apart(said, undated.all_facts, undated.heading_facts[0])[0] == 0


def test_opposites(make_fact_check: MakeFactCheck) -> None:
    """Losing is the opposite of winning, in either language."""
    profile = profile_of(make_fact_check(claim_ms=CLAIM, claim_en=TRANSLATION))
    assert opposites_apart(facts_of(analyse("umno lose after 15 days")), profile)
    assert not opposites_apart(facts_of(analyse("umno menang lepas 15 hari")), profile)


def test_exchanged_roles(make_fact_check: MakeFactCheck) -> None:
    """Who attacks whom is part of the claim."""
    profile = profile_of(make_fact_check(claim_ms=CLAIM, claim_en=TRANSLATION))
    assert is_reversed(facts_of(analyse("pas serang umno")), profile)
    assert not is_reversed(facts_of(analyse("umno serang pas")), profile)
    assert inversions(analyse("pas serang umno"), profile) == 1.0
