"""The page's live stream: world events as Server-Sent Events."""

import asyncio
import json
from contextlib import suppress
from typing import Final

from aiohttp import web

from bot.simulator.page_view import event_view
from bot.simulator.world import World, WorldEvent

_QUEUE_LENGTH: Final = 500
_HEARTBEAT_S: Final = 15.0
_RELOAD: Final = '{"kind": "reload"}'


class PageStream:
    """Sends every event to every open page; a page that falls behind is told to reload."""

    def __init__(self, world: World) -> None:
        """Starts listening.

        Args:
            world: Whose events to send.
        """
        self._world = world
        self._pages: set[asyncio.Queue[str]] = set()
        world.listen(self._hear)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Streams until the page is closed.

        Args:
            request: The page's `EventSource` request.

        Returns:
            The finished response.
        """
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        queue: asyncio.Queue[str] = asyncio.Queue(_QUEUE_LENGTH)
        self._pages.add(queue)
        try:
            with suppress(ConnectionError):  # also when a page was left before it got its first line
                await response.prepare(request)
                await _pump(response, queue)
        finally:
            self._pages.discard(queue)
        return response

    def _hear(self, event: WorldEvent) -> None:
        if not self._pages:
            return
        text = json.dumps(event_view(self._world, event))
        for queue in self._pages:
            if queue.full():
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait(_RELOAD)
            else:
                queue.put_nowait(text)


async def _pump(response: web.StreamResponse, queue: asyncio.Queue[str]) -> None:
    await response.write(b": hello\n\n")
    while True:
        try:
            text = await asyncio.wait_for(queue.get(), _HEARTBEAT_S)
        except TimeoutError:
            await response.write(b": still here\n\n")
        else:
            await response.write(f"data: {text}\n\n".encode())
