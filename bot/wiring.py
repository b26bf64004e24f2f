"""The composition root: builds what the settings ask for and hands it down."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from actions.desk.stores import DeskStores
from actions.links import DeepLinks
from actions.services import Services
from bot.errors import SettingsError
from bot.settings import Settings
from knowledge.cross_encoder.cross_encoder import CrossEncoder
from knowledge.embedder.embedder import Embedder
from knowledge.embedder.sentence_embedder import SentenceEmbedder
from knowledge.embedder.shipped_embedder import ShippedEmbedder
from knowledge.embedder.vector_cache import VectorCache
from knowledge.fusion import trained_fusion
from knowledge.index.index_files import IndexFiles
from knowledge.indexer import Indexer
from knowledge.retriever import Retriever
from knowledge.seeding import seed
from knowledge.store.audit_log import AuditLog
from knowledge.store.classroom_store import ClassroomStore
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.cluster_work import ClusterWork
from knowledge.store.conversation_store import ConversationStore
from knowledge.store.database import Database
from knowledge.store.entry_store import EntryStore
from knowledge.store.feedback_store import FeedbackStore
from knowledge.store.file_import import FileImports
from knowledge.store.outbox import Outbox
from knowledge.store.people_store import PeopleStore
from knowledge.store.practice_store import PracticeStore
from knowledge.store.question_log import QuestionLog
from knowledge.store.question_set_store import QuestionSetStore
from knowledge.store.submission_store import SubmissionStore
from knowledge.store.team_store import TeamStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_store import UpdateStore
from knowledge.tip_reading import TipReader
from knowledge.tip_sorting import TipSorter


@dataclass(frozen=True)
class Knowledge:
    """What is known, open for use: the database, the embedder and the retriever that follows it."""

    database: Database
    entries: EntryStore
    embedder: Embedder
    retriever: Retriever
    indexer: Indexer

    def close(self) -> None:
        """Let go of the database."""
        self.database.dispose()


def open_store(settings: Settings, *, seeded: bool) -> tuple[Database, EntryStore]:
    """Open the database, bring its schema up to date and, if asked, its seed entries in.

    Raises:
        SettingsError: if the data folder cannot be made.
        StoreError: if the database cannot be opened.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"cannot make the data folder {settings.data}: {error.strerror}.") from error
    database = Database(settings.database_url)
    database.migrate()
    entries = EntryStore(database)
    if seeded:
        seed(entries)
    return database, entries


def load_embedder(settings: Settings) -> Embedder:
    """Load the shipped embedder, or the one set.

    Raises:
        EmbedderLoadError: if it is missing or unreadable.
    """
    embedder: Embedder = SentenceEmbedder(settings.embedder) if settings.embedder else ShippedEmbedder()
    embedder.load()
    return embedder


def open_knowledge(settings: Settings, *, seeded: bool) -> Knowledge:
    """Open the database and make its published entries findable.

    Raises:
        KnowledgeError: if the database or the embedder cannot be used.
    """
    database, entries = open_store(settings, seeded=seeded)
    embedder = load_embedder(settings)
    cache = VectorCache(settings.data / "vectors.npz", embedder)
    retriever = Retriever(embedder, trained_fusion(), cache, CrossEncoder())
    indexer = Indexer(entries, retriever, IndexFiles(settings.data / "index", embedder.name))
    indexer.open()
    if indexer.refresh():
        retriever.save_vectors()
    indexer.save()
    return Knowledge(database, entries, embedder, retriever, indexer)


def services_of(knowledge: Knowledge, owners: Collection[str] = ()) -> Services:
    """What actions work with; `owners` are the persons whom the settings name as owners of the desk."""
    database = knowledge.database
    return Services(
        retriever=knowledge.retriever,
        entries=knowledge.entries,
        people=PeopleStore(database),
        tips=TipStore(database),
        feedback=FeedbackStore(database),
        questions=QuestionLog(database),
        outbox=Outbox(database),
        conversations=ConversationStore(database),
        updates=UpdateStore(database),
        question_sets=QuestionSetStore(database),
        desk=_desk(knowledge, owners),
        links=DeepLinks(),
        classes=ClassroomStore(database),
        practice=PracticeStore(database),
        clock=lambda: datetime.now(UTC),
    )


def _desk(knowledge: Knowledge, owners: Collection[str]) -> DeskStores:
    database = knowledge.database
    clusters = ClusterStore(database)
    reader = TipReader(knowledge.embedder, knowledge.retriever.term_weight)
    return DeskStores(
        team=TeamStore(database, owners),
        audit=AuditLog(database),
        clusters=clusters,
        work=ClusterWork(database),
        submissions=SubmissionStore(database, knowledge.entries),
        imports=FileImports(database, knowledge.entries),
        sorter=TipSorter(clusters, reader),
    )
