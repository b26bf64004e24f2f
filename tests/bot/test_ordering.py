"""Each update once, in the order of its chat."""

import asyncio
from typing import Any

import pytest
from telegram import Chat, Message, Update, User

from bot.ordering import ChatOrderProcessor, chat_key
from knowledge.errors import StoreError


class FakeInbox:
    """Remembers in memory; may be broken."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.finished: list[int] = []
        self.is_broken = False

    def begin(self, update_id: int) -> bool:
        """Whether it is new."""
        if self.is_broken:
            raise StoreError("down")
        is_new = update_id not in self.begun
        self.begun.append(update_id)
        return is_new

    def finish(self, update_id: int) -> None:
        """Note it."""
        if self.is_broken:
            raise StoreError("down")
        self.finished.append(update_id)


def update(update_id: int, chat_id: int) -> Update:
    """A message in a private chat."""
    chat = Chat(chat_id, "private")
    message = Message(update_id, 1_700_000_000, chat, from_user=User(chat_id, "A", False), text="x")  # type: ignore[arg-type]
    return Update(update_id, message=message)


@pytest.fixture
def inbox() -> FakeInbox:
    """An empty inbox."""
    return FakeInbox()


async def test_chats_side_by_side_each_in_order(inbox: FakeInbox) -> None:
    """Hundreds of updates in random speed: no chat's order is broken, and chats do overlap."""
    processor = ChatOrderProcessor(inbox, lambda _: True, lambda _: None, 1000)
    done: list[tuple[int, int]] = []
    running = {"now": 0, "most": 0}

    async def handle(chat: int, number: int) -> None:
        running["now"] += 1
        running["most"] = max(running["most"], running["now"])
        await asyncio.sleep((chat * 7 + number * 3) % 5 / 1000)
        running["now"] -= 1
        done.append((chat, number))

    tasks = []
    for number in range(20):
        for chat in range(1, 11):
            task = processor.process_update(update(number * 10 + chat, chat), handle(chat, number))
            tasks.append(asyncio.create_task(task))
    await asyncio.gather(*tasks)
    for chat in range(1, 11):
        assert [number for who, number in done if who == chat] == list(range(20))
    assert 1 < running["most"] <= 10
    assert sorted(inbox.finished) == sorted(inbox.begun)
    assert not processor._lines
    await processor.shutdown()


async def test_repeated_and_unadmitted_updates_are_passed_over(inbox: FakeInbox) -> None:
    """A repeated update is not handled; one that is not admitted is finished without being handled."""
    handled: list[int] = []

    async def handle(update_id: int) -> None:
        handled.append(update_id)

    processor = ChatOrderProcessor(inbox, lambda one: one.update_id != 2, lambda _: None, 10)
    for update_id in (1, 1, 2, 3):
        await processor.process_update(update(update_id, 5), handle(update_id))
    assert handled == [1, 3]
    assert inbox.finished == [1, 2, 3]
    await processor.shutdown()


async def test_broken_inbox_does_not_silence_the_bot(inbox: FakeInbox) -> None:
    """Without the inbox a message may be answered twice, which is better than never."""
    inbox.is_broken = True
    handled: list[bool] = []

    async def handle() -> None:
        handled.append(True)

    processor = ChatOrderProcessor(inbox, lambda _: True, lambda _: None, 10)
    await processor.process_update(update(1, 5), handle())
    assert handled == [True]
    await processor.shutdown()


async def test_failed_or_cancelled_handling_stays_unfinished(inbox: FakeInbox) -> None:
    """What was not handled to the end is left for the next run, and its chat is not blocked."""
    processor = ChatOrderProcessor(inbox, lambda _: True, lambda _: None, 10)

    async def stuck() -> Any:
        await asyncio.sleep(60)

    task = asyncio.create_task(processor.process_update(update(1, 5), stuck()))
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait((task,))
    assert inbox.finished == []
    await processor.process_update(update(2, 5), asyncio.sleep(0))
    assert inbox.finished == [2]
    await processor.shutdown()


def test_line_is_the_chat_else_the_sender() -> None:
    """Updates without a chat wait for their sender; without either, for nobody."""
    assert chat_key(update(1, 5)) == "chat 5"
    assert chat_key(Update(9)) == "update 9"
