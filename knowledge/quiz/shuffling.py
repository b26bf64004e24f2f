"""In which order a student gets questions and options: by chance, but always the same for the same student."""

import random


def question_order(seed: int, student: int, questions: int, *, is_shuffled: bool) -> tuple[int, ...]:
    """The order in which a student gets the questions.

    Args:
        seed: Of the class.
        student: Their number in the class.
        questions: How many there are.
        is_shuffled: Whether the order is a matter of chance.

    Returns:
        The numbers of the questions, from 0.
    """
    return _order(f"{seed}/questions/{student}", questions, is_shuffled)


def option_order(seed: int, student: int, question: int, options: int, *, is_shuffled: bool) -> tuple[int, ...]:
    """The order in which a student sees a question's options; a neighbour's differs.

    Args:
        seed: Of the class.
        student: Their number in the class.
        question: Its number, from 0.
        options: How many there are.
        is_shuffled: Whether the order is a matter of chance.

    Returns:
        The numbers of the options, from 0.
    """
    return _order(f"{seed}/options/{student}/{question}", options, is_shuffled)


def _order(seed: str, count: int, is_shuffled: bool) -> tuple[int, ...]:
    numbers = list(range(count))
    if is_shuffled:
        random.Random(seed).shuffle(numbers)
    return tuple(numbers)
