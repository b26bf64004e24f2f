"""What the class bench says of its run."""

from dataclasses import replace

from bot.bench.class_faults import Interruption, Refusal, first_call_after, refusals
from bot.bench.class_report import ClassReport
from bot.simulator.calls import ApiCall

GOOD = ClassReport(
    load=0.5,
    students=2,
    questions=3,
    spreads_s=(7.0, 8.0),
    interruptions=(Interruption(3, 9.5, 1.5, 0.5),),
    delivered=6,
    doubled=0,
    answers_given=6,
    answers_kept=6,
    refusals=(),
    probes=4,
    from_start_to_end_s=60.0,
)


def missed(report: ClassReport) -> list[str]:
    """The bars that are not reached."""
    return [bar for bar, passed in report.bars.items() if not passed]


def call(method: str, chat: int, at_s: float, status: int = 200) -> ApiCall:
    """A call that was answered at once."""
    return ApiCall(method, {"chat_id": str(chat)}, started_s=at_s, finished_s=at_s, status=status)


def test_each_bar_is_missed_by_what_it_is_about() -> None:
    """A slow question, a slow one with a kill, a doubled one, a 429, a lost answer: each shows, alone."""
    assert missed(GOOD) == []
    assert missed(replace(GOOD, spreads_s=(7.0, 10.1))) == ["each question with all within 10 s (no kill in it)"]
    slow_start = replace(GOOD, interruptions=(Interruption(3, 13.0, 5.0, 0.5),))
    assert missed(slow_start) == ["with a kill in it: within 10 s"]
    assert len(missed(replace(GOOD, interruptions=(Interruption(3, 16.0, 5.0, 0.5),)))) == 2
    assert missed(replace(GOOD, doubled=1)) == ["every question to every student, none twice"]
    assert missed(replace(GOOD, refusals=(Refusal("sendPoll", "student", None, "", 30),))) == ["no 429"]
    assert missed(replace(GOOD, answers_kept=5)) == ["no answer lost"]


def test_the_parts_of_an_interruption_are_its_whole() -> None:
    """Starting, taking over and sending add up to the spread, and the line says each."""
    line = Interruption(3, 12.0, 4.0, 0.5).line()
    assert "12.0 s = 4.0 s" in line
    assert "0.5 s until it sends + 7.5 s sending" in line
    assert "less the time without a bot 8.0 s" in line


def test_a_refusal_names_what_went_before_it() -> None:
    """The message before it in the chat, and how many had been accepted in that second; edits are no messages."""
    calls = [
        call("sendMessage", 1, 0.0),
        call("sendPoll", 2, 1.5),
        call("editMessageText", 2, 1.6),
        call("sendMessage", 9, 1.7, 429),
        call("sendMessage", 2, 2.0, 429),
    ]
    educator, student = refusals(calls, {9})
    assert (educator.to, educator.after_chat_s, educator.in_last_second) == ("educator", None, 1)
    assert (student.to, student.after_chat_s, student.before_it, student.in_last_second) == (
        "student",
        0.5,
        "sendPoll",
        1,
    )


def test_the_first_call_after_a_kill() -> None:
    """What the old process had begun before is not the new one's."""
    calls = [call("sendPoll", 1, 1.0), call("getMe", 1, 6.0), call("sendPoll", 1, 7.0)]
    assert first_call_after(calls, 2.0) == 6.0
    assert first_call_after(calls, 8.0) is None
