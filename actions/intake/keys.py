"""The names of the texts about sent files, in bot/texts/ms/intake.ftl and en/intake.ftl."""

from enum import StrEnum


class IntakeKey(StrEnum):
    """A text by its Fluent id."""

    TITLE = "intake-title"
    FILE = "intake-file"
    SEND_FILE = "intake-send-file"
    STATUS = "intake-status"
    CHOOSE_STATUS = "intake-choose-status"
    STATUS_PENDING = "intake-status-pending"
    STATUS_PUBLISHED = "intake-status-published"
    PREVIEW = "intake-preview"
    KNOWN = "intake-known"
    DIFFERS = "intake-differs"
    SAME_PAGE = "intake-same-page"
    ALIKE = "intake-alike"
    MORE_LINES = "intake-more-lines"
    FAULTS = "intake-faults"
    FAULT = "intake-fault"
    FAULT_OF_FIELD = "intake-fault-of-field"
    UNREADABLE = "intake-unreadable"
    NOTHING_NEW = "intake-nothing-new"
    DONE = "intake-done"
    BUTTON_REVIEW = "intake-button-review"
