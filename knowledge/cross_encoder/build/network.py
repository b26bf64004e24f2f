"""The network: a BERT encoder (Devlin et al., 2019) with one output, the log-odds that two texts make one claim."""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder: how many tokens, places and layers, and how wide each part is.

    `first_only` leaves out of the last layer what is not asked of it: new states of any token but the first.
    """

    tokens: int
    places: int
    width: int
    layers: int
    heads: int
    inner: int
    first_only: bool = False


class Reading(NamedTuple):
    """What the network makes of texts.

    Attributes:
        log_odds: shape (texts,).
        states: after each layer, shape (texts, tokens, width); after the last perhaps only the first token's.
    """

    log_odds: Tensor
    states: list[Tensor]


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each added to its input and normalised after."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.attended_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.outer_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor, *, first_only: bool = False) -> Tensor:
        """New states of all tokens, or of the first, shape (texts, tokens, width).

        Args:
            states: shape (texts, tokens, width).
            mask: is added to attention, shape (texts, 1, 1, tokens).
            first_only: give only the first token's, shape (texts, 1, width).
        """
        asking = states[:, :1] if first_only else states
        query = self._split(self.query(asking))
        key, value = self._split(self.key(states)), self._split(self.value(states))
        scores = query @ key.transpose(-1, -2) / query.shape[-1] ** 0.5 + mask
        mixed = (scores.softmax(dim=-1) @ value).transpose(1, 2).flatten(2)
        asking = self.attended_norm(asking + self.dropout(self.attended(mixed)))
        inner = nn.functional.gelu(self.inner(asking))
        found: Tensor = self.outer_norm(asking + self.dropout(self.outer(inner)))
        return found

    def _split(self, states: Tensor) -> Tensor:
        """States cut up for the heads, shape (texts, heads, tokens, width of a head)."""
        cut: Tensor = states.unflatten(2, (self.heads, -1)).transpose(1, 2)
        return cut


class Network(nn.Module):
    """Embeddings, layers, and a linear head over the first token beside the mean of all.

    With `first_only` the mean is of the states before the last layer.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.tokens, shape.width)
        self.places = nn.Embedding(shape.places, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.head = nn.Linear(2 * shape.width, 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """Log-odds, shape (texts,), of token numbers and a mask of ones for tokens that are there, (texts, tokens)."""
        return self.read(tokens, mask).log_odds

    def read(self, tokens: Tensor, mask: Tensor) -> Reading:
        """The same, with the states on the way there."""
        places = self.places.weight[: tokens.shape[1]]
        states = self.dropout(self.norm(self.words(tokens) + places + self.kind))
        present = mask.to(states.dtype)
        closed = (1.0 - present)[:, None, None, :] * -1e4
        passed = []
        *lower, last = self.layers
        for layer in lower:
            states = layer(states, closed)
            passed.append(states)
        passed.append(last(states, closed, first_only=self.shape.first_only))
        whole = states if self.shape.first_only else passed[-1]
        mean = (whole * present[:, :, None]).sum(dim=1) / present.sum(dim=1, keepdim=True)
        log_odds: Tensor = self.head(torch.cat([passed[-1][:, 0], mean], dim=1)).squeeze(-1)
        return Reading(log_odds, passed)
