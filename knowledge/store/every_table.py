"""All tables, those of every area too: each `*_tables.py` beside this file is read."""

import importlib
from pathlib import Path

from knowledge.store.tables import Base

for _path in sorted(Path(__file__).parent.glob("*_tables.py")):
    importlib.import_module(f"knowledge.store.{_path.stem}")

METADATA = Base.metadata
