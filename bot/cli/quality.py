"""`safertogether report quality`: how good retrieval is, as a page."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer


def quality(
    out: Annotated[Path, typer.Option("--out", help="Where the page goes.")] = Path("docs/quality.md"),
    sets: Annotated[Path, typer.Option(help="Folder of the development and test sets.")] = Path("tests/quality"),
    work: Annotated[Path, typer.Option(help="Keeps the rivals' vectors between runs.")] = Path("var/quality"),
) -> None:
    """Measure retrieval on the test set, beside simpler ways, and write docs/quality.md (some minutes)."""
    from bot.cli.options import settings_for
    from bot.wiring import open_knowledge
    from knowledge.cross_encoder.cross_encoder import CrossEncoder
    from knowledge.entry import EntryKind, FactCheck
    from knowledge.evaluation.failures import failures, read_discussions
    from knowledge.evaluation.quality import Sets, curve_of, measure
    from knowledge.evaluation.quality_page import quality_page
    from knowledge.evaluation.retrieval import read_queries
    from knowledge.evaluation.rivals import rivals
    from knowledge.fusion import trained_fusion
    from knowledge.training.messages import message_queries, read_messages
    from knowledge.training.out_of_fold import judged_out_of_fold

    def read(part: str) -> Sets:
        names = ("positive", "near_miss", "unknown")
        return Sets(*(read_queries(sets / f"{part}_{name}.jsonl") for name in names))

    work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="safertogether-quality-") as scratch:
        knowledge = open_knowledge(settings_for(None, Path(scratch)), seeded=True)
        try:
            published = knowledge.entries.published(EntryKind.FACT_CHECK)
            checks = [stored.entry for stored in published if isinstance(stored.entry, FactCheck)]
            test = read("test")
            typer.echo("Judging the development set out of fold", err=True)
            written = message_queries(read_messages().values(), [check.id for check in checks])
            judged = judged_out_of_fold(
                read("dev").all(), written, knowledge.retriever, trained_fusion(), CrossEncoder()
            )
            knowledge.retriever.use_fusion(trained_fusion())
            typer.echo("Measuring on the test set, beside simpler ways", err=True)
            finders = rivals(checks, knowledge.retriever, knowledge.embedder, work)
            measured = measure(test, knowledge.retriever.decide_any, finders, curve_of(judged))
        finally:
            knowledge.close()
    out.write_text(quality_page(measured, failures(judged, read_discussions(sets / "failures.tsv"))), encoding="utf-8")
    typer.echo(f"Wrote {out}.")
