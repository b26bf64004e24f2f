"""Builds the shipped cross-encoder: a teacher from multilingual-e5-small, a smaller pupil, 8-bit integers."""

import tempfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn

from knowledge.cross_encoder.build.examples import Examples
from knowledge.cross_encoder.build.multilingual_e5 import MultilingualE5, installed
from knowledge.cross_encoder.build.network import Layer, Network, Shape
from knowledge.cross_encoder.build.trainer import train
from knowledge.cross_encoder.build.vocabulary import kept_pieces, texts_of, tokenizer_of
from knowledge.cross_encoder.canonical_text import canonical_text
from knowledge.cross_encoder.cross_encoder import (
    FINGERPRINT_FILE,
    MODEL_FILE,
    MOST_TOKENS,
    TOKENIZER_FILE,
    fingerprint_of,
)
from knowledge.embedder.embedder import Embedder
from knowledge.entry import FactCheck
from knowledge.text.analysis import analyse
from knowledge.training.messages import read_messages

TEACHER_LAYERS: Final = 6
"""The lower half of the stored twelve."""
LAYERS: Final = 3
"""Of the network that is shipped: a message waits for it."""
TEACHER_EPOCHS: Final = 3
EPOCHS: Final = 4
_SEED: Final = 2911
_PARTS: Final = (("q", "query"), ("k", "key"), ("v", "value"), ("ao", "attended"), ("fi", "inner"), ("fo", "outer"))
_NORMS: Final = (("aln", "attended_norm"), ("oln", "outer_norm"))


def build(entries: Sequence[FactCheck], embedder: Embedder, out: Path, report: Callable[[str], None]) -> str:
    """Train on entries and their messages and write the model's folder; gives its fingerprint.

    Raises:
        CrossEncoderError: if what training starts from is not installed.
        ListFileError: if `messages.jsonl` cannot be read.
    """
    torch.manual_seed(_SEED)
    start, messages = installed(), read_messages()
    texts = [text for entry in entries for text in texts_of(entry)]
    texts += [canonical_text(analyse(text).words) for each in messages.values() for text in each.same + each.other]
    kept = kept_pieces(start.pieces, start.scores, texts)
    report(f"{len(kept)} of {len(start.pieces)} pieces of words are kept")
    tokenizer = tokenizer_of([start.pieces[at] for at in kept], [start.scores[at] for at in kept])
    examples = Examples(entries, messages, embedder, _SEED)
    teacher = started_network(start, kept)
    train(teacher, tokenizer, examples, epochs=TEACHER_EPOCHS, report=report)
    network = thinned_network(teacher)
    train(network, tokenizer, examples, epochs=EPOCHS, report=report, teacher=teacher)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / TOKENIZER_FILE), pretty=False)
    export(network, out / MODEL_FILE)
    fingerprint = fingerprint_of(out)
    (out / FINGERPRINT_FILE).write_text(f"{fingerprint}\n", encoding="utf-8")
    return fingerprint


def started_network(start: MultilingualE5, kept: Sequence[int]) -> Network:
    """The network with the weights of the stored model's lower layers and of the kept pieces; only the head is new."""
    sizes = start.sizes
    shape = Shape(len(kept), MOST_TOKENS, sizes.width, TEACHER_LAYERS, sizes.heads, sizes.inner)
    network = Network(shape)
    with torch.no_grad():
        words = start.tensor("emb.word", (sizes.words, sizes.width))
        network.words.weight.copy_(torch.from_numpy(words[list(kept)]))
        places = start.tensor("emb.pos", (sizes.places, sizes.width))
        network.places.weight.copy_(torch.from_numpy(places[:MOST_TOKENS]))
        network.kind.copy_(torch.from_numpy(start.tensor("emb.type", (2, sizes.width))[0]))
        _copy(start, "emb.ln", network.norm)
        for number, layer in enumerate(network.layers):
            assert isinstance(layer, Layer)
            for stored, name in _PARTS + _NORMS:
                _copy(start, f"l{number}.{stored}", getattr(layer, name))
    return network


def thinned_network(teacher: Network) -> Network:
    """A network with the teacher's weights in every second of its layers; the last reads for the first token only."""
    share = teacher.shape.layers // LAYERS
    network = Network(replace(teacher.shape, layers=LAYERS, first_only=True))
    kept = nn.ModuleList(teacher.layers[share * number] for number in range(LAYERS))
    network.layers.load_state_dict(kept.state_dict())
    rest = {name: weight for name, weight in teacher.state_dict().items() if not name.startswith("layers.")}
    network.load_state_dict(rest, strict=False)
    return network


def _copy(start: MultilingualE5, stored: str, part: nn.Linear | nn.LayerNorm) -> None:
    part.weight.copy_(torch.from_numpy(start.tensor(f"{stored}.w", part.weight.shape)))
    part.bias.copy_(torch.from_numpy(start.tensor(f"{stored}.b", part.bias.shape)))


class _RowsOfBytes(nn.Module):
    """An embedding in 8-bit integers with a scale for every row: one scale for all would lose the small ones."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-9) / 127
        self.rows = nn.Buffer((weight / scale).round().to(torch.int8))
        self.scale = nn.Buffer(scale)

    def forward(self, tokens: Tensor) -> Tensor:
        """The vectors of token numbers, shape (texts, tokens, width)."""
        return self.rows[tokens].float() * self.scale[tokens]


def export(network: Network, path: Path) -> None:
    """Write the network as ONNX, its weights as 8-bit integers; the network stays as it is.

    Of the 8 bits of a layer's weights one is left free: processors without the instructions made for this would
    overflow (onnxruntime's `reduce_range`).
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    stored = deepcopy(network).eval()
    stored.add_module("words", _RowsOfBytes(network.words.weight.detach()))
    example = torch.ones((2, 8), dtype=torch.long)
    texts, tokens = torch.export.Dim("texts"), torch.export.Dim("tokens", max=MOST_TOKENS)
    axes = {0: texts, 1: tokens}
    with tempfile.TemporaryDirectory(prefix="safertogether-onnx-") as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            stored,
            (example, example.clone()),  # one object for both would be exported as one input
            str(whole),
            input_names=["tokens", "mask"],
            output_names=["log_odds"],
            dynamic_shapes=(axes, axes),
            dynamo=True,
            external_data=False,
        )
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
