"""`safertogether report`: what is known and what was checked, counted."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.balance import balance
from bot.cli.quality import quality

program = typer.Typer(help="Count what is known and what was checked.", no_args_is_help=True)


@program.callback()
def report() -> None:
    """Count what is known and what was checked."""


program.command("balance")(balance)
program.command("quality")(quality)


@program.command()
def knowledge(
    out: Annotated[Path, typer.Option("--out", help="Where the page goes.")] = Path("docs/knowledge.md"),
    check: Annotated[bool, typer.Option("--check", help="Only tell whether the page is up to date.")] = False,
) -> None:
    """What the seed holds: by topic, year, publisher, verdict, language and party; what is pending and why."""
    from bot.inspecting import listed_entries
    from knowledge.inspection.page import knowledge_page

    page = knowledge_page(listed_entries([]))
    if not check:
        out.write_text(page, encoding="utf-8")
        typer.echo(f"Wrote {out}.")
    elif not out.is_file() or out.read_text(encoding="utf-8") != page:
        typer.echo(f"{out} is out of date: run `safertogether report knowledge`.", err=True)
        raise typer.Exit(1)
