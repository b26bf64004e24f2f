"""Every exception of the actions package.

ActionError
└── UnregisteredActionError    no action is registered for a command
"""


class ActionError(Exception):
    """Base of every error this package raises on purpose."""


class UnregisteredActionError(ActionError):
    """No action is registered under this name."""
