"""What actions work with. Built once by the launcher and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from actions.desk.stores import DeskStores
from actions.links import DeepLinks
from knowledge.freshness import malaysian_day
from knowledge.retriever import Retriever
from knowledge.store.classroom_store import ClassroomStore
from knowledge.store.conversation_store import ConversationStore
from knowledge.store.entry_store import EntryStore
from knowledge.store.feedback_store import FeedbackStore
from knowledge.store.outbox import Outbox
from knowledge.store.people_store import PeopleStore
from knowledge.store.practice_store import PracticeStore
from knowledge.store.question_log import QuestionLog
from knowledge.store.question_set_store import QuestionSetStore
from knowledge.store.tip_store import TipStore
from knowledge.store.update_store import UpdateStore


@dataclass(frozen=True)
class Services:
    """The retriever, the stores and the clock (aware UTC datetimes)."""

    retriever: Retriever
    entries: EntryStore
    people: PeopleStore
    tips: TipStore
    feedback: FeedbackStore
    questions: QuestionLog
    outbox: Outbox
    conversations: ConversationStore
    updates: UpdateStore
    question_sets: QuestionSetStore
    desk: DeskStores
    links: DeepLinks
    classes: ClassroomStore
    practice: PracticeStore
    clock: Callable[[], datetime]

    def today(self) -> date:
        """The day it is in Malaysia."""
        return malaysian_day(self.clock())
