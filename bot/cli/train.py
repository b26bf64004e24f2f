"""`safertogether train`: learn what is shipped with the project from its own data."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import DatabaseOption, DataOption, is_own_knowledge, settings_for

program = typer.Typer(help="Learn what is shipped with the project from its own data.", no_args_is_help=True)

# Only to choose each message's best part in the first round, before anything is learnt.
_START = {"lexical": 6.0, "heading_cosine": 4.0, "message_cover": 2.0, "lexical_lead": 3.0, "cosine_lead": 2.0}


@program.command()
def fusion(
    files: Annotated[list[Path], typer.Argument(help="JSON Lines as for `eval retrieval`.", metavar="FILE...")],
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = Path("knowledge/fusion.json"),
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Learn how evidence becomes a probability, from these messages and those written for training.

    Learns over the seed as it is now; with --data or --database over what is there.
    """
    from bot.wiring import load_embedder, open_store
    from knowledge.cross_encoder.cross_encoder import SHIPPED_MODEL, CrossEncoder, fingerprint_of
    from knowledge.entry import EntryKind
    from knowledge.evaluation.retrieval import read_queries
    from knowledge.evidence import EVIDENCE_NAMES
    from knowledge.fusion import Fusion
    from knowledge.indexer import Indexer
    from knowledge.retriever import Retriever
    from knowledge.training.fusion_trainer import train_fusion, write_fusion
    from knowledge.training.messages import MESSAGES_FILE, message_queries, read_messages
    from knowledge.training.reading_trainer import fit_reading

    is_own = is_own_knowledge(database, data)
    with tempfile.TemporaryDirectory(prefix="safertogether-fusion-") as scratch:
        settings = settings_for(database, Path(scratch) if is_own else data)
        opened, entries = open_store(settings, seeded=is_own)
        embedder = load_embedder(settings)
        retriever = Retriever(embedder, Fusion(tuple(_START.get(name, 0.0) for name in EVIDENCE_NAMES), -6.0))
        Indexer(entries, retriever).refresh()
        published = [each.entry.id for each in entries.published(EntryKind.FACT_CHECK)]
        opened.dispose()
    queries = [query for path in files for query in read_queries(path)]
    written = message_queries(read_messages().values(), published)
    trained = train_fusion(queries, written, retriever)
    reading = fit_reading(queries, written, retriever, trained.fusion, CrossEncoder())
    trained = replace(trained, fusion=replace(trained.fusion, reading=reading))
    sources = [*(path.name for path in files), MESSAGES_FILE.name]
    made_with = {"embedder": embedder.name, "cross_encoder": fingerprint_of(SHIPPED_MODEL)}
    write_fusion(trained, out, learnt_from=sources, **made_with)
    typer.echo(f"Learnt from {trained.messages} messages with {trained.positives} matches; written to {out}.")


@program.command()
def cross_encoder(
    out: Annotated[Path, typer.Option(help="Where the model goes.")] = Path("knowledge/cross_encoder/model"),
    leave_out: Annotated[
        bool, typer.Option("--leave-out", help="Without a third of the claims, for `eval new-claims`.")
    ] = False,
) -> None:
    """Make the cross-encoder from the seed's claims and messages about them; docs/cross-encoder.md says how."""
    from bot.wiring import load_embedder, open_store
    from knowledge.cross_encoder.build.builder import build
    from knowledge.entry import EntryKind, FactCheck
    from knowledge.evaluation.new_claims import is_left_out

    with tempfile.TemporaryDirectory(prefix="safertogether-cross-encoder-") as scratch:
        settings = settings_for(None, Path(scratch))
        opened, entries = open_store(settings, seeded=True)
        stored = [each.entry for each in entries.published(EntryKind.FACT_CHECK)]
        opened.dispose()
        embedder = load_embedder(settings)
    checks = [entry for entry in stored if isinstance(entry, FactCheck)]
    read = [entry for entry in checks if not (leave_out and is_left_out(entry.id))]
    typer.echo(build(read, embedder, out, typer.echo))


@program.command()
def nlu() -> None:
    """Make the Rasa environment and train its model, if anything changed."""
    from bot.nlu_starter import prepare

    prepare(typer.echo)
