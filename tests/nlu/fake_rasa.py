"""A stand-in for a Rasa server: the same endpoint, the same watch on its parent, and ways to go wrong.

Usage: fake_rasa.py PORT MODE. A text "die" ends it, "hang" makes it stop answering. Mode "untrained" is sure of
nothing; "stubborn" ignores SIGTERM.
"""

import json
import os
import signal
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from nlu.components.parent_watch import end_with_parent

PORT, MODE = int(sys.argv[1]), sys.argv[2]
SECRET = sys.stdin.readline().strip()
hung = False


class Handler(BaseHTTPRequestHandler):
    """Answers POST /model/parse."""

    def do_POST(self) -> None:
        """Greet everything."""
        global hung
        text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
        if text == "die":
            os._exit(3)
        if text == "hang":
            hung = True
        while hung:
            time.sleep(0.05)
        if not SECRET or not self.headers["Authorization"].startswith("Bearer "):
            self.send_error(401)
            return
        confidence = 0.04 if MODE == "untrained" else 0.9
        body = json.dumps({"text": text, "intent": {"name": "greet", "confidence": confidence}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


if MODE == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
end_with_parent()
print("fake server up", flush=True)
ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
