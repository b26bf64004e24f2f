"""Which version a database has, without Alembic."""

import subprocess
import sys

from alembic.config import Config
from alembic.script import ScriptDirectory

from knowledge.store.version import newest


def test_the_newest_is_alembics_head() -> None:
    """A migration whose file is not named for its number would never be run."""
    config = Config()
    config.set_main_option("script_location", "knowledge.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [newest()]


def test_a_current_database_needs_no_alembic(url: str) -> None:
    """Nearly every start is one."""
    script = (
        "import sys; from knowledge.store.database import Database;"
        "database = Database(sys.argv[1]); database.migrate(); database.dispose(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, url], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
