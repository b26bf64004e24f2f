"""The network, its training and what is written of it."""

from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from knowledge.cross_encoder.build.builder import LAYERS, TEACHER_LAYERS, export, started_network, thinned_network
from knowledge.cross_encoder.build.examples import Examples
from knowledge.cross_encoder.build.multilingual_e5 import installed
from knowledge.cross_encoder.build.network import Layer, Network, Reading, Shape
from knowledge.cross_encoder.build.trainer import batch_of, distilled_loss_of, loss_of, score, train
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


def network_of(layers: int, *, first_only: bool) -> Network:
    torch.manual_seed(0)
    made = Network(Shape(len(PIECES), MOST_TOKENS, 32, layers, 2, 64, first_only)).eval()
    with torch.no_grad():
        made.head.weight.mul_(10.0)
    return made


@pytest.fixture(params=[False, True], ids=["all", "first only"])
def network(request: pytest.FixtureRequest) -> Network:
    return network_of(2, first_only=request.param)


def test_training_starts_from_the_stored_weights() -> None:
    """The kept pieces and the lower layers are those of multilingual-e5-small, each in its place."""
    start, kept = installed(), [0, 1, 2, 3, 500, 9000]
    made = started_network(start, kept)
    sizes = start.sizes
    words = start.tensor("emb.word", (sizes.words, sizes.width))
    assert made.words.weight.detach().numpy() == pytest.approx(words[kept])
    last = made.layers[TEACHER_LAYERS - 1]
    assert isinstance(last, Layer)
    assert len(made.layers) == TEACHER_LAYERS
    outer = start.tensor(f"l{TEACHER_LAYERS - 1}.fo.w", (sizes.width, sizes.inner))
    assert last.outer.weight.detach().numpy() == pytest.approx(outer)


def test_the_last_layer_may_leave_out_all_but_the_first_token(tokenizer: Tokenizer) -> None:
    """What it gives for the first is the same, and the head's mean is of the layer before."""
    whole, quick = network_of(2, first_only=False), network_of(2, first_only=True)
    tokens, mask = batch_of(tokenizer, PAIRS[:2])
    of_all, of_first = whole.read(tokens, mask), quick.read(tokens, mask)
    assert of_first.states[1].shape == (2, 1, 32)
    assert of_first.states[1][:, 0].detach().numpy() == pytest.approx(of_all.states[1][:, 0].detach().numpy(), abs=1e-5)
    mean = (of_first.states[0] * mask[:, :, None]).sum(dim=1) / mask.sum(dim=1, keepdim=True)
    expected = quick.head(torch.cat([of_first.states[1][:, 0], mean], dim=1))[:, 0]
    assert of_first.log_odds.detach().numpy() == pytest.approx(expected.detach().numpy())


def test_the_thinned_network_starts_from_every_second_layer() -> None:
    """All else is the teacher's too."""
    teacher = network_of(TEACHER_LAYERS, first_only=False)
    thinned = thinned_network(teacher)
    assert (thinned.shape.layers, thinned.shape.first_only) == (LAYERS, True)
    for number, layer in enumerate(thinned.layers):
        for name, weight in layer.state_dict().items():
            assert torch.equal(weight, teacher.layers[2 * number].state_dict()[name])
    assert torch.equal(thinned.words.weight, teacher.words.weight)
    assert torch.equal(thinned.head.weight, teacher.head.weight)


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


def test_what_is_learnt_from_a_teacher_comes_nearer_to_it() -> None:
    """In what it says and in the states on the way; tokens that are only padding count for nothing."""
    torch.manual_seed(1)
    mask = torch.tensor([[1, 1, 0], [1, 1, 1]])
    labels = torch.tensor([1.0, 0.0])
    states = [torch.randn(2, 3, 4) for _ in range(4)]
    taught = Reading(torch.tensor([2.0, -2.0]), states)
    same = Reading(taught.log_odds, [states[1], states[3][:, :1]])
    padded = Reading(taught.log_odds, [states[1] + 9.0 * (1 - mask)[:, :, None], states[3][:, :1]])
    astray = Reading(taught.log_odds, [states[1] + 0.5, states[3][:, :1]])
    unsure = Reading(torch.zeros(2), same.states)
    losses = [float(distilled_loss_of(found, taught, labels, mask)) for found in (same, padded, astray, unsure)]
    assert losses[0] == pytest.approx(losses[1])
    assert losses[0] < losses[2]
    assert losses[0] < losses[3]


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


def test_training_learns(make_fact_check: MakeFactCheck, tokenizer: Tokenizer) -> None:
    """After some epochs a wording is surer than a look-alike, and for a thinner network that it teaches too."""
    entry = make_fact_check(
        claim_ms="kertas undi titik hitam rosak",
        claim_en="undi titik hitam rosak",
        wordings_ms=["undi titik hitam rosak", "titik hitam rosak"],
        look_alikes=["undi titik hitam sah", "titik hitam sah"],
    )
    other = make_fact_check(id="jari", claim_ms="jari palsu", claim_en="jari palsu")
    examples, said = Examples([entry, other], {}, HashEmbedder(), 1), list[str]()
    teacher, taught = network_of(2, first_only=False), network_of(1, first_only=True)
    train(teacher, tokenizer, examples, epochs=900, report=said.append)
    train(taught, tokenizer, examples, epochs=900, report=said.append, teacher=teacher)
    for network in (teacher, taught):
        right, wrong = score(
            network,
            tokenizer,
            [(text, "kertas undi titik hitam rosak") for text in (entry.wordings_ms[0], entry.look_alikes[0])],
        )
        assert right > 0 > wrong
    assert "loss" in said[-1]
