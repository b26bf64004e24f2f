"""`safertogether eval`: how good retrieval, NLU, the embedder and clustering are on a file of examples."""

import asyncio
import tempfile
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.options import DatabaseOption, DataOption, JsonOption, is_own_knowledge, print_json, settings_for

if TYPE_CHECKING:
    from knowledge.evaluation.clusters import ClusterReport
    from knowledge.evaluation.retrieval import RetrievalReport
    from nlu.evaluation import Example, NluReport, Outcome
    from nlu.parser import Parse
    from nlu.rasa_parser import RasaParser

program = typer.Typer(
    help="Measure retrieval, NLU, the embedder and clustering on a file of examples.", no_args_is_help=True
)
ExampleFile = Annotated[Path, typer.Argument(help="A JSON Lines file.", metavar="FILE.jsonl")]


@program.command()
def retrieval(
    file: ExampleFile, as_json: JsonOption = False, database: DatabaseOption = None, data: DataOption = None
) -> None:
    """Lines {"query", "expected": [ids], "register"?}; an empty `expected` means that nothing known matches."""
    from bot.wiring import open_knowledge
    from knowledge.evaluation.retrieval import evaluate_retrieval, read_queries

    queries = read_queries(file)
    knowledge = open_knowledge(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        report = evaluate_retrieval(queries, knowledge.retriever.decide_any)
    finally:
        knowledge.close()
    if as_json:
        print_json(report.as_dict())
    else:
        _print_retrieval(report)


def _print_retrieval(report: "RetrievalReport") -> None:
    tallies = {"all": report.overall, **report.per_register}
    table = Table("", *report.overall.as_dict())
    for name, tally in tallies.items():
        cells = [f"{value:.3f}" if isinstance(value, float) else str(value) for value in tally.as_dict().values()]
        table.add_row(name, *cells)
    Console(width=160).print(table)


@program.command()
def bitext(
    english: Annotated[Path, typer.Argument(metavar="EN.txt", help="English sentences, one a line.")],
    malay: Annotated[Path, typer.Argument(metavar="MS.txt", help="Their Malay translations, line by line.")],
    as_json: JsonOption = False,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Line-aligned files: how often the embedder alone finds the translation first, each way."""
    from bot.wiring import load_embedder
    from knowledge.evaluation.bitext import evaluate_bitext, read_pairs

    pairs = read_pairs(english, malay)
    report = evaluate_bitext(*pairs, load_embedder(settings_for(database, data)))
    if as_json:
        print_json(report.as_dict())
    else:
        typer.echo(f"{report.n} pairs: ms→en {report.top1_ms_to_en:.1%}, en→ms {report.top1_en_to_ms:.1%}")


@program.command()
def new_claims(
    model: Annotated[Path, typer.Argument(help="What `train cross-encoder --leave-out --out MODEL` made.")],
    files: Annotated[list[Path], typer.Argument(help="JSON Lines as for `retrieval`.", metavar="FILE...")],
) -> None:
    """What a claim gets that the cross-encoder never read: messages about the claims that MODEL was made without."""
    from bot.wiring import open_knowledge
    from knowledge.cross_encoder.cross_encoder import CrossEncoder
    from knowledge.entry import EntryKind
    from knowledge.evaluation.new_claims import is_left_out, measure_new_claims
    from knowledge.evaluation.retrieval import read_queries
    from knowledge.fusion import trained_fusion
    from knowledge.training.messages import message_queries, read_messages
    from knowledge.training.out_of_fold import found_out_of_fold

    queries = [query for file in files for query in read_queries(file)]
    readers = {"shipped, which read them": CrossEncoder(), "without them": CrossEncoder(model), "none": None}
    with tempfile.TemporaryDirectory(prefix="safertogether-eval-") as scratch:
        knowledge = open_knowledge(settings_for(None, Path(scratch)), seeded=True)
        try:
            published = [stored.entry.id for stored in knowledge.entries.published(EntryKind.FACT_CHECK)]
            written = message_queries(read_messages().values(), (each for each in published if not is_left_out(each)))
            found = found_out_of_fold(queries, written, knowledge.retriever, trained_fusion())
        finally:
            knowledge.close()
    table = Table("cross-encoder", "confirmed right", "wrong", "near-misses confirmed", "told apart (AUROC)")
    for each in measure_new_claims(found, readers, trained_fusion().reading):
        rates = (f"{rate.share:.1%} of {rate.n}" for rate in (each.right, each.wrong, each.near))
        table.add_row(each.reader, *rates, f"{each.told_apart:.3f}")
    Console(width=160).print(table)


@program.command()
def clusters(
    file: ExampleFile,
    orders: Annotated[int, typer.Option(help="In how many random orders the tips come besides.", min=0)] = 0,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
    data: DataOption = None,
) -> None:
    """Lines {"text", "rumour", "half"?}: pairwise precision, recall and F1 of grouping tips by claim."""
    from bot.wiring import open_knowledge
    from knowledge.evaluation.clusters import evaluate_clusters, read_known_tips
    from knowledge.tip_reading import TipReader

    tips = read_known_tips(file)
    knowledge = open_knowledge(settings_for(database, data), seeded=is_own_knowledge(database, data))
    try:
        report = evaluate_clusters(tips, TipReader(knowledge.embedder, knowledge.retriever.term_weight), orders)
    finally:
        knowledge.close()
    if as_json:
        print_json(report.as_dict())
    else:
        _print_clusters(report)


def _print_clusters(report: "ClusterReport") -> None:
    table = Table("tips", "grouped", "n", "rumours", "clusters", "pairs", "precision", "recall", "F1")
    for how, tallies in (("at once", report.at_once), ("one by one", report.one_by_one)):
        for half, found in tallies.items():
            counts = map(str, (found.tips, found.rumours, found.clusters, found.pairs))
            table.add_row(half, how, *counts, f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}")
    Console(width=120).print(table)
    for half, scores in report.shuffled_f1.items():
        if scores:
            typer.echo(
                f"{half}, {len(scores)} random orders: "
                f"F1 {min(scores):.3f} to {max(scores):.3f}, mean {fmean(scores):.3f}"
            )


@program.command()
def nlu(
    file: ExampleFile, as_json: JsonOption = False, data: DataOption = None, database: DatabaseOption = None
) -> None:
    """Lines {"text", "intent", "lang"?}: accuracy, macro-F1 and confusions of the real Rasa service."""
    from nlu.evaluation import evaluate, read_examples

    examples = read_examples(file)
    report = evaluate(asyncio.run(_outcomes(examples, settings_for(database, data).data / "rasa-eval.log")))
    if as_json:
        typer.echo(report.to_json())
    else:
        _print_nlu(report)


async def _outcomes(examples: "list[Example]", log_path: Path) -> "list[Outcome]":
    from bot.nlu_starter import running_nlu
    from nlu.evaluation import Outcome
    from nlu.rasa_parser import RasaParser

    def report(line: str) -> None:
        typer.echo(line, err=True)

    async with running_nlu(log_path, report) as service:
        parser = RasaParser(service.client)
        return [Outcome(e.intent, (await _parse(parser, e.text)).intent, e.language) for e in examples]


async def _parse(parser: "RasaParser", text: str) -> "Parse":
    from nlu.errors import ParserUnavailableError
    from nlu.fallback import fallback_parse

    try:
        return await parser.parse(text)
    except ParserUnavailableError:
        return fallback_parse(text)


def _print_nlu(report: "NluReport") -> None:
    typer.echo(f"accuracy {report.accuracy:.3f}, macro-F1 {report.macro_f1:.3f}")
    for language, score in report.per_language.items():
        typer.echo(f"  {language}: accuracy {score.accuracy:.3f}, macro-F1 {score.macro_f1:.3f}, n {score.support}")
    table = Table("intent", "precision", "recall", "F1", "n")
    for intent, found in report.per_intent.items():
        table.add_row(
            intent.value, f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}", str(found.support)
        )
    Console().print(table)
    for confusion in report.confusions[:20]:
        typer.echo(f"  {confusion.expected.value} taken for {confusion.predicted.value}: {confusion.count}")
