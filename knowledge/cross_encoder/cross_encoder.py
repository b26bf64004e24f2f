"""The cross-encoder that ships with the project: it reads a message and a claim together.

All other evidence compares words or facts one by one. A cross-encoder (Nogueira & Cho, "Passage Re-ranking with BERT",
2019) sees both sentences in order at once, and so who did what to whom. It is a three-layer transformer made by
`knowledge/cross_encoder/build/`; `onnxruntime` runs it in 8-bit integers, without torch. See docs/cross-encoder.md.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import CrossEncoderError

SHIPPED_MODEL = Path(__file__).parent / "model"
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
FINGERPRINT_FILE = "fingerprint.txt"
MOST_TOKENS = 128
"""Of a pair; the parts of a message and the claims of entries are shorter, and what is beyond is cut off."""

_SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime puts in place of an addition and a normalisation takes almost five times as long (1.32.0)."""


def fingerprint_of(folder: Path) -> str:
    """The build that a folder's model and tokenizer are of, in 16 hexadecimal digits.

    Raises:
        OSError: if one cannot be read.
    """
    parts = (folder / name for name in (MODEL_FILE, TOKENIZER_FILE))
    return sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:16]


class CrossEncoder:
    """Says of pairs of texts whether they make the same claim. Thread-safe once loaded."""

    def __init__(self, folder: Path = SHIPPED_MODEL) -> None:
        """Read the model.

        Raises:
            CrossEncoderError: if it is missing, damaged, or not whole of one build.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        try:
            whole = fingerprint_of(folder) == (folder / FINGERPRINT_FILE).read_text(encoding="utf-8").strip()
            self._session = onnxruntime.InferenceSession(
                str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        except Exception as error:  # both libraries raise bare or private exceptions
            raise CrossEncoderError(f"cannot load the cross-encoder {folder}: {error}") from error
        if not whole:
            raise CrossEncoderError(
                f"the files of the cross-encoder {folder} do not belong together: restore the folder."
            )
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._tokenizer.enable_padding(pad_id=1, pad_token="<pad>")

    def log_odds(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The log-odds that a message and a claim say the same, shape (pairs,).

        Args:
            pairs: message and claim, both as `canonical_text` writes them.
        """
        if not pairs:
            return np.zeros(0, dtype=np.float32)
        read = self._tokenizer.encode_batch(list(pairs))
        inputs = {
            "tokens": np.array([each.ids for each in read], dtype=np.int64),
            "mask": np.array([each.attention_mask for each in read], dtype=np.int64),
        }
        return np.asarray(self._session.run(["log_odds"], inputs)[0], dtype=np.float32)
