"""`safertogether report knowledge`: the page about what the bot knows."""

from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli.program import program


def call(*words: str) -> Result:
    return CliRunner().invoke(program, ["report", "knowledge", *words])


def test_the_page_is_written_and_then_up_to_date(tmp_path: Path) -> None:
    """Making it twice gives the same page, and --check tells a changed or missing one."""
    page = tmp_path / "page.md"
    assert call("--out", str(page), "--check").exit_code == 1
    assert call("--out", str(page)).exit_code == 0
    assert call("--out", str(page), "--check").exit_code == 0
    page.write_text(page.read_text(encoding="utf-8") + "x", encoding="utf-8")
    result = call("--out", str(page), "--check")
    assert result.exit_code == 1
    assert "run `safertogether report knowledge`" in result.output
