"""What is wrong with an entry or with the entries as a whole."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that entries are held to."""

    NOT_READ_TWICE = "not-read-twice"
    PENDING_WITHOUT_REASON = "pending-without-reason"
    RESTS_ON_UNPUBLISHED = "rests-on-unpublished"
    HOST_GONE = "host-gone"
    LANGUAGE_MISSING = "language-missing"
    LANGUAGES_DIFFER = "languages-differ"
    DATE_MISSING = "date-missing"
    DATE_IMPOSSIBLE = "date-impossible"
    TOO_LONG = "too-long"
    VERDICT_UNSUPPORTED = "verdict-unsupported"
    INDONESIAN = "indonesian"
    PRIVATE_DATA = "private-data"
    DUPLICATE = "duplicate"
    ANSWER_LENGTH = "answer-length"
    ANSWER_POSITION = "answer-position"
    WAIVER_EXPIRED = "waiver-expired"
    WAIVER_UNUSED = "waiver-unused"


@dataclass(frozen=True)
class Finding:
    """One thing to mend.

    Attributes:
        rule: the rule that is broken.
        subject: the entry's id; for a pair both, joined by `+` in the order of the alphabet; for all entries `*`.
        problem: what is wrong, a sentence.
        mend: what to do, a sentence.
    """

    rule: Rule
    subject: str
    problem: str
    mend: str
