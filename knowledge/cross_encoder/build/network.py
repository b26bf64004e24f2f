"""The network: a BERT encoder (Devlin et al., 2019) with one output, the log-odds that two texts make one claim."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder: how many tokens, places and layers, and how wide each part is."""

    tokens: int
    places: int
    width: int
    layers: int
    heads: int
    inner: int


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

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """New states, shape (texts, tokens, width); `mask` is added to attention, shape (texts, 1, 1, tokens)."""
        texts, tokens, width = states.shape
        query, key, value = (
            part(states).view(texts, tokens, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) / (width // self.heads) ** 0.5 + mask
        mixed = (scores.softmax(dim=-1) @ value).transpose(1, 2).reshape(texts, tokens, width)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        inner = nn.functional.gelu(self.inner(states))
        found: Tensor = self.outer_norm(states + self.dropout(self.outer(inner)))
        return found


class Network(nn.Module):
    """Embeddings, layers, and a linear head over the first token beside the mean of all."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.tokens, shape.width)
        self.places = nn.Embedding(shape.places, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.head = nn.Linear(2 * shape.width, 1)
        self.dropout = nn.Dropout(0.1)

    def forward(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """Log-odds, shape (texts,), of token numbers and a mask of ones for tokens that are there, (texts, tokens)."""
        places = self.places.weight[: tokens.shape[1]]
        states = self.dropout(self.norm(self.words(tokens) + places + self.kind))
        present = mask.to(states.dtype)
        closed = (1.0 - present)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, closed)
        mean = (states * present[:, :, None]).sum(dim=1) / present.sum(dim=1, keepdim=True)
        found: Tensor = self.head(torch.cat([states[:, 0], mean], dim=1)).squeeze(-1)
        return found
