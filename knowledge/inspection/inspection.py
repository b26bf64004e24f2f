"""All rules over all entries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.embedder.embedder import Embedder
from knowledge.fusion import Fusion
from knowledge.inspection import completeness_rules, hosts, quiz_rules, reading_rules, wording_rules
from knowledge.inspection.duplicates import duplicates
from knowledge.inspection.finding import Finding
from knowledge.inspection.hosts import Host
from knowledge.inspection.listed import Listed


@dataclass(frozen=True)
class Means:
    """What the rules need besides the entries."""

    today: date
    hosts: Mapping[str, Host]
    rendered_size: completeness_rules.RenderedSize
    embedder: Embedder
    fusion: Fusion


def inspect(entries: Sequence[Listed], means: Means) -> list[Finding]:
    """Every finding, by rule and subject."""
    found = [finding for listed in entries for finding in _of_one(listed, means)]
    found += reading_rules.resting(entries)
    found += quiz_rules.giveaways(entries)
    found += duplicates(entries, means.embedder, means.fusion)
    return sorted(found, key=lambda finding: (finding.rule.value, finding.subject, finding.problem))


def _of_one(listed: Listed, means: Means) -> Iterator[Finding]:
    yield from reading_rules.unread(listed)
    yield from hosts.gone_hosts(listed, means.hosts)
    yield from completeness_rules.languages(listed)
    yield from completeness_rules.same_numbers(listed)
    yield from completeness_rules.dates(listed, means.today)
    yield from completeness_rules.length(listed, means.rendered_size)
    yield from wording_rules.verdict_support(listed)
    yield from wording_rules.malaysian(listed)
    yield from wording_rules.private_data(listed)
