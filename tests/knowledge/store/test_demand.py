from datetime import UTC, datetime

from knowledge.entry import Status
from knowledge.store.audit_log import Actor
from knowledge.store.cluster_rows import CloseReason
from knowledge.store.cluster_store import ClusterStore
from knowledge.store.cluster_work import ClusterWork
from knowledge.store.database import Database
from knowledge.store.demand import Asking, DemandLog, Fate, TipFate
from knowledge.store.entry_store import EntryStore
from knowledge.store.question_log import QuestionLog
from knowledge.store.tip_store import TipStore
from knowledge.text.language import Language

from .examples import fact_check

JUNE, JULY = datetime(2026, 6, 30, 15, 59, tzinfo=UTC), datetime(2026, 6, 30, 16, 0, tzinfo=UTC)
EDITOR = Actor("editor", "Aida")


def test_a_person_counts_once_a_month_for_an_entry(database: Database):
    """Asking again the same month changes nothing; months are Malaysia's; what matched nothing is not counted."""
    log = QuestionLog(database)
    for person, entry_id, at in (
        ("a", "x", JUNE),
        ("a", "x", JUNE),
        ("b", "x", JUNE),
        ("a", "x", JULY),
        ("a", None, JULY),
    ):
        log.record(person, entry_id, "confirmed", at)
    found = DemandLog(database)
    assert found.askings(JUNE) == [Asking("2026-06", "x"), Asking("2026-06", "x"), Asking("2026-07", "x")]
    assert found.askings(JULY) == [Asking("2026-07", "x")]


def test_a_tip_has_the_fate_of_its_cluster(store: EntryStore, database: Database):
    """Answered and closed with their cluster, also one that was merged into it; else it waits."""
    store.save([(fact_check(), Status.PUBLISHED)])
    tips, clusters, work = TipStore(database), ClusterStore(database), ClusterWork(database)
    numbers = [tips.add(f"p{n}", f"text {n}", Language.MS, JULY).id for n in range(5)]
    answered, merged, closed, waiting = (clusters.place(tip, None, JULY) for tip in numbers[:4])
    work.merge(EDITOR, merged, answered, JULY)
    work.link(EDITOR, answered, "a-claim", JULY, lambda session, of: None)
    work.close(EDITOR, closed, CloseReason.OPINION, JULY, lambda session, of: None)
    fates = [Fate.ANSWERED, Fate.ANSWERED, Fate.CLOSED, Fate.OPEN, Fate.OPEN]
    assert DemandLog(database).tip_fates(JUNE) == [TipFate("2026-07", fate) for fate in fates]
    assert waiting not in (answered, closed)
