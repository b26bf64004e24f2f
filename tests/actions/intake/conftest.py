"""What tests of sent files may ask for: the desk's people."""

from tests.actions.desk.conftest import desk

__all__ = ["desk"]
