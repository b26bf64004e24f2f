"""Remembered parses."""

from nlu.intents import Intent
from nlu.parse_cache import ParseCache
from nlu.parser import Parse

GREET, HELP = Parse(Intent.GREET, 0.9), Parse(Intent.HELP, 0.8)


def test_same_text_in_other_letter_case_is_known() -> None:
    """HAI and hai are one text."""
    cache = ParseCache()
    cache.put("HAI", GREET)
    assert cache.get("hai") == GREET
    assert cache.get("helo") is None


def test_the_least_recently_asked_is_forgotten() -> None:
    """Only so many texts are kept; asking keeps a text."""
    cache = ParseCache(capacity=2)
    cache.put("a", GREET)
    cache.put("b", HELP)
    cache.get("a")
    cache.put("c", HELP)
    assert cache.get("a") == GREET
    assert cache.get("b") is None


def test_clear_forgets_everything() -> None:
    """A new model must not answer with an old one's parses."""
    cache = ParseCache()
    cache.put("a", GREET)
    cache.clear()
    assert cache.get("a") is None
