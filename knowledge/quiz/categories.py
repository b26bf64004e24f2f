"""The few themes under which people choose questions; every item's `skill_or_topic` belongs to one."""

from enum import StrEnum
from typing import Final


class Category(StrEnum):
    """A theme as people choose it: a topic, or a technique of those who mislead."""

    VOTING = "voting"
    RULES = "rules"
    SKILLS = "skills"
    SCAM = "scam"
    IMPERSONATION = "impersonation"
    AI_MADE = "ai-made"
    EMOTION = "emotion"
    FALSE_CONTEXT = "false-context"
    FABRICATED = "fabricated"
    SCAPEGOATING = "scapegoating"
    OTHER = "other"


_MEMBERS: Final = {
    Category.VOTING: "voting-process voter-eligibility ballots-counting candidates-parties voter-info "
    "civic-election-integrity election-security government-policy",
    Category.RULES: "gpppa political-ads misinformation hate-speech harassment spam-fake-engagement reporting privacy "
    "law organisations youth-safety",
    Category.SKILLS: "verification sift lateral-reading reverse-image-search literacy-skill prebunking family-talk "
    "definitions",
    Category.SCAM: "scam scam-finance account-security",
    Category.IMPERSONATION: "impersonation",
    Category.AI_MADE: "ai-made ai-generated-content ai-manipulated",
    Category.EMOTION: "emotion manipulation",
    Category.FALSE_CONTEXT: "false-context missing-context",
    Category.FABRICATED: "fabricated fabrication",
    Category.SCAPEGOATING: "scapegoating race-religion-royalty",
}
_CATEGORY_OF: Final = {member: category for category, members in _MEMBERS.items() for member in members.split()}


def category_of(skill_or_topic: str) -> Category:
    """The theme of an item; what is not listed above is `Category.OTHER`."""
    return _CATEGORY_OF.get(skill_or_topic, Category.OTHER)
