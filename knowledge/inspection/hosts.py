"""Sources on hosts that are known to be gone: a list that people keep, for nothing here asks the network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.errors import ListFileError
from knowledge.inspection.finding import Finding, Rule
from knowledge.inspection.listed import Listed
from knowledge.inspection.tables import rows

_COLUMNS = ("host", "dead or moved", "what is known of it")


class HostState(StrEnum):
    """What became of a host."""

    DEAD = "dead"
    MOVED = "moved"


@dataclass(frozen=True)
class Host:
    """What is known of one host."""

    state: HostState
    note: str


def read_hosts(path: Path) -> dict[str, Host]:
    """The hosts of a list, without `www.`.

    Raises:
        ListFileError: the list cannot be read, or a line of it is wrong.
    """
    found: dict[str, Host] = {}
    for number, (host, state, note) in rows(path, _COLUMNS):
        if state not in list(HostState):
            raise ListFileError(f"{path.name}, line {number}: write dead or moved, not {state!r}.")
        found[host.casefold().removeprefix("www.")] = Host(HostState(state), note)
    return found


def host_of(url: str) -> str:
    """The host of an address, without `www.` and port."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def gone_hosts(listed: Listed, hosts: Mapping[str, Host]) -> Iterator[Finding]:
    """The source of a published entry is where it is said to be, or was read in an archive."""
    entry = listed.entry
    known = hosts.get(host_of(entry.source_url))
    if known is None or not listed.is_published:
        return
    if entry.checked_against is None or host_of(entry.checked_against) in hosts:
        problem = f"Its source's host {host_of(entry.source_url)} is {known.state.value}: {known.note}"
        mend = "Give the new address, or read an archived copy and write its address in checked_against."
        yield Finding(Rule.HOST_GONE, entry.id, problem, mend)
