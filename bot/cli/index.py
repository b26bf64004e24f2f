"""`safertogether index`: build or refresh the stored vectors."""

import time

import typer

from bot.cli.options import DatabaseOption, DataOption, is_own_knowledge, settings_for


def index(database: DatabaseOption = None, data: DataOption = None) -> None:
    """Build the index from the database and keep its vectors, so that the next start is quicker."""
    from bot.wiring import open_knowledge

    begun = time.perf_counter()
    knowledge = open_knowledge(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        knowledge.retriever.save_vectors()
        took = time.perf_counter() - begun
        typer.echo(f"{len(knowledge.retriever)} entries findable with {knowledge.embedder.name}; took {took:.1f} s.")
    finally:
        knowledge.close()
