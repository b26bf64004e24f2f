"""What makes a start quick."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage while everything is imported and opened: all of it stays, and looking takes a tenth of it.

    What is there at the end is never looked at again: going through the open knowledge base held up every message for
    0.7 s, now and then. What is dropped later is freed all the same, but for cycles.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
