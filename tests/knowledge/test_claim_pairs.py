"""Pairs of words of several claims at once."""

from knowledge.claim_pairs import ClaimPairs
from knowledge.text.analysis import analyse


def test_likeness_is_dices_coefficient_with_each_claim() -> None:
    """Counted at once it is what sets give one by one; without claims there is nothing."""
    claims = [analyse(text) for text in ("pas serang umno di baling", "umno serang pas", "banjir di baling")]
    message = analyse("pas serang umno semalam")
    one_by_one = [2 * len(message.pairs & claim.pairs) / (len(message.pairs) + len(claim.pairs)) for claim in claims]
    assert ClaimPairs.of(claims).likeness(message) == one_by_one
    assert one_by_one[0] > one_by_one[1]
    assert ClaimPairs.of([]).likeness(message) == []
