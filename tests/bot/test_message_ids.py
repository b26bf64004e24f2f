"""What the bot knows of the ids that Telegram has given out."""

from bot.message_ids import MessageIds


def sent(number: int, kind: str = "private") -> dict[str, object]:
    """What a sending call gives back."""
    return {"message_id": number, "chat": {"id": 5, "type": kind}}


def test_the_lowest_id_of_a_call_begun_after_a_moment() -> None:
    """Calls begun before it say nothing, even when they end later; there may be none yet."""
    ids = MessageIds()
    ids.note_sent(sent(30), 1.0)
    assert ids.given_after(1.0) is None
    ids.note_sent(sent(33), 3.0)
    ids.note_sent(sent(32), 2.5)
    assert ids.given_after(1.0) == 32
    assert ids.given_after(2.7) == 33
    assert ids.highest == 33


def test_other_counters_are_left_out() -> None:
    """Supergroups number their own messages, and not every call brings a message."""
    ids = MessageIds()
    ids.note_sent(sent(900, "supergroup"), 1.0)
    ids.note_sent(True, 1.0)
    assert (ids.highest, ids.given_after(0.0)) == (0, None)
    assert not ids.is_known(900)
