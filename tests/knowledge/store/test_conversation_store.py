from datetime import UTC, datetime, timedelta

import pytest

from knowledge.store.conversation_store import KEPT, ConversationStore, StoredConversation
from knowledge.store.database import Database
from knowledge.store.people_store import PeopleStore

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)


@pytest.fixture
def conversations(database: Database) -> ConversationStore:
    return ConversationStore(database)


def test_one_conversation_for_each_person_and_chat(conversations: ConversationStore):
    """A later step takes the place of the one before; another chat and person have their own."""
    conversations.save("p", "1", "add", "first", NOW)
    conversations.save("p", "1", "add", "second", NOW)
    conversations.save("q", "2", "class", "other", NOW)
    assert conversations.get("p", "1", NOW) == StoredConversation("add", "second", NOW)
    assert conversations.get("p", "2", NOW) is None
    conversations.close("p", "1")
    assert conversations.get("p", "1", NOW) is None
    assert conversations.get("q", "2", NOW) is not None


def test_a_conversation_expires(conversations: ConversationStore):
    """A week after its last step it is over, and purged."""
    conversations.save("p", "1", "add", "old", NOW)
    conversations.save("q", "1", "add", "new", NOW + timedelta(hours=1))
    assert conversations.get("p", "1", NOW + KEPT) is None
    assert conversations.purge(NOW + KEPT) == 1
    assert conversations.get("q", "1", NOW) is not None


def test_forgetting_a_person_ends_their_conversation(conversations: ConversationStore, database: Database):
    """What they typed is deleted with everything else."""
    conversations.save("p", "1", "add", "typed", NOW)
    PeopleStore(database).forget("p")
    assert conversations.get("p", "1", NOW) is None
