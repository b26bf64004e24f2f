from datetime import UTC, datetime, timedelta, timezone

import pytest

from knowledge.store.database import Database
from knowledge.store.feedback_store import FeedbackStore, Rating
from knowledge.store.people_store import ForgetReport, PeopleStore, PersonSummary
from knowledge.store.question_log import QuestionLog, Trend
from knowledge.store.tip_store import TipReceipt, TipStore
from knowledge.text.language import Language

NOW = datetime(2026, 8, 31, 12, 30, tzinfo=UTC)
DAY = timedelta(hours=24)
MS, EN = Language.MS, Language.EN


@pytest.fixture
def people(database: Database) -> PeopleStore:
    """The people of `database`."""
    return PeopleStore(database)


@pytest.fixture
def tips(database: Database) -> TipStore:
    """The tips of `database`."""
    return TipStore(database)


@pytest.fixture
def feedback(database: Database) -> FeedbackStore:
    """The ratings of `database`."""
    return FeedbackStore(database)


@pytest.fixture
def questions(database: Database) -> QuestionLog:
    """The questions of `database`."""
    return QuestionLog(database)


class TestPeople:
    def test_a_language_is_kept_and_changed(self, people: PeopleStore):
        """Nobody has a language before they chose one; the last choice stands."""
        assert people.language("p") is None
        people.set_language("p", MS)
        people.set_language("p", EN)
        assert people.language("p") is EN
        assert people.language("q") is None

    def test_forget_deletes_everything_of_one_person_only(
        self, people: PeopleStore, tips: TipStore, feedback: FeedbackStore, questions: QuestionLog
    ):
        """All four tables lose the person's rows, the report counts them, and others keep theirs."""
        for person in ("p", "q"):
            people.set_language(person, MS)
            tips.add(person, "satu", MS, NOW)
            tips.add(person, "dua", MS, NOW)
            feedback.add(person, Rating.HELPFUL, "e", NOW)
            for _ in range(3):
                questions.record(person, "e", "confirmed", NOW)
        full, empty = PersonSummary(MS, tips=2, feedback=1, questions=3), PersonSummary(None, 0, 0, 0)
        assert people.summary("p") == full
        assert people.forget("p") == ForgetReport(people=1, tips=2, feedback=1, questions=3)
        assert (people.summary("p"), people.summary("q")) == (empty, full)
        assert people.forget("p") == ForgetReport(0, 0, 0, 0)


class TestTips:
    def test_the_same_words_within_a_day_are_one_tip(self, tips: TipStore):
        """Who sends a message again gets the first one's number."""
        first = tips.add("p", "Betul ke?", MS, NOW)
        assert first.is_new
        assert tips.add("p", "Betul ke?", MS, NOW + DAY - timedelta(seconds=1)) == TipReceipt(first.id, False)
        assert tips.count() == 1

    @pytest.mark.parametrize(
        ("person", "text", "later"), [("q", "Betul ke?", DAY / 2), ("p", "Betul?", DAY / 2), ("p", "Betul ke?", DAY)]
    )
    def test_another_person_text_or_day_is_another_tip(self, tips: TipStore, person, text, later):
        """Only the same words of the same person within 24 hours are one."""
        first = tips.add("p", "Betul ke?", MS, NOW)
        second = tips.add(person, text, MS, NOW + later)
        assert second.is_new
        assert second.id != first.id

    def test_newest_first_with_their_moment_in_utc(self, tips: TipStore):
        """Times given in another zone come back as the same moment in UTC."""
        malaysia = timezone(timedelta(hours=8))
        tips.add("p", "lama", MS, NOW)
        tips.add("p", "baharu", EN, (NOW + DAY).astimezone(malaysia))
        newest, oldest = tips.list(10)
        assert (newest.text, newest.language, newest.created_at, newest.state) == ("baharu", EN, NOW + DAY, None)
        assert newest.created_at.tzinfo is UTC
        assert oldest.text == "lama"
        assert [tip.text for tip in tips.list(1)] == ["baharu"]

    def test_text_no_database_can_hold_is_still_a_tip(self, tips: TipStore):
        """NUL and halves of emoji are dropped or replaced instead of failing."""
        tips.add("p", "a\x00b\ud83d", MS, NOW)
        assert tips.list(1)[0].text == "ab?"

    def test_a_number_is_never_given_twice(self, tips: TipStore, people: PeopleStore):
        """A forgotten person's receipt must not show another's tip."""
        first = tips.add("p", "x", MS, NOW)
        people.forget("p")
        assert tips.add("q", "x", MS, NOW).id > first.id


class TestFeedback:
    def test_the_latest_rating_of_a_person_stands(self, feedback: FeedbackStore):
        """One rating per person and entry."""
        feedback.add("p", Rating.HELPFUL, "e", NOW)
        feedback.add("p", Rating.HELPFUL, "e", NOW)
        feedback.add("q", Rating.WRONG_CLAIM, "e", NOW)
        feedback.add("p", Rating.NOT_HELPFUL, "e", NOW)
        feedback.add("p", Rating.HELPFUL, "other", NOW)
        assert feedback.counts("e") == {Rating.HELPFUL: 0, Rating.NOT_HELPFUL: 1, Rating.WRONG_CLAIM: 1}

    def test_feedback_without_entry_is_kept_once_too(self, feedback: FeedbackStore, people: PeopleStore):
        """An answer that showed no entry can be rated; NULL is one key, not many."""
        feedback.add("p", Rating.HELPFUL, None, NOW)
        feedback.add("p", Rating.NOT_HELPFUL, None, NOW)
        assert people.summary("p").feedback == 1


class TestQuestions:
    def test_trending_counts_people_not_questions(self, questions: QuestionLog):
        """One person who asks ten times is one; ties go by id; old and unmatched questions do not count."""
        for _ in range(10):
            questions.record("p", "noisy", "confirmed", NOW)
        for person in ("p", "q"):
            questions.record(person, "wide", "suggested", NOW)
            questions.record(person, "old", "confirmed", NOW - DAY)
            questions.record(person, None, "no_match", NOW)
        questions.record("q", "also", "confirmed", NOW)
        trends = [Trend("wide", 2), Trend("also", 1), Trend("noisy", 1)]
        assert questions.trending(NOW, 10) == trends
        assert questions.trending(NOW, 1) == trends[:1]

    def test_purge_deletes_what_is_older(self, questions: QuestionLog):
        """What was asked at that very moment stays."""
        for age in (0, 1, 2):
            questions.record("p", "e", "confirmed", NOW - age * DAY)
        assert questions.purge(NOW - DAY) == 1
        assert questions.purge(NOW - DAY) == 0
        assert questions.trending(NOW - 5 * DAY, 1) == [Trend("e", 1)]
