"""The educator of a class under load."""

import asyncio
from typing import Final

from bot.simulator import Message, SimulatedPerson, Simulator
from knowledge.quiz.codes import read_code

_PATIENCE_S: Final = 120.0
_BETWEEN_S: Final = 1.1


class Teacher:
    """Opens a class in which all get each question together."""

    def __init__(self, simulator: Simulator, name: str = "Cikgu") -> None:
        """Creates the person.

        Args:
            simulator: Where they live.
            name: What they are called.
        """
        self._simulator = simulator
        self._person: SimulatedPerson = simulator.person(name, language_code="ms")

    @property
    def chat_id(self) -> int:
        """Of the chat with the bot."""
        return self._person.id

    async def open_class(self) -> str:
        """Plan ten questions of a minute each, open the class and give its code."""
        await self._person.send("/class")
        for label in ("Masa", "60 s", "Buka kelas"):
            await self.press(label)
        invitation = await self._simulator.wait_until(self._invitation, _PATIENCE_S, "invitation")
        code = read_code(invitation.text.split("Kod kelas:")[1].split("\n")[0])
        assert code is not None
        return code

    async def press(self, label: str) -> None:
        """Press a button of the newest message that has it.

        Args:
            label: Part of what stands on it.
        """
        message = await self._simulator.wait_until(lambda: self._with(label), _PATIENCE_S, f"button {label}")
        name = next(one for one in message.button_labels if label in one)
        await asyncio.sleep(_BETWEEN_S)
        await self._person.press(message, name)

    def _with(self, label: str) -> Message | None:
        chat = self._simulator.private_chat(self._person)
        found = [one for one in chat.bot_messages if any(label in name for name in one.button_labels)]
        return found[-1] if found else None

    def _invitation(self) -> Message | None:
        chat = self._simulator.private_chat(self._person)
        return next((one for one in chat.bot_messages if "Kod kelas:" in one.text), None)
