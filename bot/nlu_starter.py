"""Brings NLU up beside the running bot: environment, model, server. The bot never waits for it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from nlu.environment import ensure_environment
from nlu.errors import RasaEnvironmentError
from nlu.late_parser import LateParser
from nlu.rasa_parser import RasaParser
from nlu.service import RasaService, rasa_command
from nlu.training import ensure_model

_LOGGER = logging.getLogger(__name__)
READY_LIMIT_S = 300.0
Report = Callable[[str], None]


def prepare(report: Report) -> tuple[Path, Path]:
    """Make the Rasa environment and train its model, skipping what is done; returns its Python and the model.

    Raises:
        RasaEnvironmentError: if either cannot be had.
    """
    python = ensure_environment(report)
    return python, ensure_model(python, report)


@asynccontextmanager
async def running_nlu(log_path: Path, report: Report) -> AsyncIterator[RasaService]:
    """Prepare and start NLU and wait until it answers; stopped at the end.

    Raises:
        RasaEnvironmentError: if it cannot be prepared or does not become ready within five minutes.
    """
    python, model = await asyncio.to_thread(prepare, report)
    async with RasaService(rasa_command(python, model), log_path) as service:
        if not await service.wait_ready(READY_LIMIT_S):
            raise RasaEnvironmentError(f"Rasa did not become ready within {READY_LIMIT_S:.0f} s; see {log_path}.")
        yield service


async def keep_nlu(parser: LateParser, log_path: Path, report: Report) -> None:
    """Have `parser` answer as soon as NLU is up, until cancelled. Without NLU, say so and leave it at that."""
    try:
        async with running_nlu(log_path, report) as service:
            parser.become(RasaParser(service.client))
            report("NLU is ready.")
            await asyncio.Event().wait()
    except RasaEnvironmentError as error:
        report(f"Running without NLU: {error} Every message is treated as a claim.")
    except Exception:
        _LOGGER.exception("NLU could not be started")
        report("Running without NLU: it could not be started, see the log. Every message is treated as a claim.")
