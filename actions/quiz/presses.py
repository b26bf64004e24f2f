"""The names of the quiz's buttons."""

from enum import StrEnum


class QuizPress(StrEnum):
    """At most 7 characters each: a name and its argument share 64 bytes."""

    MENU = "q_menu"
    GO = "q_go"
    WHY = "q_why"
