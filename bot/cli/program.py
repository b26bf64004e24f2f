"""The program: which commands there are, and how their errors are shown."""

import sys

import typer
from rich.console import Console

from bot.cli import (
    ask,
    bench,
    bench_corrections,
    bench_publishing,
    bench_scale,
    bench_search,
    bench_start,
    check_sources,
    db,
    embedder,
    evaluate,
    eve,
    feed,
    index,
    report,
    run,
    synthesise,
    train,
    transfer,
)
from bot.errors import BotError
from knowledge.errors import KnowledgeError
from nlu.errors import NluError

program = typer.Typer(
    name="safertogether",
    help="A digital-literacy and fact-checking assistant for Malaysia on Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
program.command("run")(run.run)
program.command("ask")(ask.ask)
program.command("import")(transfer.import_)
program.command("export")(transfer.export)
program.command("feed")(feed.feed)
program.add_typer(evaluate.program, name="eval")
program.command("bench")(bench.bench)
program.command("bench-corrections")(bench_corrections.bench_corrections)
program.command("bench-publishing")(bench_publishing.bench_publishing)
program.command("bench-scale")(bench_scale.bench_scale)
program.command("bench-search")(bench_search.bench_search)
program.command("bench-start")(bench_start.bench_start)
program.command("check-sources")(check_sources.check_sources)
program.command("index")(index.index)
program.command("synthesise")(synthesise.synthesise)
program.command("eve")(eve.eve)
program.add_typer(db.program, name="db")
program.add_typer(embedder.program, name="embedder")
program.add_typer(train.program, name="train")
program.add_typer(report.program, name="report")


def main() -> None:
    """Run the command; an error we know of is one plain line, without a traceback."""
    try:
        program()
    except (KnowledgeError, NluError, BotError) as error:
        Console(stderr=True, highlight=False).print(f"safertogether: {error}", markup=False)
        sys.exit(1)
