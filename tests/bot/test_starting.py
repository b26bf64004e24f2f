"""A quick start."""

import gc

import pytest

from bot.starting import without_collecting


def test_collecting_goes_on_afterwards() -> None:
    """Whatever happens while starting; what was there by then is left alone."""
    frozen = gc.get_freeze_count()
    try:
        with pytest.raises(ValueError, match="broken"):
            _fail_while_starting()
        assert gc.isenabled()
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()


def _fail_while_starting() -> None:
    with without_collecting():
        assert not gc.isenabled()
        raise ValueError("broken")
