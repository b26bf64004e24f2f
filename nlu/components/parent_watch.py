"""Ends this process when the one that started it is gone."""

import os
import signal
import threading
import time

GRACE_S = 5.0
_STDIN = 0


def end_with_parent() -> None:
    """Watch standard input from a thread: when it closes, stop politely, and by force five seconds later."""
    threading.Thread(target=_watch, name="parent-watch", daemon=True).start()


def _watch() -> None:
    # Not through sys.stdin: its lock would be held by this thread when the interpreter ends.
    while os.read(_STDIN, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_S)
    os._exit(1)
