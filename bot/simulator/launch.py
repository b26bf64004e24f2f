"""Starting a simulator with a few people in it, for trying the bot by hand."""

from dataclasses import replace
from typing import Final

from bot.simulator.client import Simulator, SimulatorOptions

_PEOPLE: Final = (("Aina", "ms"), ("Wei Ling", "en"), ("Kavitha", "en"))
_GROUP: Final = "Keluarga Damai"


async def start_simulator(
    port: int | None = None, *, options: SimulatorOptions | None = None, with_people: bool = True
) -> Simulator:
    """Starts a simulator on 127.0.0.1.

    Args:
        port: Where to listen; None takes `options.port`, and without that any free one.
        options: Everything else.
        with_people: Whether three people and a group are there from the start.

    Returns:
        The running simulator: its `base_url`, `base_file_url` and `page_url` are set. The caller awaits
        its `stop()`.

    Raises:
        OSError: If the port is taken.
    """
    chosen = options or SimulatorOptions()
    if port is not None:
        chosen = replace(chosen, port=port)
    simulator = Simulator(chosen)
    await simulator.start()
    if with_people:
        people = [simulator.person(name, language_code=code) for name, code in _PEOPLE]
        simulator.group(_GROUP, people)
    return simulator
