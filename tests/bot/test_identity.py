"""Persons are keyed hashes."""

import hashlib
import hmac

import pytest

from bot.identity import Identity


def test_person_is_a_keyed_hash() -> None:
    """HMAC-SHA256 of the id, 32 digits: the same for the same key, another for another key, never the id."""
    first, second = Identity(b"k" * 16), Identity(b"l" * 16)
    assert first.person(700000001) == hmac.new(b"k" * 16, b"700000001", hashlib.sha256).hexdigest()[:32]
    assert first.person(700000001) != first.person(700000002)
    assert first.person(700000001) != second.person(700000001)


def test_key_is_masked_and_long_enough() -> None:
    """The key does not show, and a guessable one is refused."""
    assert "kkk" not in repr(Identity(b"k" * 16))
    with pytest.raises(ValueError, match="16 bytes"):
        Identity(b"short")
