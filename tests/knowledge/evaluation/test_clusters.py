import json
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.embedder.hash_embedder import HashEmbedder
from knowledge.errors import TransferError
from knowledge.evaluation.clusters import KnownTip, cluster_one_by_one, evaluate_clusters, pair_tally, read_known_tips
from knowledge.tip_reading import TipReader

SET = Path(__file__).parents[2] / "quality" / "tips.jsonl"


def test_pairs_by_hand():
    """Six tips, rumours aab bbc: groups {a a b}, {b b}, {c} have 4 pairs, 2 of them right, of 4 true ones."""
    tally = pair_tally(["a", "a", "b", "b", "b", "c"], [(0, 1, 2), (3, 4), (5,)])
    assert (tally.pairs, tally.clusters, tally.rumours) == (4, 3, 3)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)


def test_a_tally_at_its_ends():
    """Nothing grouped has full precision and no recall; only singletons, none grouped, is perfect."""
    assert pair_tally(["a", "a"], [(0,), (1,)]).recall == 0
    assert pair_tally(["a", "a"], [(0,), (1,)]).f1 == 0
    assert pair_tally(["a", "b"], [(0,), (1,)]).f1 == 1


def test_each_half_is_grouped_for_itself(tmp_path: Path):
    """One rumour in each half: together they are two clusters; a half never sees the other's tips."""
    lines = [{"text": f"buaya tasik putrajaya {n}", "rumour": "r", "half": half} for n, half in enumerate("xyxy")]
    path = tmp_path / "tips.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    report = evaluate_clusters(read_known_tips(path), TipReader(HashEmbedder(), lambda term: 3.0))
    assert {name: tally.tips for name, tally in report.at_once.items()} == {"x": 2, "y": 2, "all": 4}
    assert set(report.as_dict()) == {"at_once", "one_by_one", "shuffled_f1"}
    assert report.shuffled_f1 == {"x": (), "y": (), "all": ()}


def test_tips_come_in_several_orders():
    """Each order is another one, is the same at every run, and scores its own grouping."""
    tips = [KnownTip(f"buaya tasik putrajaya {more}", "r", "") for more in ("", "lagi", "pula")]
    tips += [KnownTip(f"sekolah selangor tutup jerebu {more}", "s", "") for more in ("", "lagi", "pula")]
    report = evaluate_clusters(tips, TipReader(HashEmbedder(), lambda term: 3.0), orders=3)
    assert report.shuffled_f1 == {"all": (1.0, 1.0, 1.0)}
    assert evaluate_clusters(tips, TipReader(HashEmbedder(), lambda term: 3.0), orders=3) == report


def test_clusters_join_when_a_later_tip_shows_them_to_be_one(monkeypatch: pytest.MonkeyPatch):
    """As at the desk: two that came apart are one once a third is there, whatever the order."""
    alike = {("a", "b"): -3.0, ("a", "ab"): 4.0, ("ab", "b"): 4.0}
    monkeypatch.setattr(
        "knowledge.clustering._bounded",
        lambda one, other: alike[min(one.keys[0], other.keys[0]), max(one.keys[0], other.keys[0])],
    )
    monkeypatch.setattr("knowledge.clustering._is_candidate", lambda one, other: True)
    reader = TipReader(HashEmbedder(), lambda term: 3.0)
    readings = [
        replace(reading, keys=(key,))
        for key, reading in zip(["a", "b", "ab"], reader.read({0: "a", 1: "b", 2: "c"}), strict=True)
    ]
    assert cluster_one_by_one(readings) == [(0, 2, 1)]


def test_a_line_without_its_rumour_is_named(tmp_path: Path):
    """The error says which line and which field."""
    path = tmp_path / "tips.jsonl"
    path.write_text('{"text": "a", "rumour": "b"}\n{"text": "a"}\n', encoding="utf-8")
    with pytest.raises(TransferError, match="line 2: lacks 'rumour'"):
        read_known_tips(path)


def test_the_set_is_what_it_is_said_to_be():
    """At least 300 different tips over 60 rumours in five registers, no rumour and no family in both halves."""
    lines = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    assert len({line["text"] for line in lines}) == len(lines) >= 300
    assert len({line["rumour"] for line in lines}) >= 60
    assert {line["register"] for line in lines} == {"formal_ms", "chat_ms", "en", "mixed", "forward"}
    for field in ("rumour", "family"):
        halves = {(line[field], line["half"]) for line in lines if field in line}
        assert len(halves) == len({value for value, _ in halves})
