"""The entries: what is known. Each is validated when it is made and never changes afterwards."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, model_validator

from knowledge.constrained import EntryId, Line, Name, Paragraph, PartialDate, Url
from knowledge.question import Question
from knowledge.scope import Scope
from knowledge.second_reading import SecondReading
from knowledge.text.language import Language
from knowledge.upkeep import Upkeep
from knowledge.wordings import Worded, WordedClaim


class Verdict(StrEnum):
    """What a fact-check found of its claim (schema.org `reviewRating.alternateName`)."""

    FALSE = "false"
    MISLEADING = "misleading"
    MISSING_CONTEXT = "missing_context"
    ALTERED = "altered"
    UNPROVEN = "unproven"
    SATIRE = "satire"
    TRUE = "true"


class Topic(StrEnum):
    """What a fact-check is about."""

    VOTING_PROCESS = "voting-process"
    VOTER_ELIGIBILITY = "voter-eligibility"
    BALLOTS_COUNTING = "ballots-counting"
    CANDIDATES_PARTIES = "candidates-parties"
    ELECTION_SECURITY = "election-security"
    GOVERNMENT_POLICY = "government-policy"
    RACE_RELIGION_ROYALTY = "race-religion-royalty"
    PUBLIC_ORDER = "public-order"
    SCAM_FINANCE = "scam-finance"
    HEALTH = "health"
    DISASTER = "disaster"
    AI_MANIPULATED = "ai-manipulated"
    OTHER = "other"


class Area(StrEnum):
    """What a guideline is about."""

    CIVIC_ELECTION_INTEGRITY = "civic-election-integrity"
    MISINFORMATION = "misinformation"
    GPPPA = "gpppa"
    AI_GENERATED_CONTENT = "ai-generated-content"
    IMPERSONATION = "impersonation"
    SPAM_FAKE_ENGAGEMENT = "spam-fake-engagement"
    HATE_SPEECH = "hate-speech"
    HARASSMENT = "harassment"
    POLITICAL_ADS = "political-ads"
    REPORTING = "reporting"
    PRIVACY = "privacy"
    VOTER_INFO = "voter-info"
    LAW = "law"
    LITERACY_SKILL = "literacy-skill"
    ORGANISATION = "organisation"


class Status(StrEnum):
    """Whether people may see an entry."""

    PUBLISHED = "published"
    PENDING = "pending"
    WITHDRAWN = "withdrawn"


class EntryKind(StrEnum):
    """The three sorts of entry."""

    FACT_CHECK = "fact_check"
    GUIDELINE = "guideline"
    QUIZ = "quiz"


class Confidence(StrEnum):
    """How plainly the source carries the record: `high` when the page itself gives claim and verdict."""

    HIGH = "high"
    MEDIUM = "medium"


class _Record(SecondReading):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId

    def languages(self) -> tuple[Language, ...]:
        """The languages this entry is written in, Malay first."""
        return tuple(language for language in Language if self._has(language))

    def _has(self, language: Language) -> bool:
        raise NotImplementedError

    @model_validator(mode="after")
    def _in_some_language(self) -> "_Record":
        if not self.languages():
            raise ValueError("needs its texts in Malay or in English: all the *_ms or all the *_en fields")
        return self


class FactCheck(WordedClaim, Scope, Upkeep, _Record):
    """The published review of one claim; schema.org's `ClaimReview` when exported."""

    kind: Literal[EntryKind.FACT_CHECK] = EntryKind.FACT_CHECK
    topic: Topic
    claim_ms: Line | None
    claim_en: Line | None
    verdict: Verdict
    summary_ms: Paragraph | None
    summary_en: Paragraph | None
    claim_date: PartialDate | None = None
    review_date: PartialDate | None = None
    publisher: Name
    source_url: Url
    source_lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] = "ms"
    entities: tuple[Name, ...] = ()
    confidence: Confidence = Confidence.HIGH

    def claim(self, language: Language) -> str | None:
        """The claim in this language, if written."""
        return self.claim_ms if language is Language.MS else self.claim_en

    def summary(self, language: Language) -> str | None:
        """What is actually so, in this language, if written."""
        return self.summary_ms if language is Language.MS else self.summary_en

    def _has(self, language: Language) -> bool:
        return bool(self.claim(language) and self.summary(language))


class Guideline(Worded, Scope, Upkeep, _Record):
    """A rule, how-to, right or service, with its `owner` and the month it was read (`as_of`)."""

    kind: Literal[EntryKind.GUIDELINE] = EntryKind.GUIDELINE
    area: Area
    owner: Name
    title_ms: Line | None
    title_en: Line | None
    body_ms: Paragraph | None
    body_en: Paragraph | None
    source_url: Url
    as_of: PartialDate | None = None
    confidence: Confidence = Confidence.MEDIUM

    def title(self, language: Language) -> str | None:
        """The question or heading in this language, if written."""
        return self.title_ms if language is Language.MS else self.title_en

    def body(self, language: Language) -> str | None:
        """The answer in this language, if written."""
        return self.body_ms if language is Language.MS else self.body_en

    def _has(self, language: Language) -> bool:
        return bool(self.title(language) and self.body(language))


class QuizItem(Question, _Record):
    """A question with the entry it rests on."""

    kind: Literal[EntryKind.QUIZ] = EntryKind.QUIZ
    based_on: EntryId
    source_url: Url

    def _has(self, language: Language) -> bool:
        if not self.is_asked_in(language):
            return False
        return bool(self.explanation_ms if language is Language.MS else self.explanation_en)


Entry = Annotated[FactCheck | Guideline | QuizItem, Field(discriminator="kind")]
ENTRY_ADAPTER: TypeAdapter[FactCheck | Guideline | QuizItem] = TypeAdapter(Entry)
