"""Every exception of the simulator.

SimulatorError
├── ApiError             answered to the bot as {"ok": false, "error_code": ..., "description": ...}
├── PersonCannotError    a person tried what Telegram's apps would not let them do
└── NoReplyError         what a test waited for did not happen in time (also a TimeoutError)
"""

from typing import NoReturn


class SimulatorError(Exception):
    """Base of everything the simulator raises on purpose."""


class ApiError(SimulatorError):
    """A Bot API call that Telegram would refuse."""

    def __init__(self, code: int, description: str, retry_after_s: int | None = None) -> None:
        """Keeps what the answer's body needs.

        Args:
            code: HTTP status, also sent as `error_code`.
            description: Telegram's wording, with its prefix ("Bad Request: ...").
            retry_after_s: Seconds to wait, sent as `parameters.retry_after` (only with 429).
        """
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after_s = retry_after_s


class PersonCannotError(SimulatorError):
    """A person tried something impossible, such as pressing a button that is not there."""


class NoReplyError(SimulatorError, TimeoutError):
    """Nothing matching was seen before the time was up."""


def refuse(reason: str) -> NoReturn:
    """Answers the current API call with 400.

    Args:
        reason: Telegram's wording after "Bad Request: ".

    Raises:
        ApiError: Always, with code 400.
    """
    raise ApiError(400, f"Bad Request: {reason}")


def forbid(reason: str) -> NoReturn:
    """Answers the current API call with 403.

    Args:
        reason: Telegram's wording after "Forbidden: ".

    Raises:
        ApiError: Always, with code 403.
    """
    raise ApiError(403, f"Forbidden: {reason}")


def too_many_requests(retry_after_s: int) -> ApiError:
    """Builds the 429 answer.

    Args:
        retry_after_s: Whole seconds the bot must wait.

    Returns:
        The error, to be raised.
    """
    return ApiError(429, f"Too Many Requests: retry after {retry_after_s}", retry_after_s)


def person_cannot(reason: str) -> NoReturn:
    """Stops a person's impossible action.

    Args:
        reason: What they tried and why it cannot be done.

    Raises:
        PersonCannotError: Always.
    """
    raise PersonCannotError(reason)
