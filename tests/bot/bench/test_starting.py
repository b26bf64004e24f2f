"""Timing a start, on a stand-in for `make run`."""

from pathlib import Path
from textwrap import dedent

from bot.bench.starting import measure_start

STAND_IN = dedent("""
    import json, sys, time
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    ANSWERS = sys.argv[1] == "answers"
    messages = []

    class Page(BaseHTTPRequestHandler):
        def say(self, value):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(value).encode())

        def do_GET(self):
            self.say({"people": [{"id": 7}], "chats": [{"id": 7, "messages": messages}]})

        def do_POST(self):
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            messages.append({"message_id": 1, "text": sent["text"]})
            messages.append({"message_id": 2, "text": "titik hitam: palsu"})
            self.say({"message_id": 1})

        def log_message(self, *args):
            pass

    if not ANSWERS:
        sys.exit("cannot start")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    print(f"open the local simulator at http://127.0.0.1:{server.server_port}/", flush=True)
    print("NLU is ready.", flush=True)
    server.serve_forever()
""")


def _clone(folder: Path, how: str) -> Path:
    (folder / "page.py").write_text(STAND_IN, encoding="utf-8")
    (folder / "Makefile").write_text(f"run:\n\t@python3 page.py {how}\n", encoding="utf-8")
    return folder


def test_page_answer_and_nlu_are_timed_and_the_run_is_stopped(tmp_path: Path) -> None:
    """The answer is the bot's message after ours, not our own words in the chat."""
    lines: list[str] = []
    start = measure_start(_clone(tmp_path, "answers"), lines.append)
    assert start.page_s is not None
    assert start.answer_s is not None
    assert start.nlu_s is not None
    assert 0 < start.page_s <= start.answer_s
    assert "NLU is ready." in lines


def test_a_run_that_fails_has_no_figures(tmp_path: Path) -> None:
    """What was not reached is not made up, and what the command said is passed on."""
    lines: list[str] = []
    start = measure_start(_clone(tmp_path, "fails"), lines.append)
    assert start.as_dict() == {"page_s": None, "answer_s": None, "nlu_s": None}
    assert any("cannot start" in line for line in lines)
