"""The command line: `safertogether --help`. One file per command."""

from bot.cli.program import main

__all__ = ["main"]
