"""The texts of an entry that are searched."""

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from knowledge.entry import FactCheck, Guideline
from knowledge.passage import MOST_PASSAGES, PassageRole, passages_of
from knowledge.text.language import Language
from knowledge.wordings import MOST_WORDINGS
from tests.knowledge.conftest import MakeFactCheck, MakeGuideline


@pytest.mark.parametrize("kind", ["fact_check", "guideline"])
def test_heading_wordings_and_body_come_in_each_language(
    kind: str, make_fact_check: MakeFactCheck, make_guideline: MakeGuideline
) -> None:
    """Other wordings stand between heading and body, and are searched for claims and for rules alike."""
    make: Callable[..., FactCheck | Guideline] = make_fact_check if kind == "fact_check" else make_guideline
    passages = list(passages_of(make(wordings_ms=["satu", "dua"], wordings_en=["three"])))
    assert [(passage.language, passage.role) for passage in passages] == [
        (Language.MS, PassageRole.HEADING),
        (Language.MS, PassageRole.WORDING),
        (Language.MS, PassageRole.WORDING),
        (Language.MS, PassageRole.BODY),
        (Language.EN, PassageRole.HEADING),
        (Language.EN, PassageRole.WORDING),
        (Language.EN, PassageRole.BODY),
    ]
    assert [passage.text for passage in passages if passage.role is PassageRole.WORDING] == ["satu", "dua", "three"]


def test_an_entry_has_no_more_passages_than_the_index_can_number(make_fact_check: MakeFactCheck) -> None:
    """The fullest entry fits; one wording more is refused."""
    most = [f"cara {number}" for number in range(MOST_WORDINGS)]
    assert len(list(passages_of(make_fact_check(wordings_ms=most, wordings_en=most)))) == MOST_PASSAGES
    with pytest.raises(ValidationError, match="wordings_ms"):
        make_fact_check(wordings_ms=[*most, "lebih"])
