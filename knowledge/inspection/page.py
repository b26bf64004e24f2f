"""The page about what the bot knows, as Markdown."""

from collections.abc import Iterator, Sequence

from knowledge.entry import FactCheck, Guideline, QuizItem, Topic
from knowledge.inspection.listed import Listed
from knowledge.inspection.tallies import (
    Table,
    checks_by,
    counted,
    owners,
    parties_in,
    publishers,
    statuses,
    subjects,
    waiting,
    year_of,
)

ENOUGH = 15
"""How many published fact-checks a topic should have."""

_HEAD = """# What the bot knows

Made by `safertogether report knowledge`; a change by hand is lost. Everything below the first table counts published
entries only. How entries are checked: [check-sources.md](check-sources.md); where they come from: [seed.md](seed.md).
"""


def knowledge_page(entries: Sequence[Listed]) -> str:
    """The whole page; the same entries always give the same page."""
    return "\n".join(_parts(entries))


def _parts(entries: Sequence[Listed]) -> Iterator[str]:
    published = [listed.entry for listed in entries if listed.is_published]
    checks = [entry for entry in published if isinstance(entry, FactCheck)]
    rules = [entry for entry in published if isinstance(entry, Guideline)]
    questions = [entry for entry in published if isinstance(entry, QuizItem)]
    days = sorted(entry.checked_at for entry in published if entry.checked_at)
    yield _HEAD
    if days:
        yield f"Second readings: {days[0]} to {days[-1]}.\n"
    yield _markdown(statuses(entries))
    yield from _about_checks(checks)
    yield f"## Guidelines\n\n{_markdown(counted('area', (rule.area.value for rule in rules)))}"
    yield _markdown(owners(rules))
    yield _markdown(counted("year it was read", ((rule.as_of or "undated").split("-")[0] for rule in rules)))
    yield f"## Quiz items\n\n{_markdown(subjects(questions))}"
    yield _markdown(counted("difficulty", (str(question.difficulty) for question in questions)))
    yield from _about_scope([*checks, *rules])
    yield f"## Pending, and why\n\n{_markdown(waiting(entries))}"


def _about_checks(checks: Sequence[FactCheck]) -> Iterator[str]:
    by_topic = checks_by("topic", checks, lambda check: [check.topic.value])
    yield f"## Fact-checks\n\n### By topic\n\n{_markdown(by_topic)}"
    few = [topic.value for topic in Topic if sum(check.topic is topic for check in checks) < ENOUGH]
    if few:
        yield f"Fewer than {ENOUGH} so far: {', '.join(few)}.\n"
    by_year = checks_by("year", checks, lambda check: [year_of(check)])
    yield f"### By year of the review\n\n{_markdown([by_year[0], *sorted(by_year[1:])])}"
    by_language = checks_by("language", checks, lambda check: [check.source_lang])
    yield f"### By language of the source\n\n{_markdown(by_language)}"
    yield "### By party or coalition mentioned\n"
    yield "To be named is not to be at fault: often a party is whom a claim is about.\n"
    yield _markdown(checks_by("party", checks, parties_in))
    yield f"### By publisher\n\n{_markdown(publishers(checks))}"


def _about_scope(entries: Sequence[FactCheck | Guideline]) -> Iterator[str]:
    elections = [entry.election for entry in entries if entry.election]
    states = [state.value for entry in entries for state in entry.states]
    ending = [entry for entry in entries if entry.valid_until]
    yield "## Where and how long entries hold\n"
    yield f"{len(ending)} entries say until when they hold.\n"
    if elections:
        yield _markdown(counted("election", elections))
    if states:
        yield _markdown(counted("state", states))


def _markdown(table: Table) -> str:
    head, *body = table
    lines = [_row(head), "|---" + "|---:" * (len(head) - 1) + "|", *map(_row, body)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
