"""The published questions, by theme and by how new the entry is that they rest on."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from actions.services import Services
from knowledge.entry import EntryKind, FactCheck, QuizItem, Status
from knowledge.freshness import malaysian_day
from knowledge.quiz.categories import Category, category_of
from knowledge.quiz.own_question import Askable
from knowledge.quiz.plan import ClassPlan, Shown, Source
from knowledge.text.language import Language

WEEK = timedelta(days=7)


def published_items(services: Services) -> list[QuizItem]:
    """Every published question, by id."""
    return [one.entry for one in services.entries.published(EntryKind.QUIZ) if isinstance(one.entry, QuizItem)]


def counts(items: Iterable[QuizItem]) -> dict[Category, int]:
    """How many questions there are of each theme that has any."""
    found = Counter(category_of(item.skill_or_topic) for item in items)
    return {category: found[category] for category in Category if found[category]}


def candidates(plan: ClassPlan, services: Services) -> list[Askable]:
    """The questions a plan may use, in its language."""
    if plan.source is Source.OWN_SET:
        own = services.question_sets.get(plan.source_value)
        return [question for question in own.askable() if _is_written(question, plan.shown)] if own else []
    items = [item for item in published_items(services) if _is_written(item, plan.shown)]
    if plan.source is Source.TOPIC:
        return [item for item in items if category_of(item.skill_or_topic) == plan.source_value]
    return [*newest(items, services)] if plan.source is Source.NEWEST else [*items]


def pick(plan: ClassPlan, services: Services, seed: int) -> list[Askable]:
    """The questions of a class: an own set in its order, the newest first, else by chance with the themes mixed."""
    found = candidates(plan, services)
    if plan.source not in (Source.NEWEST, Source.OWN_SET):
        random.Random(seed).shuffle(found)
    return _spread(found)[: plan.number] if plan.source is Source.MIXED else found[: plan.number]


def newest(items: Iterable[QuizItem], services: Services) -> list[QuizItem]:
    """The questions that rest on a fact-check, the one reviewed last first."""
    dated = [(date, item) for item in items if (date := _reviewed(item, services))]
    return [item for _, item in sorted(dated, key=lambda one: (one[0], one[1].id), reverse=True)]


def how_many_this_week(plan: ClassPlan, services: Services, now: datetime) -> int:
    """How many of a plan's questions rest on a fact-check of the last seven days."""
    since = malaysian_day(now - WEEK).isoformat()
    items = [item for item in candidates(plan, services) if isinstance(item, QuizItem)]
    return sum((_reviewed(item, services) or "") >= since for item in items)


def base_of(item: QuizItem, services: Services) -> FactCheck | None:
    """The published fact-check a question rests on, if it rests on one."""
    stored = services.entries.get(item.based_on)
    if stored is None or stored.status is not Status.PUBLISHED or not isinstance(stored.entry, FactCheck):
        return None
    return stored.entry


def _reviewed(item: QuizItem, services: Services) -> str | None:
    entry = base_of(item, services)
    return entry.review_date if entry else None


def _is_written(item: Askable, shown: Shown) -> bool:
    wanted = list(Language) if shown is Shown.BOTH else [Language(shown.value)]
    return all(language in item.languages() for language in wanted)


def _spread(items: list[Askable]) -> list[Askable]:
    """One of each theme, then a second of each, and so on."""
    seen: Counter[Category] = Counter()
    turns: list[tuple[int, int, Askable]] = []
    for place, item in enumerate(items):
        category = category_of(item.skill_or_topic)
        turns.append((seen[category], place, item))
        seen[category] += 1
    return [item for _, _, item in sorted(turns, key=lambda turn: turn[:2])]
