"""Every exception of the actions package.

ActionError
├── UnregisteredActionError    no action is registered for a command
├── DoubledActionError         two areas register an action under one name
├── AttachmentTooLargeError    a file is larger than is fetched
└── AttachmentNotFetchedError  the channel did not give a file's bytes
"""


class ActionError(Exception):
    """Base of every error this package raises on purpose."""


class UnregisteredActionError(ActionError):
    """No action is registered under this name."""


class DoubledActionError(ActionError):
    """Two areas register an action under one name; a mistake in the program."""

    def __init__(self, names: str) -> None:
        super().__init__(f"Two areas register an action for {names}.")


class AttachmentTooLargeError(ActionError):
    """A file is larger than is fetched."""


class AttachmentNotFetchedError(ActionError):
    """The channel did not give a file's bytes."""
