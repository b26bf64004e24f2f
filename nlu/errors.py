"""Every exception of the nlu package.

NluError
├── ParserUnavailableError     the parser gave no answer (stopped, too slow, circuit open)
├── RasaEnvironmentError       the Rasa environment or model cannot be made or started
└── ExamplesError              a file of labelled examples is missing or wrong
"""


class NluError(Exception):
    """Base of every error this package raises on purpose."""


class ParserUnavailableError(NluError):
    """The parser gave no answer in time; the caller goes on without it."""


class RasaEnvironmentError(NluError):
    """The Rasa environment or model cannot be made or started."""


class ExamplesError(NluError):
    """A file of labelled examples cannot be used; the message names the line."""
