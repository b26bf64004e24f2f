"""What every test of an action may ask for."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from actions.links import DeepLinks
from actions.services import Services
from knowledge.entry import Area, FactCheck, Guideline, Topic, Verdict
from knowledge.retriever import Retriever
from knowledge.store.classroom_store import ClassroomStore
from knowledge.store.conversation_store import ConversationStore
from knowledge.store.database import Database, sqlite_url
from knowledge.store.entry_store import EntryStore
from knowledge.store.feedback_store import FeedbackStore
from knowledge.store.outbox import Outbox
from knowledge.store.people_store import PeopleStore
from knowledge.store.practice_store import PracticeStore
from knowledge.store.question_log import QuestionLog
from knowledge.store.question_set_store import QuestionSetStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_store import UpdateStore
from tests.actions.action_world import NOW, OWNER, FakeRetriever, World
from tests.fake_sorter import fake_desk


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database to copy."""
    path = tmp_path_factory.mktemp("template") / "store.db"
    database = Database(sqlite_url(path))
    database.migrate()
    database.dispose()
    return path


@pytest.fixture
def world(migrated: Path, tmp_path: Path) -> Iterator[World]:
    """An empty world."""
    path = tmp_path / "store.db"
    shutil.copy(migrated, path)
    database = Database(sqlite_url(path))
    retriever = FakeRetriever()
    services = Services(
        retriever=cast(Retriever, retriever),
        entries=EntryStore(database),
        people=PeopleStore(database),
        tips=TipStore(database),
        feedback=FeedbackStore(database),
        questions=QuestionLog(database),
        outbox=Outbox(database),
        conversations=ConversationStore(database),
        updates=UpdateStore(database),
        question_sets=QuestionSetStore(database),
        desk=fake_desk(database, [OWNER]),
        links=DeepLinks("safer_bot"),
        classes=ClassroomStore(database),
        practice=PracticeStore(database),
        clock=lambda: NOW,
    )
    yield World(services, retriever)
    database.dispose()


@pytest.fixture
def black_dot() -> FactCheck:
    """A false claim about ballots, in both languages."""
    return FactCheck(
        id="black-dot",
        topic=Topic.BALLOTS_COUNTING,
        claim_ms="Kertas undi bertanda titik hitam sengaja diedarkan supaya undi menjadi rosak.",
        claim_en="Ballot papers with a black dot are handed out on purpose so that votes are spoilt.",
        verdict=Verdict.FALSE,
        summary_ms="SPR berkata dakwaan ini tidak benar. Kertas undi disemak sebelum diberikan.",
        summary_en="SPR says this is not true. Ballots are checked before they are handed out.",
        review_date="2023-03-03",
        publisher="Sebenarnya.my (MCMC)",
        source_url="https://sebenarnya.my/titik-hitam",
    )


@pytest.fixture
def aid(black_dot: FactCheck) -> FactCheck:
    """A claim about aid, denied by its agency, dated by month."""
    return black_dot.model_copy(
        update={
            "id": "aid-rm2000",
            "topic": Topic.SCAM_FINANCE,
            "claim_ms": "Semua pemegang MyKad menerima bantuan RM2,000.",
            "claim_en": "Every MyKad holder gets RM2,000 in aid.",
            "publisher": "LHDN, Bernama report in The Sun",
            "review_date": "2024-01",
            "source_url": "https://example.com/aid",
        }
    )


@pytest.fixture
def tiktok_ads() -> Guideline:
    """A platform's rule."""
    return Guideline(
        id="tt-ads",
        area=Area.POLITICAL_ADS,
        owner="TikTok",
        title_ms="Bolehkah calon membeli iklan TikTok?",
        title_en="Can candidates buy TikTok ads?",
        body_ms="Tidak. TikTok tidak menerima iklan politik.",
        body_en="No. TikTok does not take political advertising.",
        source_url="https://tiktok.com/ads",
        as_of="2025-09-13",
    )


@pytest.fixture
def hotline(tiktok_ads: Guideline) -> Guideline:
    """Where people answer."""
    return tiktok_ads.model_copy(
        update={
            "id": "spr-hotline",
            "area": Area.REPORTING,
            "owner": "SPR",
            "title_ms": "Nombor talian SPR?",
            "title_en": "What is SPR's hotline?",
            "body_en": "Call 03-8892 7018.",
            "as_of": None,
        }
    )
