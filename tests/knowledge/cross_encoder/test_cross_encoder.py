"""The cross-encoder that ships with the project."""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.cross_encoder.cross_encoder import (
    FINGERPRINT_FILE,
    MODEL_FILE,
    SHIPPED_MODEL,
    TOKENIZER_FILE,
    CrossEncoder,
    fingerprint_of,
)
from knowledge.entry import FactCheck
from knowledge.errors import CrossEncoderError
from knowledge.evaluation.retrieval import read_queries
from knowledge.text.analysis import analyse
from knowledge.transfer import read_entries

pytestmark = pytest.mark.model
LIMIT_BYTES = 30_000_000
SEED = Path("knowledge/seed/fact_checks.jsonl")
QUALITY = Path("tests/quality")
CLAIM = "Kertas undi bertanda titik hitam sengaja diedarkan supaya undi pengundi menjadi rosak."


@pytest.fixture(scope="module")
def reader() -> CrossEncoder:
    return CrossEncoder()


def seed_fact_checks() -> list[FactCheck]:
    return [entry for entry, _ in read_entries(SEED).items if isinstance(entry, FactCheck)]


def log_odds(reader: CrossEncoder, message: str, claim: str = CLAIM) -> float:
    pair = (canonical_text(analyse(message).words), canonical_text(analyse(claim).words))
    return float(reader.log_odds([pair])[0])


def test_it_is_small() -> None:
    """It ships with the project."""
    assert 0 < sum(path.stat().st_size for path in SHIPPED_MODEL.iterdir()) <= LIMIT_BYTES


def test_its_readings_were_weighed() -> None:
    """`train fusion` follows `train cross-encoder`: weights of another model's readings would confirm at random."""
    weighed = json.loads(Path("knowledge/fusion.json").read_text(encoding="utf-8"))["cross_encoder"]
    assert weighed == fingerprint_of(SHIPPED_MODEL)


def test_it_tells_claims_from_what_only_resembles_them(reader: CrossEncoder) -> None:
    """Of messages that it never saw, those that make a claim read surer than near-misses of one, four times in five."""
    claims = {entry.id: entry.claim_ms or "" for entry in seed_fact_checks()}
    known, near = (read_queries(QUALITY / f"dev_{name}.jsonl")[::3] for name in ("positive", "near_miss"))
    right = [log_odds(reader, query.text, claims[query.expected[0]]) for query in known]
    wrong = [log_odds(reader, query.text, claims[query.near]) for query in near if query.near in claims]
    assert roc_auc_score([1] * len(right) + [0] * len(wrong), right + wrong) > 0.8


def test_another_subject_is_far_off(reader: CrossEncoder) -> None:
    """The claim is surer than a message about something else."""
    same = log_odds(reader, "betul ke kertas undi ada titik hitam sengaja bagi supaya undi kita rosak")
    assert same > 0 > log_odds(reader, "betul ke harga ayam naik minggu depan")


def test_message_and_claim_may_be_in_two_languages(reader: CrossEncoder) -> None:
    """Malay asks, English was checked."""
    english = "Ballot papers carrying a black dot are being handed out on purpose so that votes become invalid."
    assert log_odds(reader, "kertas undi ada titik hitam sengaja bagi supaya undi rosak", english) > 0


def test_overlong_and_empty_texts_are_read(reader: CrossEncoder) -> None:
    """What is too long is cut, not refused; nothing to read is an empty answer."""
    assert np.isfinite(reader.log_odds([("undi " * 900, "undi"), ("", "")])).all()
    assert reader.log_odds([]).shape == (0,)


def test_missing_or_damaged_model_is_a_plain_error(tmp_path: Path) -> None:
    """The folder is named."""
    with pytest.raises(CrossEncoderError, match="nowhere"):
        CrossEncoder(tmp_path / "nowhere")
    for name in (MODEL_FILE, TOKENIZER_FILE, FINGERPRINT_FILE):
        (tmp_path / name).write_bytes((SHIPPED_MODEL / name).read_bytes())
    whole = (tmp_path / MODEL_FILE).read_bytes()
    (tmp_path / MODEL_FILE).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CrossEncoderError, match=tmp_path.name):
        CrossEncoder(tmp_path)


def test_files_of_two_builds_are_never_read_together(tmp_path: Path) -> None:
    """A model that can be read but is not the one that was written with the tokenizer gives numbers about nothing."""
    for name in (MODEL_FILE, TOKENIZER_FILE, FINGERPRINT_FILE):
        (tmp_path / name).write_bytes((SHIPPED_MODEL / name).read_bytes())
    CrossEncoder(tmp_path)
    (tmp_path / FINGERPRINT_FILE).write_text("0123456789abcdef", encoding="utf-8")
    with pytest.raises(CrossEncoderError, match="do not belong together"):
        CrossEncoder(tmp_path)
