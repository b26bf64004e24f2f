import json
from dataclasses import replace
from datetime import timedelta

import pytest

from actions.attachment import MAX_BYTES, Attachment
from actions.conversation.keys import ConversationKey
from actions.errors import AttachmentNotFetchedError
from actions.intake.receive import receive
from actions.registry import take
from knowledge.entry import FactCheck, Status
from knowledge.store.audit_log import Deed
from knowledge.store.letter_state import LetterState
from knowledge.store.team_store import Role
from knowledge.text.language import Language
from tests.actions.desk.desk_world import Desk, Somebody
from tests.knowledge.transfer.records import FACT_CHECK
from tests.knowledge.transfer.review_files import REVIEW, feed, review


def _file(content: object, name: str = "reviews.json", *, size: int = 0) -> Attachment:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Attachment(name, "application/octet-stream", size, False, lambda: data)


def sends(person: Somebody, attachment: Attachment) -> Somebody:
    """Send a file of one's own accord."""
    request = replace(person._request(""), attachment=attachment)
    reply = take(request, person.services)
    assert reply is not None
    return person._heard(reply)


def _stored(desk: Desk) -> dict[str, Status]:
    return {stored.entry.id: stored.status for stored in desk.services.entries.all_entries()}


def test_a_reviewer_sends_reviews_and_they_wait(desk: Desk):
    """Preview first, nothing stored; one press imports as pending, and the log says who brought which file."""
    reviewer = sends(desk.member("r", Role.REVIEWER), _file(feed(REVIEW)))
    assert "New entries: 1" in reviewer.text
    assert _stored(desk) == {}
    reviewer.presses("Yes, save it")
    assert "Imported" in reviewer.text
    assert list(_stored(desk).values()) == [Status.PENDING]
    (logged,) = desk.services.desk.audit.about("file:reviews.json")
    assert (logged.by.name, logged.deed, logged.detail) == ("Name-r", Deed.IMPORTED, "+1 ~0 =0")
    assert "Published" not in reviewer.text


def test_what_a_file_brings_is_found_by_the_review(desk: Desk):
    """The button leads to what waits, where another member decides."""
    reviewer = sends(desk.member("r", Role.REVIEWER), _file(feed(REVIEW))).presses("Yes, save it")
    assert "pensel" in reviewer.presses("See what waits").text


def test_the_other_reviewers_are_told_what_a_file_brought(desk: Desk):
    """Not whoever brought it, and not of a file that brought nothing new or published it at once."""
    other = desk.member("s", Role.REVIEWER)
    reviewer = sends(desk.member("r", Role.REVIEWER), _file(feed(REVIEW))).presses("Yes, save it")
    assert desk.services.outbox.counts(f"new-work:{other.person}")[LetterState.WAITING] == 1
    assert desk.services.outbox.counts(f"new-work:{reviewer.person}")[LetterState.WAITING] == 0
    desk.clock.pass_by(timedelta(hours=1))
    sends(reviewer, _file(feed(REVIEW))).presses("Yes, save it")
    assert desk.services.outbox.counts(f"new-work:{other.person}")[LetterState.WAITING] == 1


def test_only_an_owner_may_publish_at_once(desk: Desk):
    """An owner is asked; a reviewer is not, and cannot choose it either."""
    owner = sends(desk.owner(), _file(feed(REVIEW)))
    assert owner.labels[:2] == ["Waiting for review", "Published at once"]
    owner.presses("Published at once").presses("Yes, save it")
    assert list(_stored(desk).values()) == [Status.PUBLISHED]


@pytest.mark.parametrize("who", ["voter", "contributor"])
def test_others_cannot_import(desk: Desk, who: str):
    """A voter's file is for nobody here; a contributor is told which role it takes. Neither file is even fetched."""

    def fetch() -> bytes:
        raise AssertionError

    attachment = Attachment("x.json", "", 9, False, fetch)
    person = desk.voter("v") if who == "voter" else desk.member("c", Role.CONTRIBUTOR)
    reply = receive(replace(person._request(""), attachment=attachment), desk.services)
    assert (reply is None) is (who == "voter")
    if reply is not None:
        assert "reviewer" in person._heard(reply).text


@pytest.mark.parametrize("name", ["photo.jpg", "letter.docx", "", "entries"])
def test_another_sort_of_file_is_left_to_others(desk: Desk, name: str):
    """What is no file of entries by its name may be a claim's picture."""
    request = replace(desk.owner()._request(""), attachment=_file(b"x", name))
    assert receive(request, desk.services) is None


@pytest.mark.parametrize("table", [b"question,option_a\nSiapa?,SPR\n", b"question;option_a\nSiapa?;SPR\n"])
def test_another_sort_of_table_is_left_to_others(desk: Desk, table: bytes):
    """A reviewer may be an educator too: a table without the columns of entries is not for here."""
    request = replace(desk.owner()._request(""), attachment=_file(table, "kuiz.csv"))
    assert receive(request, desk.services) is None


@pytest.mark.parametrize("language", list(Language))
def test_faults_are_told_by_line_and_nothing_is_kept(desk: Desk, language: Language):
    """No conversation is begun for a file that cannot be imported: it is mended and sent again."""
    reviewer = desk.member("r", Role.REVIEWER)
    reviewer.language = language
    sends(reviewer, _file(feed(REVIEW, review(url=None), review(author=None))))
    assert "dataFeedElement[1].item.url" in reviewer.text
    assert ("Ia tiada, atau kosong." in reviewer.text) is (language is Language.MS)
    assert "dataFeedElement[2].item.author.name" in reviewer.text
    assert desk.services.conversations.get(reviewer.person, "chat-rrrr", desk.clock()) is None
    assert _stored(desk) == {}


def test_many_faults_are_cut(desk: Desk):
    """The first ten, and how many more."""
    reviewer = sends(
        desk.member("r", Role.REVIEWER), _file([review(url=None, claimReviewed=f"c{n}") for n in range(14)])
    )
    assert "Problems: 14" in reviewer.text
    assert "and 4 more" in reviewer.text


@pytest.mark.parametrize(
    ("attachment", "text"),
    [
        (_file(b"\xd0\xcf\x11\xe0", "a.xlsx"), "password"),
        (_file(b"{", "../../a.json"), "a.json was not imported"),
        (_file(b"kind,id\n" + b"\xff", "a.csv"), "UTF-8"),
    ],
)
def test_an_unreadable_file(desk: Desk, attachment: Attachment, text: str):
    """Said in one sentence, by the file's own name."""
    reviewer = desk.member("r", Role.REVIEWER)
    reply = receive(replace(reviewer._request(""), attachment=attachment), desk.services)
    assert reply is not None
    assert text in reviewer._heard(reply).text


def test_too_large_or_not_fetched(desk: Desk):
    """Both are told apart, and nothing breaks."""

    def broken() -> bytes:
        raise AttachmentNotFetchedError

    reviewer = desk.member("r", Role.REVIEWER)
    for attachment, key in (
        (_file(b"x", "a.json", size=MAX_BYTES + 1), ConversationKey.FILE_TOO_LARGE),
        (Attachment("a.json", "", 0, False, broken), ConversationKey.FILE_NOT_FETCHED),
    ):
        sends(reviewer, attachment)
        assert reviewer.reply.messages[0].text.key is key


def test_a_published_entry_is_not_changed_by_a_file(desk: Desk, black_dot: FactCheck):
    """What people see is corrected with a note; a pending entry may be replaced, and the same entry is no change."""
    desk.services.entries.save([(black_dot, Status.PUBLISHED)])
    reviewer = desk.member("r", Role.REVIEWER)
    changed = FACT_CHECK | {"id": black_dot.id}
    sends(reviewer, _file(json.dumps(changed).encode(), "a.jsonl"))
    assert f"/correct {black_dot.id}" in reviewer.text
    same = json.dumps(black_dot.model_dump(mode="json")).encode()
    assert "the same: 1" in sends(reviewer, _file(same, "a.jsonl")).text


def test_a_second_file_replaces_the_first_at_the_preview(desk: Desk):
    """Changing the file at the preview asks for it again; a faulty one is refused, and the first is kept."""
    reviewer = sends(desk.member("r", Role.REVIEWER), _file(feed(REVIEW)))
    reviewer.presses("Change").presses("File")
    sends(reviewer, _file(b"{", "b.json"))
    assert "b.json was not imported" in reviewer.text
    sends(reviewer, _file(feed(REVIEW, review(url="https://semak.example/2")), "c.json"))
    assert "New entries: 2" in reviewer.text


def test_who_was_put_out_meanwhile_imports_nothing(desk: Desk):
    """The role is asked for when it counts: at the end."""
    reviewer = sends(desk.member("r", Role.REVIEWER), _file(feed(REVIEW)))
    owner = desk.owner().commands("team").presses("Name-r").presses("Take off")
    del owner
    reviewer.presses("Yes, save it")
    assert _stored(desk) == {}


def test_a_copy_sent_twice_changes_nothing_more(desk: Desk):
    """Reviews are known by their page: the second import has nothing new."""
    reviewer = sends(desk.member("r", Role.REVIEWER), _file(feed(REVIEW))).presses("Yes, save it")
    reviewer = sends(reviewer, _file(feed(REVIEW)))
    assert "left alone: 1" in reviewer.text
    assert "there already" in reviewer.presses("Yes, save it").text
