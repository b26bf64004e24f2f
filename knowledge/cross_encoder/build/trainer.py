"""Trains the network on pairs, in half precision where the processor has it."""

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from knowledge.cross_encoder.build.examples import Example, Examples
from knowledge.cross_encoder.build.network import Network, Reading
from knowledge.cross_encoder.cross_encoder import MOST_TOKENS

_BATCH: Final = 32
_SORTED: Final = 40  # batches are cut from so many batches' worth of examples sorted by length: less padding
_RATE: Final = 1e-4
_RATE_TAUGHT: Final = 2e-4
_WARM_UP: Final = 100
_PAD: Final = 1
_SMOOTHED: Final = 0.05
"""A label is believed so much less: some pairs are mislabelled (Szegedy et al., 2016)."""
_ORDER: Final = 0.5
"""What the order of a batch's pairs weighs beside their labels."""
_STATES: Final = 1.0
"""What the distance of a layer's states from the teacher's weighs."""
_KEPT: Final = 0.995
"""How much of the average of the weights a step leaves as it is; the average is what comes out (Polyak & Juditsky)."""


def batch_of(tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor]:
    """Token numbers and mask of pairs, shape (pairs, tokens) each."""
    read = [each.ids[:MOST_TOKENS] for each in tokenizer.encode_batch(list(pairs))]
    longest = max(map(len, read))
    tokens = torch.full((len(read), longest), _PAD, dtype=torch.long)
    mask = torch.zeros((len(read), longest), dtype=torch.long)
    for row, ids in enumerate(read):
        tokens[row, : len(ids)] = torch.tensor(ids)
        mask[row, : len(ids)] = 1
    return tokens, mask


def train(
    network: Network,
    tokenizer: Tokenizer,
    examples: Examples,
    *,
    epochs: int,
    report: Callable[[str], None],
    teacher: Network | None = None,
) -> None:
    """Train in place: AdamW, a short warm-up, then down to nothing in a straight line; the weights are averaged.

    Args:
        network: what is trained.
        tokenizer: cuts texts into its tokens.
        examples: drawn anew for each epoch.
        epochs: how often all examples are seen.
        report: is told how it goes.
        teacher: a trained network with a multiple of its layers; what it makes of a pair is learnt then.
    """
    drawn = [examples.epoch() for _ in range(epochs)]
    batches = [batch for number, epoch in enumerate(drawn) for batch in _batches(epoch, Random(number))]
    rate = _RATE if teacher is None else _RATE_TAUGHT
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARM_UP, max(0.0, (len(batches) - step) / len(batches)))
    )
    averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(_KEPT))
    network.train()
    recent, begun = 0.0, time.monotonic()
    for step, batch in enumerate(batches, 1):
        tokens, mask = batch_of(tokenizer, [(each.message, each.claim) for each in batch])
        labels = torch.tensor([each.label for each in batch])
        with torch.autocast("cpu", torch.bfloat16):
            found = network.read(tokens, mask)
            if teacher is not None:
                with torch.no_grad():
                    taught = teacher.read(tokens, mask)
        if teacher is None:
            loss = loss_of(found.log_odds.float(), labels)
        else:
            loss = distilled_loss_of(found, taught, labels, mask)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        averaged.update_parameters(network)
        recent += float(loss.detach())
        if step % 100 == 0 or step == len(batches):
            pace = step * _BATCH / (time.monotonic() - begun)
            report(
                f"step {step} of {len(batches)}: loss {recent / ((step - 1) % 100 + 1):.3f}, {pace:.0f} pairs a second"
            )
            recent = 0.0
    network.load_state_dict(averaged.module.state_dict())
    network.eval()


def loss_of(log_odds: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy with the labels, and with the order: whatever is right before whatever is wrong (RankNet, 2005).

    Args:
        log_odds: shape (pairs,).
        labels: 1.0 for the same claim, else 0.0; shape (pairs,).
    """
    believed = labels * (1.0 - 2.0 * _SMOOTHED) + _SMOOTHED
    return functional.binary_cross_entropy_with_logits(log_odds, believed) + _ORDER * _disorder(log_odds, labels)


def distilled_loss_of(found: Reading, taught: Reading, labels: Tensor, mask: Tensor) -> Tensor:
    """Cross-entropy with what the teacher says, the order of the labels, and the distance of the states on the way.

    States as in Jiao et al., "TinyBERT" (2020): each layer follows an equal share of the teacher's.

    Args:
        found: of the network that learns.
        taught: of its teacher, which has a multiple of its layers.
        labels: 1.0 for the same claim, else 0.0; shape (pairs,).
        mask: ones for tokens that are there, shape (pairs, tokens).
    """
    log_odds = found.log_odds.float()
    loss = functional.binary_cross_entropy_with_logits(log_odds, taught.log_odds.float().sigmoid())
    share = len(taught.states) // len(found.states)
    followed = zip(found.states, taught.states[share - 1 :: share], strict=True)
    apart = torch.stack([_apart(ours.float(), theirs.float(), mask) for ours, theirs in followed])
    return loss + _ORDER * _disorder(log_odds, labels) + _STATES * apart.mean()


def _disorder(log_odds: Tensor, labels: Tensor) -> Tensor:
    """How far right pairs are from being surer than wrong ones."""
    ahead = log_odds[labels > 0.5][:, None] - log_odds[labels < 0.5][None, :]
    return functional.softplus(-ahead).mean() if ahead.numel() else ahead.sum()


def _apart(ours: Tensor, theirs: Tensor, mask: Tensor) -> Tensor:
    """The squared distance of states, of the teacher's size; of those tokens that ours has."""
    tokens = ours.shape[1]
    there, theirs = mask[:, :tokens, None], theirs[:, :tokens]
    return ((ours - theirs).square() * there).sum() / (theirs.square() * there).sum()


def score(network: Network, tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """The log-odds of pairs, shape (pairs,), in single precision."""
    with torch.no_grad():
        return np.concatenate(
            [
                network(*batch_of(tokenizer, pairs[at : at + _BATCH])).numpy().astype(np.float32)
                for at in range(0, len(pairs), _BATCH)
            ]
        )


def _batches(examples: list[Example], random: Random) -> Iterator[list[Example]]:
    for begin in range(0, len(examples), _BATCH * _SORTED):
        chunk = sorted(examples[begin : begin + _BATCH * _SORTED], key=lambda each: len(each.message) + len(each.claim))
        cut = [chunk[at : at + _BATCH] for at in range(0, len(chunk), _BATCH)]
        random.shuffle(cut)
        yield from cut
