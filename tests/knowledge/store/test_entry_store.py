from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from knowledge.entry import EntryKind, Status
from knowledge.errors import EntryNotFoundError, StoreError
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore, SaveReport
from knowledge.store.tables import EntryRevisionRow, EntryRow

from .examples import fact_check, guideline, quiz_item

P, PENDING, WITHDRAWN = Status.PUBLISHED, Status.PENDING, Status.WITHDRAWN
ALL_KINDS = [(fact_check(), P), (guideline(), PENDING), (quiz_item(), P)]


class TestSave:
    def test_what_is_saved_comes_back_equal(self, store: EntryStore):
        """Every kind comes back as it was saved, with its status, revision 1 and an aware time."""
        assert store.save(ALL_KINDS) == SaveReport(added=3, changed=0, unchanged=0)
        for entry, status in ALL_KINDS:
            stored = store.require(entry.id)
            assert (stored.entry, stored.status, stored.revision) == (entry, status, 1)
            assert stored.updated_at.tzinfo is UTC
            assert abs((datetime.now(UTC) - stored.updated_at).total_seconds()) < 60

    def test_saving_the_same_again_changes_nothing(self, store: EntryStore):
        """Saving is idempotent by id: no new revision, no new change number."""
        store.save(ALL_KINDS)
        before = list(store.all_entries())
        assert store.save(ALL_KINDS) == SaveReport(0, 0, 3)
        assert list(store.all_entries()) == before
        assert store.change_number() == 3

    def test_a_row_of_an_older_version_is_read_and_is_no_change(self, store: EntryStore, database: Database):
        """A payload without the fields that came later still loads, and saving the same entry writes nothing."""
        later = {"states", "election", "valid_from", "valid_until", "checked_at", "checked_against", "check_result"}
        later |= {"wordings_ms", "wordings_en", "look_alikes"}
        store.save([(fact_check(), P)])
        old = {name: value for name, value in fact_check().model_dump(mode="json").items() if name not in later}
        with database.session() as session:
            session.execute(update(EntryRow).values(payload=old))
        assert store.require("a-claim").entry == fact_check()
        assert store.save([(fact_check(), P)]) == SaveReport(0, 0, 1)
        assert store.save([(fact_check(states=["sabah"]), P)]) == SaveReport(0, 1, 0)

    def test_a_new_text_or_status_is_a_new_revision(self, store: EntryStore, database: Database):
        """A different payload or status counts as changed and keeps every revision in the history."""
        store.save([(fact_check(), PENDING)])
        assert store.save([(fact_check(), P)]) == SaveReport(0, 1, 0)
        assert store.save([(fact_check(claim_en="Other words."), P)]) == SaveReport(0, 1, 0)
        assert store.require("a-claim").revision == 3
        with database.session() as session:
            history = session.scalars(select(EntryRevisionRow).order_by(EntryRevisionRow.revision)).all()
        assert [(row.revision, row.status) for row in history] == [(1, "pending"), (2, "published"), (3, "published")]
        assert [row.payload["claim_en"] for row in history[1:]] == [fact_check().claim_en, "Other words."]

    def test_the_same_id_twice_in_one_save_is_two_revisions(self, store: EntryStore):
        """Items are taken in their order; the last one stands."""
        assert store.save([(fact_check(), PENDING), (fact_check(), P)]) == SaveReport(1, 1, 0)
        assert (store.require("a-claim").status, store.require("a-claim").revision) == (P, 2)

    def test_all_or_nothing(self, store: EntryStore, database: Database):
        """When one entry cannot be written none is, not even those before it."""
        store.save([(fact_check("b"), P)])
        taken = EntryRevisionRow(entry_id="b", revision=2, payload={}, status="pending", at=datetime.now(UTC))
        with database.session() as session:
            session.add(taken)
        with pytest.raises(StoreError):
            store.save([(fact_check("a"), P), (fact_check("b"), WITHDRAWN)])
        assert store.get("a") is None
        assert (store.require("b").status, store.change_number()) == (P, 1)

    def test_more_entries_than_one_query_holds(self, store: EntryStore):
        """A large save is one save, and streaming gives every entry once."""
        many = [(guideline(f"rule-{number:04}"), P) for number in range(1203)]
        assert store.save(many) == SaveReport(1203, 0, 0)
        assert store.save(many) == SaveReport(0, 0, 1203)
        assert [stored.entry.id for stored in store.all_entries()] == [entry.id for entry, _ in many]

    def test_saving_nothing_is_fine(self, store: EntryStore):
        """An empty list stores nothing."""
        assert store.save([]) == SaveReport(0, 0, 0)

    def test_odd_characters_survive(self, store: EntryStore):
        """Emoji, quotes, line breaks, other scripts and control characters come back exactly."""
        odd = fact_check(summary_en="a \"b\" 'c'\n\r\n\t😀 中文 \x00 \u2028 %s :x \\", entities=("😀", "O'Neil"))
        store.save([(odd, P)])
        assert store.require(odd.id).entry == odd

    def test_an_address_longer_than_an_index_holds_is_stored(self, store: EntryStore):
        """PostgreSQL refuses index rows past 2,704 bytes; the longest allowed address still saves and is found."""
        url = "https://x.my/" + "".join(chr(0x1F300 + number % 700) for number in range(1980))
        store.save([(fact_check(source_url=url), P), (fact_check("b", source_url=url + "a"), P)])
        assert [stored.entry.id for stored in store.find_by_url(url)] == ["a-claim"]


class TestPlan:
    def test_a_plan_tells_what_saving_would_do_and_writes_nothing(self, store: EntryStore):
        """`plan` and `save` report the same; only `save` writes."""
        store.save([(fact_check("same"), P), (fact_check("other"), P)])
        items = [(fact_check("same"), P), (fact_check("other"), PENDING), (guideline("new"), P), (guideline("new"), P)]
        planned = store.plan(items)
        assert store.get("new") is None
        assert store.change_number() == 2
        assert planned == store.save(items) == SaveReport(added=1, changed=1, unchanged=2)


class TestReading:
    def test_an_unknown_id(self, store: EntryStore):
        """`get` gives None and `require` names the id."""
        assert store.get("nowhere") is None
        with pytest.raises(EntryNotFoundError, match="nowhere"):
            store.require("nowhere")

    def test_published_gives_one_kind_and_only_what_people_may_see(self, store: EntryStore):
        """Pending and withdrawn entries and other kinds stay out."""
        store.save(
            [
                (fact_check("b"), P),
                (fact_check("a"), P),
                (fact_check("c"), PENDING),
                (fact_check("d"), WITHDRAWN),
                (guideline(), P),
            ]
        )
        assert [stored.entry.id for stored in store.published(EntryKind.FACT_CHECK)] == ["a", "b"]

    def test_all_entries_by_kind_and_id(self, store: EntryStore):
        """The order is that of code points on every database: '-' before digits before letters."""
        ids = ["a-b", "a1", "a", "ab", "a-1"]
        store.save([(quiz_item("a0"), P), *((guideline(entry_id), P) for entry_id in ids), (fact_check("z"), P)])
        assert [stored.entry.id for stored in store.all_entries()] == ["z", *sorted(ids), "a0"]

    def test_a_reader_may_stop_early(self, store: EntryStore):
        """An unfinished stream keeps nobody from writing."""
        store.save(ALL_KINDS)
        stream = store.all_entries()
        next(stream)
        store.save([(fact_check("later"), P)])
        stream.close()
        assert store.get("later") is not None

    def test_reading_what_another_version_wrote(self, store: EntryStore, database: Database):
        """A row this version does not understand is an error that names it, never a silent gap."""
        store.save(ALL_KINDS)
        with database.session() as session:
            session.execute(update(EntryRow).where(EntryRow.id == "a-rule").values(payload={"kind": "guideline"}))
        with pytest.raises(StoreError, match="a-rule"):
            list(store.all_entries())

    def test_count_by_status_has_every_kind_and_status(self, store: EntryStore):
        """Nought is a count too."""
        store.save([*ALL_KINDS, (fact_check("two"), P)])
        counts = store.count_by_status()
        assert len(counts) == 9
        assert {key: count for key, count in counts.items() if count} == {
            (EntryKind.FACT_CHECK, P): 2,
            (EntryKind.GUIDELINE, PENDING): 1,
            (EntryKind.QUIZ, P): 1,
        }


class TestChanges:
    def test_the_change_number_starts_at_nought(self, store: EntryStore):
        """An empty database has seen no change."""
        assert store.change_number() == 0
        assert store.changes_since(0) == []

    def test_changes_since_gives_each_changed_entry_once_in_order(self, store: EntryStore):
        """Whatever their status, oldest change first, nothing before the number asked for."""
        store.save([(fact_check("a"), P), (fact_check("b"), P)])
        seen = store.change_number()
        store.save([(fact_check("c"), PENDING), (fact_check("a"), WITHDRAWN), (fact_check("b"), P)])
        changes = store.changes_since(seen)
        assert [(stored.entry.id, stored.status) for stored in changes] == [("c", PENDING), ("a", WITHDRAWN)]
        assert store.changes_since(changes[-1].change_number) == []
        assert changes[-1].change_number == store.change_number()

    def test_changes_come_some_at_a_time(self, store: EntryStore):
        """As many as asked for, oldest first."""
        store.save([(fact_check("a"), P), (fact_check("b"), P), (fact_check("c"), P)])
        assert [stored.entry.id for stored in store.changes_since(0, 2)] == ["a", "b"]

    def test_every_version_of_an_entry_has_its_own_stamp(self, store: EntryStore):
        """Published entries of the kinds asked for have one; a change gives another."""
        store.save([(fact_check("a"), P), (fact_check("b"), PENDING), (fact_check("c"), P)])
        before = store.stamps([EntryKind.FACT_CHECK])
        store.save([(fact_check("a"), WITHDRAWN), (fact_check("b"), P)])
        store.save([(fact_check("a"), P)])
        after = store.stamps([EntryKind.FACT_CHECK])
        assert (set(before), set(after)) == ({"a", "c"}, {"a", "b", "c"})
        assert before["c"] == after["c"]
        assert before["a"] != after["a"]
        assert store.stamps([EntryKind.GUIDELINE]) == {}

    def test_many_entries_are_read_together(self, store: EntryStore):
        """Unknown ids are left out."""
        store.save([(fact_check("a"), P), (fact_check("b"), PENDING), (fact_check("c"), P)])
        assert [stored.entry.id for stored in store.get_many(["c", "unknown", "b"])] == ["b", "c"]


class TestLatest:
    def test_newest_review_first_and_vague_dates_below_exact_ones(self, store: EntryStore):
        """2024-05-01 is above 2024-05, which is above 2024; entries without a date stay out."""
        dates = ["2024", "2024-05", "2024-05-01", "2023-12-31", "2024-12", None]
        store.save([(fact_check(f"d{number}", review_date=date), P) for number, date in enumerate(dates)])
        store.save([(fact_check("hidden", review_date="2030"), PENDING), (guideline(as_of="2030"), P)])
        found = [stored.entry.review_date for stored in store.latest(10)]
        assert found == ["2024-12", "2024-05-01", "2024-05", "2024", "2023-12-31"]
        assert len(store.latest(2)) == 2


class TestFindByUrl:
    @pytest.mark.parametrize(
        "shared",
        [
            "https://sebenarnya.my/a-claim/",
            "http://www.sebenarnya.my/a-claim",
            "https://SEBENARNYA.my:443/a-claim/?utm_source=wa&UTM_medium=x#top",
            "https://sebenarnya.my/a-claim?fbclid=123",
        ],
    )
    def test_the_same_page_however_it_was_shared(self, store: EntryStore, shared: str):
        """Scheme, www, the last slash, tracking and fragment do not matter."""
        store.save([(fact_check(), P)])
        assert [stored.entry.id for stored in store.find_by_url(shared)] == ["a-claim"]

    @pytest.mark.parametrize(
        "other", ["https://sebenarnya.my/A-claim", "https://sebenarnya.my/a-claim?id=2", "https://[", "x", ""]
    )
    def test_another_page_is_not_found(self, store: EntryStore, other: str):
        """Path and meaningful queries do matter; text that is no address finds nothing."""
        store.save([(fact_check(), P)])
        assert store.find_by_url(other) == []

    def test_only_published_entries(self, store: EntryStore):
        """What people may not see is not found by its address either."""
        store.save([(fact_check(), WITHDRAWN)])
        assert store.find_by_url(fact_check().source_url) == []
