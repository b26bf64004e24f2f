"""`safertogether db`: the database's schema and seed."""

import typer

from bot.cli.options import DatabaseOption, DataOption, settings_for

program = typer.Typer(help="The database: schema, seed and counts.", no_args_is_help=True)


@program.command()
def migrate(database: DatabaseOption = None, data: DataOption = None) -> None:
    """Make the database, or bring its schema up to date."""
    from bot.wiring import open_store

    opened, _ = open_store(settings_for(database, data), seeded=False)
    opened.dispose()
    typer.echo("The schema is up to date.")


@program.command()
def seed(database: DatabaseOption = None, data: DataOption = None) -> None:
    """Add the entries that come with the project; those already there stay as they are."""
    from bot.wiring import open_store
    from knowledge.seeding import seed as add_seed

    opened, entries = open_store(settings_for(database, data), seeded=False)
    try:
        typer.echo(f"{add_seed(entries).added} entries added.")
    finally:
        opened.dispose()


@program.command()
def status(database: DatabaseOption = None, data: DataOption = None) -> None:
    """Count the entries by kind and status."""
    from bot.wiring import open_store

    opened, entries = open_store(settings_for(database, data), seeded=False)
    try:
        for (kind, state), count in sorted(entries.count_by_status().items()):
            typer.echo(f"{kind.value:<12}{state.value:<12}{count:>7}")
    finally:
        opened.dispose()
