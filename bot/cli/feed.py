"""`safertogether feed FOLDER`."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import DatabaseOption, DataOption, is_own_knowledge, settings_for


def feed(
    folder: Annotated[Path, typer.Argument(help="Where the files go.", metavar="FOLDER")],
    site: Annotated[str | None, typer.Option(help="The address that the folder will have on the web.")] = None,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Write what is published as Atom feeds and as schema.org ClaimReviews."""
    from bot.wiring import open_store
    from knowledge.feeds.writing import write_feeds

    opened, entries = open_store(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        report = write_feeds(entries, folder, datetime.now(UTC), site)
    finally:
        opened.dispose()
    typer.echo(f"Wrote {report.entries} entries to {', '.join(map(str, report.files))}.")
    advice = Counter((each.where.rsplit("]", 1)[-1].lstrip("."), each.problem) for each in report.recommended)
    for (field, problem), count in advice.most_common():
        typer.echo(f"  recommended only, {count} reviews: {field}: {problem}")
