"""The command line: `safertogether --help`. One file per command."""

import os

# Before NumPy, torch and FAISS are imported: the products of one message are so small that waking a second thread costs
# more than it saves (idle p50 37 -> 24 ms, CPU 41 -> 27 ms a message; `safertogether bench`, November 2026).
os.environ.setdefault("OMP_NUM_THREADS", "1")

from bot.cli.program import main  # noqa: E402

__all__ = ["main"]
