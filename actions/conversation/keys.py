"""The texts of guided conversations in general; each form's own are its area's."""

from enum import StrEnum


class ConversationKey(StrEnum):
    """A text by its Fluent id, in bot/texts/*/conversation.ftl."""

    STEP = "form-step"
    STEP_AGAIN = "form-step-again"
    STEP_WITH_ANSWER = "form-step-with-answer"
    PREVIEW_ASK = "form-preview-ask"
    PREVIEW_AGAIN = "form-preview-again"
    WHICH_ANSWER = "form-which-answer"
    CHOSEN = "form-chosen"
    PRIVATE_ONLY = "form-private-only"
    UNFINISHED = "form-unfinished"
    PAUSED = "form-paused"
    CANCEL_CONFIRM = "form-cancel-confirm"
    CANCELLED = "form-cancelled"
    NOTHING_OPEN = "form-nothing-open"
    ANSWER_MISSING = "form-answer-missing"
    FILE_WANTED = "form-file-wanted"
    WORDS_WANTED = "form-words-wanted"
    PICK_WANTED = "form-pick-wanted"
    FILE_TOO_LARGE = "form-file-too-large"
    FILE_NOT_FETCHED = "form-file-not-fetched"
    NOTICE_PAST = "notice-form-past"

    BUTTON_BACK = "button-form-back"
    BUTTON_SKIP = "button-form-skip"
    BUTTON_KEEP_ANSWER = "button-form-keep-answer"
    BUTTON_DONE = "button-form-done"
    BUTTON_CANCEL = "button-form-cancel"
    BUTTON_DISCARD = "button-form-discard"
    BUTTON_RESUME = "button-form-resume"
    BUTTON_CHANGE = "button-form-change"
    BUTTON_FINISH = "button-form-finish"

    COMMAND_CANCEL = "command-cancel"
