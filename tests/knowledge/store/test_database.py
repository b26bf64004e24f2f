import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from knowledge.errors import SchemaOutdatedError, StoreError
from knowledge.store.database import Database, sqlite_url
from knowledge.store.entry_store import EntryStore
from knowledge.store.every_table import METADATA
from knowledge.store.tables import CounterRow, PersonRow


@pytest.fixture
def empty(empty_url: str):
    """A database without any table."""
    database = Database(empty_url)
    yield database
    database.dispose()


class TestMigrate:
    def test_an_empty_database_becomes_current(self, empty: Database):
        """Before `migrate` the schema is not current, after it is; a second time changes nothing."""
        assert not empty.schema_is_current()
        empty.migrate()
        assert empty.schema_is_current()
        empty.migrate()
        assert EntryStore(empty).change_number() == 0

    def test_the_migrations_build_what_the_code_declares(self, database: Database):
        """A changed table without a migration would fail at a user's, so it fails here."""
        with database.session(read_only=True) as session:
            assert compare_metadata(MigrationContext.configure(session.connection()), METADATA) == []

    def test_two_threads_at_once(self, empty_url: str):
        """Database objects that migrate at the same moment take turns."""
        databases = [Database(empty_url) for _ in range(4)]
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(Database.migrate, databases))
        assert all(database.schema_is_current() for database in databases)
        for database in databases:
            database.dispose()

    def test_two_processes_at_once(self, empty_url: str, empty: Database):
        """Processes that start together take turns too."""
        script = (
            "import sys; from knowledge.store.database import Database\n"
            "database = Database(sys.argv[1]); database.migrate(); database.dispose()"
        )
        command = [sys.executable, "-W", "error", "-c", script, empty_url]
        root = Path(__file__).parents[3]
        running = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE) for _ in range(2)]
        results = [(process.communicate(timeout=60)[1], process.returncode) for process in running]
        assert results == [(b"", 0), (b"", 0)]
        assert empty.schema_is_current()

    def test_a_database_of_a_newer_version(self, database: Database):
        """It is refused and left as it is."""
        with database.session() as session:
            session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        assert not database.schema_is_current()
        with pytest.raises(SchemaOutdatedError, match="newer"):
            database.migrate()


class TestSession:
    def test_what_is_raised_inside_undoes_everything(self, database: Database):
        """One session is one transaction, and foreign code's exception passes through."""

        def fail_after_writing() -> None:
            with database.session() as session:
                session.execute(CounterRow.__table__.update().values(value=7))
                raise KeyError

        with pytest.raises(KeyError):
            fail_after_writing()
        assert EntryStore(database).change_number() == 0

    def test_a_missing_table_is_an_outdated_schema(self, empty: Database):
        """Using a database before `migrate` says so."""
        with pytest.raises(SchemaOutdatedError, match="[Mm]igrate"):
            EntryStore(empty).change_number()

    def test_a_moment_without_time_zone_is_refused(self, database: Database):
        """Naive times would be read back as another moment."""
        with pytest.raises(StoreError, match="time zone"), database.session() as session:
            session.add(PersonRow(person="p", language="ms", updated_at=datetime(2026, 1, 1)))

    def test_an_error_does_not_repeat_what_people_wrote(self, database: Database):
        """The rejected row's values stay out of the message, which goes to the log."""
        with pytest.raises(StoreError) as caught, database.session() as session:
            session.execute(PersonRow.__table__.insert().values(person="secret", language="ms"))
        assert "secret" not in str(caught.value)
        assert "secret" not in str(caught.value.__cause__).partition("DETAIL")[0]

    def test_a_lock_needs_no_table(self, empty: Database):
        """Locks work on both databases."""
        with empty.session() as session:
            empty.lock(session, "anything")
            assert session.scalar(select(1)) == 1


class TestUrl:
    @pytest.mark.parametrize("bad", ["", "nonsense", "mysql://x/y", "sqlite://", "sqlite:///:memory:"])
    def test_an_unusable_url_is_refused_at_once(self, bad: str):
        """With what to write instead."""
        with pytest.raises(StoreError, match=r"SQLite|sqlite"):
            Database(bad)

    def test_a_password_is_never_repeated(self):
        """Errors go to the log."""
        with pytest.raises(StoreError) as caught:
            Database("postgresql//user:hunter2@host:port/name")
        assert "hunter2" not in str(caught.value)

    def test_a_database_that_cannot_be_opened(self, tmp_path: Path):
        """The failure is this package's."""
        database = Database(sqlite_url(tmp_path / "missing" / "x.db"))
        with pytest.raises(StoreError, match="unable to open"):
            database.migrate()

    def test_a_path_with_odd_characters(self, tmp_path: Path):
        """Any file name works."""
        path = tmp_path / "100% séan?#x.db"
        database = Database(sqlite_url(path))
        database.migrate()
        database.dispose()
        assert path.exists()

    def test_sqlite_settings(self, tmp_path: Path):
        """Write-ahead log, foreign keys, five seconds' patience."""
        database = Database(sqlite_url(tmp_path / "x.db"))
        with database.session() as session:
            names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "secure_delete")
            values = [session.scalar(text(f"PRAGMA {name}")) for name in names]
        database.dispose()
        assert values == ["wal", 1, 5000, 1, 1]
