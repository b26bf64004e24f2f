"""A question as Telegram's native quiz, in one language or in both."""

from collections.abc import Sequence
from typing import Final

from actions.outgoing import QuizPoll, Rows
from knowledge.quiz.own_question import Askable
from knowledge.quiz.plan import Shown
from knowledge.text.language import Language

_QUESTION: Final = 300
_OPTION: Final = 100
_EXPLANATION: Final = 200
_LINE_FEEDS: Final = 2


def quiz_poll(
    item: Askable, shown: Shown, order: Sequence[int], heading: str, *, tells_right: bool = True, buttons: Rows = ()
) -> QuizPoll:
    """Write a question as a poll.

    Args:
        item: The question.
        shown: In which language; one it is not written in gives way to the other.
        order: The options' own numbers in the order in which they are shown.
        heading: Such as "3/10", put before the question where there is room.
        tells_right: Whether Telegram shows at once which answer is right, with the explanation.
        buttons: Below it.
    """
    languages = _languages(item, shown)
    first = languages[0]
    question, options, description = _question(item, first), _options(item, first, order), ""
    if len(languages) == 2:
        both_question = f"{question}\n{_question(item, first.other)}"
        other = _options(item, first.other, order)
        both = [f"{one} / {two}" if one != two else one for one, two in zip(options, other, strict=True)]
        if len(both_question) <= _QUESTION and max(map(len, both)) <= _OPTION:
            question, options = both_question, both
        else:
            lines = [f"{number}. {option}" for number, option in enumerate(other, start=1)]
            description = "\n".join([_question(item, first.other), *lines])
    headed = f"{heading} · {question}"
    return QuizPoll(
        question=headed if len(headed) <= _QUESTION else question,
        options=tuple(options),
        correct_option=list(order).index(item.answer_index) if tells_right else None,
        explanation=_explanation(item, languages) if tells_right else "",
        description=description,
        buttons=buttons,
    )


def shown_to(language: Language) -> Shown:
    """The one language a person reads."""
    return Shown.MS if language is Language.MS else Shown.EN


def _languages(item: Askable, shown: Shown) -> tuple[Language, ...]:
    if shown is Shown.BOTH:
        return item.languages()
    wanted = Language(shown.value)
    return (wanted,) if wanted in item.languages() else (wanted.other,)


def _question(item: Askable, language: Language) -> str:
    return (item.question_ms if language is Language.MS else item.question_en) or ""


def _options(item: Askable, language: Language, order: Sequence[int]) -> list[str]:
    options = (item.options_ms if language is Language.MS else item.options_en) or ()
    return [options[number] for number in order]


def _explanation(item: Askable, languages: Sequence[Language]) -> str:
    texts = [(item.explanation_ms if one is Language.MS else item.explanation_en) or "" for one in languages]
    both = "\n".join(text for text in texts if text)
    if len(both) <= _EXPLANATION and both.count("\n") <= _LINE_FEEDS:
        return both
    return texts[0]
