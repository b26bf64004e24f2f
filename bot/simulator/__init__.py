"""A small Telegram on loopback: the real bot runs against it unchanged, in tests and by hand.

`Simulator` is for tests and benches, `start_simulator` for the launcher, and the page at `page_url` for
trying the bot in a browser. Nothing here reaches the internet.
"""

from bot.simulator.calls import ApiCall, CallLog
from bot.simulator.chat_handle import AnsweredInline, Press, SimulatedChat
from bot.simulator.client import DEFAULT_TOKEN, Simulator, SimulatorOptions
from bot.simulator.errors import ApiError, NoReplyError, PersonCannotError, SimulatorError
from bot.simulator.faults import CallFault, FaultKind, Faults
from bot.simulator.launch import start_simulator
from bot.simulator.model import CallbackAnswer, InlineResult, Message, Poll
from bot.simulator.person_handle import SimulatedPerson
from bot.simulator.rate_limits import RateLimits

__all__ = [
    "DEFAULT_TOKEN",
    "AnsweredInline",
    "ApiCall",
    "ApiError",
    "CallFault",
    "CallLog",
    "CallbackAnswer",
    "FaultKind",
    "Faults",
    "InlineResult",
    "Message",
    "NoReplyError",
    "PersonCannotError",
    "Poll",
    "Press",
    "RateLimits",
    "SimulatedChat",
    "SimulatedPerson",
    "Simulator",
    "SimulatorError",
    "SimulatorOptions",
    "start_simulator",
]
