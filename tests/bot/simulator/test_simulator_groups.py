"""Groups: privacy mode and membership."""

from bot.simulator import Simulator, SimulatorOptions
from tests.bot.simulator.tiny_bot import polling


async def seen_texts(options: SimulatorOptions, *, as_admin: bool) -> list[str]:
    """Lets two people talk in a group; returns what the bot was shown."""
    async with Simulator(options) as simulator, polling(simulator) as bot:
        aina, ben = simulator.person("Aina"), simulator.person("Ben")
        group = simulator.group("Keluarga", [aina, ben], bot_is_admin=as_admin)
        await ben.send("sembang biasa", chat=group)
        await ben.send("/start@OtherBot", chat=group)
        await ben.send("/start@SaferTogetherBot hai", chat=group)
        reply = await group.wait_for_reply()
        await ben.send("@SaferTogetherBot betul?", chat=group)
        last = await aina.reply_to(reply, "terima kasih")
        await simulator.wait_until(
            lambda: any(update.message and update.message.id == last.id for update in bot.seen), 3, "last message"
        )
        return [update.message.text for update in bot.seen if update.message and update.message.text]


async def test_privacy_mode_hides_ordinary_talk() -> None:
    """With privacy mode the bot sees commands for it, mentions and replies, and nothing else."""
    texts = await seen_texts(SimulatorOptions(), as_admin=False)
    assert texts == ["/start@SaferTogetherBot hai", "@SaferTogetherBot betul?", "terima kasih"]


async def test_without_privacy_mode_everything_is_seen() -> None:
    """Without privacy mode, or as an administrator, the bot sees every message."""
    assert len(await seen_texts(SimulatorOptions(privacy_mode=False), as_admin=False)) == 5
    assert len(await seen_texts(SimulatorOptions(), as_admin=True)) == 5


async def test_bot_is_told_of_its_membership() -> None:
    """Being added, removed and blocked reaches the bot as my_chat_member."""
    async with Simulator() as simulator, polling(simulator) as bot:
        aina = simulator.person("Aina")
        group = simulator.group("Keluarga", [aina])
        await aina.remove_bot(group)
        await aina.send("/start")
        await aina.block_bot()
        await simulator.wait_until(
            lambda: len([update for update in bot.seen if update.my_chat_member]) == 3,
            3,
            "membership updates",
        )
        changes = [update.my_chat_member for update in bot.seen if update.my_chat_member]
        assert [change.new_chat_member.status for change in changes] == ["member", "kicked", "kicked"]
