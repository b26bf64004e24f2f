"""The command line: `safertogether --help`. One file per command.

A command imports what it works with when it runs, not before: `run` need not wait for what `train` uses, nor `--help`
for either (a test proves it).
"""

import os

# Before NumPy, torch and FAISS are imported: the products of one message are so small that waking a second thread costs
# more than it saves (idle p50 37 -> 24 ms, CPU 41 -> 27 ms a message; `safertogether bench`, November 2026).
os.environ.setdefault("OMP_NUM_THREADS", "1")

from bot.cli.program import main  # noqa: E402

__all__ = ["main"]
