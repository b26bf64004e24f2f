"""The connections to Telegram."""

import ssl
from functools import cache
from typing import Any, Final

import httpx
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

# A message's sending that takes longer than this may have happened all the same, and is repeated once.
READ_TIMEOUT_S: Final = 20.0
CONNECT_TIMEOUT_S: Final = 10.0
CONNECTIONS: Final = 64
# Of those that wait for the next call every one is looked at twice in each call.
IDLE_CONNECTIONS: Final = 8
# Better to wait for a free connection than to fail.
POOL_TIMEOUT_S: Final = 30.0
_FAILURES_BEFORE_RENEWAL: Final = 3


def sending_request() -> HTTPXRequest:
    """Make the connections for everything but `getUpdates`."""
    return HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        read_timeout=READ_TIMEOUT_S,
        connect_timeout=CONNECT_TIMEOUT_S,
        pool_timeout=POOL_TIMEOUT_S,
        httpx_kwargs={
            "limits": httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=IDLE_CONNECTIONS),
            "verify": _trust(),
        },
    )


class PollingRequest(HTTPXRequest):
    """The one connection of `getUpdates`, opened anew after failures in a row.

    A pool that went through a change of network or proxy can stay broken for good
    (python-telegram-bot issue 4405).
    """

    def __init__(self) -> None:
        """Prepares one connection."""
        super().__init__(connection_pool_size=1, connect_timeout=CONNECT_TIMEOUT_S, httpx_kwargs={"verify": _trust()})
        self._failures = 0

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - passed on
        """Carry out one call; see `telegram.request.BaseRequest.do_request`."""
        try:
            answer = await super().do_request(*args, **kwargs)
        except NetworkError:
            self._failures += 1
            if self._failures % _FAILURES_BEFORE_RENEWAL == 0:
                await self.shutdown()
                await self.initialize()
            raise
        self._failures = 0
        return answer


@cache
def _trust() -> ssl.SSLContext:
    """Whom all connections trust; reading the authorities for each client would be most of its making."""
    return httpx.create_ssl_context()
