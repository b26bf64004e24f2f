"""Decision trees."""

from math import exp

import pytest

from knowledge.trees import MOST_SPLITS, Branch, Split, Trees, from_json, to_json

NAMES = ("height", "weight")
TREE = Split(1, 0.5, -1.0, Split(0, 2.0, 0.5, 1.5))


@pytest.mark.parametrize(("row", "added"), [((0.0, 0.5), -1.0), ((2.0, 0.6), 0.5), ((2.1, 0.6), 1.5)])
def test_at_most_goes_to_the_first_side(row: tuple[float, float], added: float) -> None:
    """A number at the border counts as at most it."""
    assert Trees(-added, (TREE,)).probabilities([row]).tolist() == [0.5]


def test_trees_add_up_row_by_row() -> None:
    """Every row goes its own way through every tree, whatever the trees' depths; none is a start of its own."""
    trees = Trees(0.25, (TREE, 0.75, Split(0, 1.0, -2.0, 2.0)))
    rows = [(0.0, 0.5), (2.0, 0.6), (2.1, 0.6)]
    expected = [1 / (1 + exp(-total)) for total in (0.25 - 1 + 0.75 - 2, 0.25 + 0.5 + 0.75 + 2, 0.25 + 1.5 + 0.75 + 2)]
    assert trees.probabilities(rows).tolist() == pytest.approx(expected)
    assert Trees(0.0, ()).probabilities(rows).tolist() == [0.5] * 3
    assert trees.probabilities([]).tolist() == []


def test_a_tree_with_too_many_splits_is_refused() -> None:
    """Its table would be too large; the error says how many are allowed."""
    branch: Branch = 0.0
    for border in range(MOST_SPLITS):
        branch = Split(0, float(border), 1.0, branch)
    assert Trees(0.0, (branch,)).probabilities([(5.0, 0.0)]).shape == (1,)
    with pytest.raises(ValueError, match=f"at most {MOST_SPLITS}"):
        Trees(0.0, (Split(0, -1.0, 1.0, branch),)).probabilities([(5.0, 0.0)])


def test_json_keeps_a_tree() -> None:
    """What is written is what is read, by name and not by place."""
    stored = to_json(TREE, NAMES)
    assert stored == ["weight", 0.5, -1.0, ["height", 2.0, 0.5, 1.5]]
    assert from_json(stored, {"height": 0, "weight": 1}) == TREE


def test_what_is_no_tree_is_refused() -> None:
    """A damaged file is an error, never a guess."""
    with pytest.raises(ValueError, match="not a tree"):
        from_json(["weight", 0.5], {"weight": 1})
