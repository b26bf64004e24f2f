"""The connections to Telegram."""

import ssl
from unittest.mock import patch

from bot.connections import PollingRequest, sending_request


async def test_the_authorities_are_read_once() -> None:
    """They take longer to read than everything else a client is made of; a renewed one does not read them again."""
    requests = [sending_request(), PollingRequest()]
    with patch.object(ssl, "create_default_context") as read:
        requests += [sending_request(), PollingRequest()]
        await requests[-1].shutdown()
        await requests[-1].initialize()
    assert not read.called
    for request in requests:
        await request.shutdown()
