"""Quiz items whose right answer shows before the question is read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.entry import QuizItem
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.listed import Listed
from knowledge.text.language import Language

MUCH_LONGER = 1.35
"""How many times as long as the longest wrong option the right one may be."""

_SOME = 20
_LONGEST_SHARE = 0.30
_POSITION_SHARES = (0.15, 0.35)


def giveaways(entries: Sequence[Listed]) -> Iterator[Finding]:
    """Neither one item nor all together tell the answer by its length or position."""
    items = [listed.entry for listed in entries if isinstance(listed.entry, QuizItem) and listed.is_published]
    for item in items:
        yield from _stands_out(item)
    if len(items) >= _SOME:
        yield from _often_longest(items)
        yield from _uneven_positions(items)


def _stands_out(item: QuizItem) -> Iterator[Finding]:
    for language in item.languages():
        right, wrong = _lengths(item, language)
        if right > MUCH_LONGER * max(wrong) or right * MUCH_LONGER < min(wrong):
            problem = f"In {language.value} the right option has {right} characters, the others {_joined(wrong)}."
            mend = "Make the wrong options as long as the right one."
            yield Finding(Rule.ANSWER_LENGTH, item.id, problem, mend)


def _often_longest(items: Sequence[QuizItem]) -> Iterator[Finding]:
    for language in Language:
        written = [_lengths(item, language) for item in items if language in item.languages()]
        longest = sum(right > max(wrong) for right, wrong in written)
        if longest > _LONGEST_SHARE * len(written):
            problem = f"In {language.value} the right option is the longest in {longest} of {len(written)} items."
            mend = "Chance makes it one in four: lengthen wrong options or shorten right ones."
            yield Finding(Rule.ANSWER_LENGTH, "*", problem, mend)


def _uneven_positions(items: Sequence[QuizItem]) -> Iterator[Finding]:
    counts = Counter(item.answer_index for item in items)
    least, most = (share * len(items) for share in _POSITION_SHARES)
    for position in range(4):
        if not least <= counts[position] <= most:
            problem = f"The right option stands in place {position + 1} in {counts[position]} of {len(items)} items."
            yield Finding(Rule.ANSWER_POSITION, "*", problem, "Put right options in all four places alike.")


def _lengths(item: QuizItem, language: Language) -> tuple[int, list[int]]:
    """The length of the right option and of the others; both are 0 in a language that is not written."""
    options = (item.options_ms if language is Language.MS else item.options_en) or ("",) * 4
    lengths = [len(option) for option in options]
    return lengths.pop(item.answer_index), lengths


def _joined(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
