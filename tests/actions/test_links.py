import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.links import ENTRY_PREFIX, EntryLink


@given(st.from_regex(r"[a-z0-9]{1,20}(-[a-z0-9]{1,12}){0,2}", fullmatch=True), st.none() | st.integers(1, 10**6))
def test_a_link_leads_back(entry_id: str, revision: int | None) -> None:
    """To the entry and the revision it was made with, in letters that Telegram lets through."""
    payload = EntryLink(entry_id, revision).payload()
    assert payload.startswith(ENTRY_PREFIX)
    assert len(payload) <= 64
    assert EntryLink.read(payload) == EntryLink(entry_id, revision)
    if entry_id != ENTRY_PREFIX.rstrip("_"):  # of an entry "e" the prefix and the id cannot be told apart
        assert EntryLink.read(payload.removeprefix(ENTRY_PREFIX)) == EntryLink(entry_id, revision)


def test_where_it_would_be_too_long_the_revision_is_left_out() -> None:
    """The longest id has room for four digits; the link leads to the entry in any case."""
    longest = "a" * 56
    assert EntryLink(longest, 9999).payload() == f"e_{longest}_r9999"
    assert EntryLink(longest, 10000).payload() == f"e_{longest}"


@pytest.mark.parametrize(
    "payload", ["e_black-dot", "e_black-dot_r", "e_black-dot_rx", "e_black-dot_r-1", "e_black-dot_r²"]
)
def test_a_revision_that_cannot_be_read_is_none(payload: str) -> None:
    """Links of before, and links that somebody changed, lead to the entry."""
    assert EntryLink.read(payload) == EntryLink("black-dot")
