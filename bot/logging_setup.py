"""Logs that say what happened but not to whom: no message texts, no ids, no tokens.

Foreign libraries put much into their messages: httpx the token (it is part of every Bot API URL), SQLAlchemy the values
of a statement, python-telegram-bot whole updates. So their loggers speak only from WARNING up, an exception is logged
as its type and the places it passed through, not its message (unless the level is DEBUG), and whatever is
written at last is searched for secrets.
"""

import logging
import re
import traceback
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Final, TextIO

_QUIET_LOGGERS: Final = (
    "httpx",
    "httpcore",
    "telegram",
    "tornado",
    "aiohttp",
    "alembic",
    "asyncio",
    "sqlalchemy",
    "sentence_transformers",
    "urllib3",
)
_BOT_TOKEN: Final = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_MASK: Final = "***"
_LINE: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PrivateFormatter(logging.Formatter):
    """Formats records without secrets and, unless `with_messages`, without the messages of exceptions."""

    def __init__(self, secrets: Iterable[str], *, with_messages: bool = False) -> None:
        """Notes what must never be written.

        Args:
            secrets: Tokens and keys; empty ones are passed over.
            with_messages: Whether exceptions' own messages are written, which may quote what people wrote.
        """
        super().__init__(_LINE)
        self._secrets = tuple(secret for secret in secrets if secret)
        self._with_messages = with_messages

    def format(self, record: logging.LogRecord) -> str:
        """Write one record, secrets masked.

        A copy is written: the standard formatter keeps an exception's text on the record, where a
        formatter of another handler would take it for its own.
        """
        copy = logging.makeLogRecord(record.__dict__)
        copy.exc_text = None
        line = super().format(copy)
        for secret in self._secrets:
            line = line.replace(secret, _MASK)
        return _BOT_TOKEN.sub(_MASK, line)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the standard library's name
        """Write an exception as the types in its chain and the places each passed through."""
        if self._with_messages or ei[1] is None:
            return super().formatException(ei)
        return "\n".join(_described(error) for error in _chain(ei[1]))


def configure_logging(level: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Replace the root logger's handlers by one that keeps people's words and secrets out.

    Args:
        level: INFO for daily use; DEBUG adds exceptions' messages, which may quote what people wrote.
        secrets: Tokens and keys that must never be written.
        stream: Where to write; standard error by default.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter(secrets, with_messages=number <= logging.DEBUG))
    logging.basicConfig(level=number, handlers=[handler], force=True)
    for name in _QUIET_LOGGERS:
        logging.getLogger(name).setLevel(max(number, logging.WARNING))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, then what caused it."""
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)


def _described(error: BaseException) -> str:
    places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    return "\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *places])
