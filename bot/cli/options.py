"""The options that several commands share."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings, load_settings

DatabaseOption = Annotated[
    str | None, typer.Option("--database", help="Database address; default: SQLite in the data folder.")
]
DataOption = Annotated[
    Path | None, typer.Option("--data", help="Folder for database, vectors and keys; default: var, or the setting.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def settings_for(database: str | None, data: Path | None) -> Settings:
    """The settings, with what the command line gave."""
    return load_settings(data=data, database=database)


def is_own_knowledge(database: str | None, data: Path | None) -> bool:
    """Whether the project's own knowledge base is meant: it gets the seed, a scratch one only what it is given."""
    return database is None and data is None


def print_json(value: object) -> None:
    """Print a value as JSON, letters as they are."""
    typer.echo(json.dumps(value, ensure_ascii=False))
