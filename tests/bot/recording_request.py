"""A Telegram without a network: records each call, and answers as a test tells it."""

import json
from collections import defaultdict, deque
from typing import Any

from telegram.request import BaseRequest, RequestData

TOKEN = "123456789:AAtoken-of-the-tests-AAAAAAAAAAAAAAAA"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Bot", "username": "TestBot"}
MESSAGE = {"message_id": 77, "date": 1_700_000_000, "chat": {"id": 5, "type": "private"}, "text": "sent"}
Answer = tuple[int, object] | Exception


class RecordingRequest(BaseRequest):
    """Answers 200 unless a test queued something else for the method."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, deque[Answer]] = defaultdict(deque)

    @property
    def read_timeout(self) -> float:
        """Needed by python-telegram-bot."""
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    def will_fail(self, method: str, code: int, description: str, **parameters: int) -> None:
        """Let the next call of a method fail with an answer of Telegram's."""
        body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
        self.answers[method].append((code, body))

    def will_raise(self, method: str, error: Exception) -> None:
        """Let the next call of a method fail on its way."""
        self.answers[method].append(error)

    def of(self, method: str) -> list[dict[str, Any]]:
        """The parameters of the calls of a method."""
        return [params for name, params in self.calls if name == method]

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        """Record, and answer."""
        name = url.rsplit("/", 1)[-1]
        self.calls.append((name, dict(request_data.parameters) if request_data else {}))
        answer = self.answers[name].popleft() if self.answers[name] else (200, _success(name))
        if isinstance(answer, Exception):
            raise answer
        return answer[0], json.dumps(answer[1]).encode()


def _success(name: str) -> dict[str, object]:
    result: object = True
    if name == "getMe":
        result = BOT
    elif name in {"sendMessage", "editMessageText"}:
        result = MESSAGE
    return {"ok": True, "result": result}
