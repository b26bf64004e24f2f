"""Teaches word vectors to add up to the teacher's sentence vectors, in both languages at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import cross_entropy, embedding_bag, normalize

_BATCH = 1024
_TEMPERATURE = 0.05
_CONTRAST = 0.2
_LEARNING_RATE = 2e-3


@dataclass(frozen=True)
class Sentences:
    """Sentences in both languages with the teacher's vector of the English one.

    `english` and `malay` hold the rows of the words of sentence i; `targets` has shape (sentences, dimension).
    """

    english: Sequence[Sequence[int]]
    malay: Sequence[Sequence[int]]
    targets: NDArray[np.float32]


def train(
    start: NDArray[np.float32], epochs: Sequence[Sentences], report: Callable[[str], None], seed: int
) -> NDArray[np.float32]:
    """Train for one pass over each of `epochs`; returns the learnt table, shape as `start`.

    Both languages' sums are drawn to the teacher's vector, and to each other against the rest of the batch
    (InfoNCE, van den Oord et al. 2018). The learning rate falls to zero along a line.
    """
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    table = torch.nn.Parameter(torch.tensor(start))
    adam = torch.optim.Adam([table], lr=_LEARNING_RATE)
    steps = sum(len(epoch.targets) // _BATCH + 1 for epoch in epochs)
    falling = torch.optim.lr_scheduler.LinearLR(adam, 1.0, 0.02, total_iters=steps)
    for number, epoch in enumerate(epochs, 1):
        losses = []
        for batch in _batches(len(epoch.targets), order):
            loss = _loss(table, epoch, batch)
            adam.zero_grad()
            loss.backward()
            adam.step()
            falling.step()
            losses.append(float(loss.detach()))
        report(f"epoch {number} of {len(epochs)}: loss {np.mean(losses):.4f}")
    return table.detach().numpy()


def _batches(count: int, order: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    shuffled = order.permutation(count)
    for begin in range(0, count, _BATCH):
        yield shuffled[begin : begin + _BATCH]


def _sums(table: torch.Tensor, rows: Sequence[Sequence[int]]) -> torch.Tensor:
    flat = torch.tensor([row for sentence in rows for row in sentence], dtype=torch.long)
    offsets = torch.tensor(np.cumsum([0, *(len(sentence) for sentence in rows[:-1])]), dtype=torch.long)
    return normalize(embedding_bag(flat, table, offsets, mode="sum"), dim=1)


def _loss(table: torch.Tensor, epoch: Sentences, batch: NDArray[np.int64]) -> torch.Tensor:
    english = _sums(table, [epoch.english[at] for at in batch])
    malay = _sums(table, [epoch.malay[at] for at in batch])
    target = torch.tensor(epoch.targets[batch])
    own = torch.arange(len(batch))
    near = (1 - (english * target).sum(1)).mean() + (1 - (malay * target).sum(1)).mean()
    apart = (
        cross_entropy(english @ target.T / _TEMPERATURE, own)
        + cross_entropy(malay @ target.T / _TEMPERATURE, own)
        + cross_entropy(malay @ english.T / _TEMPERATURE, own)
        + cross_entropy(english @ malay.T / _TEMPERATURE, own)
    )
    return near + _CONTRAST * apart
