"""Supervises a fake server until killed; prints the server's process id. For test_service.py."""

import asyncio
import sys
from pathlib import Path

from nlu.service import RasaService

FAKE = Path(__file__).with_name("fake_rasa.py")


async def main() -> None:
    """Start, say who was started, wait for ever."""
    service = RasaService(
        lambda port: [sys.executable, str(FAKE), str(port), "well"], Path(sys.argv[1]), directory=Path.cwd()
    )
    async with service:
        await service.wait_ready(20)
        print(service.pid, flush=True)
        await asyncio.Event().wait()


asyncio.run(main())
