from pathlib import Path

import pytest

from knowledge.entry import Status
from knowledge.errors import ListFileError
from knowledge.inspection.hosts import gone_hosts, read_hosts
from tests.knowledge.store.examples import fact_check

from .conftest import READ, listed, named


@pytest.fixture
def hosts(tmp_path: Path) -> Path:
    path = tmp_path / "hosts.tsv"
    path.write_text("# remark\n\nwww.Old.my\tdead\tClosed in 2024.\nmoved.my\tmoved\tNow new.my.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("url", ["https://old.my/a", "https://www.old.my/a", "http://moved.my:8080/a"])
def test_a_source_on_a_host_that_is_gone(hosts: Path, url: str):
    """With and without www; a host that only ends alike is another."""
    known = read_hosts(hosts)
    assert named(gone_hosts(listed(fact_check(source_url=url)), known)) == [("host-gone", "a-claim")]
    other = fact_check(source_url="https://not-old.my/a")
    assert named(gone_hosts(listed(other), known)) == []


def test_an_archive_that_was_read_is_enough(hosts: Path):
    """A page read elsewhere is on record; one read on the dead host is not, and nobody minds a pending entry."""
    known = read_hosts(hosts)
    archived = fact_check(source_url="https://old.my/a", **READ)
    assert named(gone_hosts(listed(archived), known)) == []
    same_host = fact_check(source_url="https://old.my/a", **(READ | {"checked_against": "https://old.my/a"}))
    assert named(gone_hosts(listed(same_host), known)) == [("host-gone", "a-claim")]
    assert named(gone_hosts(listed(fact_check(source_url="https://old.my/a"), Status.PENDING), known)) == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("old.my dead note", "one tab between"),
        ("old.my\tdead", "one tab between"),
        ("old.my\tgone\tx", "dead or moved"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, why: str):
    """By file and number, with what to write."""
    path = tmp_path / "hosts.tsv"
    path.write_text(f"# remark\n{line}\n", encoding="utf-8")
    with pytest.raises(ListFileError, match=rf"hosts\.tsv, line 2: .*{why}"):
        read_hosts(path)


def test_a_missing_list_is_named(tmp_path: Path):
    """A mistyped name is an error, never an empty list."""
    with pytest.raises(ListFileError, match="cannot be read"):
        read_hosts(tmp_path / "none.tsv")
