"""`safertogether embedder`: make the shipped embedder anew."""

from pathlib import Path
from typing import Annotated

import typer

program = typer.Typer(help="The shipped embedder.", no_args_is_help=True)


@program.callback()
def _group() -> None:
    """Keeps `build` a command of its own."""


@program.command()
def build(
    wordnet: Annotated[Path, typer.Option(help="Folder of WordNet 3.0's data files.")] = Path("/usr/share/wordnet"),
    work: Annotated[Path, typer.Option(help="Keeps the teacher's vectors between builds.")] = Path("var/embedder"),
    out: Annotated[Path, typer.Option(help="Where the model goes.")] = Path("knowledge/embedder/model"),
) -> None:
    """Build the bilingual model from open parts; docs/embedder.md says of what and how long it takes."""
    from knowledge.embedder.build.builder import build as build_model

    typer.echo(build_model(wordnet, work, out, typer.echo))
