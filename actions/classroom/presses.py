"""The names of the classroom's buttons."""

from enum import StrEnum


class ClassPress(StrEnum):
    """At most 7 characters each: a name and its argument share 64 bytes."""

    NEW = "c_new"
    SET = "c_set"
    SOURCE = "c_src"
    TIMING = "c_time"
    TITLE = "c_name"
    PANEL = "c_plan"
    OPEN = "c_open"
    DISCARD = "c_drop"
    START = "c_go"
    PAUSE = "c_wait"
    RESUME = "c_cont"
    NEXT = "c_next"
    SKIP = "c_skip"
    EXTEND = "c_more"
    END = "c_end"
    END_SURE = "c_endok"
    STUDENTS = "c_who"
    REMOVE = "c_out"
    LEAVE = "c_leave"
    WHY = "c_why"
    SHOW = "c_show"
    FILES = "c_files"
    POST_TEST = "c_post"
    DELETE = "c_del"
    DELETE_SURE = "c_delok"
