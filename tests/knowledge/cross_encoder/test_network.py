"""The network, its training and what is written of it."""

from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from knowledge.cross_encoder.build.builder import LAYERS, export, started_network
from knowledge.cross_encoder.build.examples import Examples
from knowledge.cross_encoder.build.multilingual_e5 import installed
from knowledge.cross_encoder.build.network import Layer, Network, Shape
from knowledge.cross_encoder.build.trainer import batch_of, loss_of, score, train
from knowledge.cross_encoder.build.vocabulary import tokenizer_of
from knowledge.cross_encoder.cross_encoder import (
    FINGERPRINT_FILE,
    MODEL_FILE,
    MOST_TOKENS,
    TOKENIZER_FILE,
    CrossEncoder,
    fingerprint_of,
)
from knowledge.embedder.hash_embedder import HashEmbedder
from tests.knowledge.conftest import MakeFactCheck

WORDS = ["undi", "sah", "rosak", "titik", "hitam", "palsu", "jari", "kertas"]
PIECES = ["<s>", "<pad>", "</s>", "<unk>", *(f"▁{word}" for word in WORDS)]
PAIRS = [("undi sah", "undi rosak"), ("titik hitam kertas undi", "jari palsu"), ("undi", "undi")]


@pytest.fixture
def tokenizer() -> Tokenizer:
    return tokenizer_of(PIECES, [-1.0] * len(PIECES))


@pytest.fixture
def network() -> Network:
    torch.manual_seed(0)
    made = Network(Shape(len(PIECES), MOST_TOKENS, 32, 2, 2, 64)).eval()
    with torch.no_grad():
        made.head.weight.mul_(10.0)
    return made


def test_training_starts_from_the_stored_weights() -> None:
    """The kept pieces and the lower layers are those of multilingual-e5-small, each in its place."""
    start, kept = installed(), [0, 1, 2, 3, 500, 9000]
    made = started_network(start, kept)
    sizes = start.sizes
    words = start.tensor("emb.word", (sizes.words, sizes.width))
    assert made.words.weight.detach().numpy() == pytest.approx(words[kept])
    last = made.layers[LAYERS - 1]
    assert isinstance(last, Layer)
    assert len(made.layers) == LAYERS
    outer = start.tensor(f"l{LAYERS - 1}.fo.w", (sizes.width, sizes.inner))
    assert last.outer.weight.detach().numpy() == pytest.approx(outer)


def test_padding_changes_nothing(network: Network, tokenizer: Tokenizer) -> None:
    """A short pair beside a long one reads as it does alone."""
    together = score(network, tokenizer, PAIRS)
    alone = np.concatenate([score(network, tokenizer, [pair]) for pair in PAIRS])
    assert together == pytest.approx(alone, abs=1e-4)


def test_batch_cuts_what_is_too_long(tokenizer: Tokenizer) -> None:
    """Never more tokens than there are places."""
    tokens, mask = batch_of(tokenizer, [("undi " * 300, "sah"), ("undi", "sah")])
    assert tokens.shape == mask.shape == (2, MOST_TOKENS)
    assert mask.sum(dim=1).tolist() == [MOST_TOKENS, 5]


def test_loss_falls_as_pairs_come_into_order() -> None:
    """Right before wrong costs least; a batch of one kind has no order and still a loss."""
    labels = torch.tensor([1.0, 1.0, 0.0, 0.0])
    ordered, level, turned = (
        float(loss_of(torch.tensor(odds), labels)) for odds in ([2.0, 1, -1, -2], [0.0] * 4, [-2.0, -1, 1, 2])
    )
    assert ordered < level < turned
    assert loss_of(torch.zeros(2), torch.ones(2)).isfinite()


@pytest.mark.filterwarnings("ignore:.*treespec.*:FutureWarning", "ignore:# The axis name:UserWarning")
def test_what_is_written_reads_as_the_network_does(network: Network, tokenizer: Tokenizer, tmp_path: Path) -> None:
    """Both inputs, tokens and mask, arrive; 8-bit integers lose little."""
    export(network, tmp_path / MODEL_FILE)
    tokenizer.save(str(tmp_path / TOKENIZER_FILE))
    (tmp_path / FINGERPRINT_FILE).write_text(fingerprint_of(tmp_path), encoding="utf-8")
    exact = score(network, tokenizer, PAIRS)
    spread = float(np.ptp(exact))
    assert spread > 0.5
    assert CrossEncoder(tmp_path).log_odds(PAIRS) == pytest.approx(exact, abs=0.15 * spread)


def test_training_learns(make_fact_check: MakeFactCheck, tokenizer: Tokenizer, network: Network) -> None:
    """After some epochs a wording is surer than a look-alike."""
    entry = make_fact_check(
        claim_ms="kertas undi titik hitam rosak",
        claim_en="undi titik hitam rosak",
        wordings_ms=["undi titik hitam rosak", "titik hitam rosak"],
        look_alikes=["undi titik hitam sah", "titik hitam sah"],
    )
    other = make_fact_check(id="jari", claim_ms="jari palsu", claim_en="jari palsu")
    said: list[str] = []
    train(network, tokenizer, Examples([entry, other], {}, HashEmbedder(), 1), epochs=900, report=said.append)
    right, wrong = score(
        network,
        tokenizer,
        [(text, "kertas undi titik hitam rosak") for text in (entry.wordings_ms[0], entry.look_alikes[0])],
    )
    assert right > 0 > wrong
    assert "loss" in said[-1]
