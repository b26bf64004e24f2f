"""Import, export, feeds and the balance report on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli.program import program
from knowledge.errors import TransferError
from tests.knowledge.transfer.review_files import REVIEW, document, feed, review

pytestmark = pytest.mark.model


@pytest.fixture
def scratch(tmp_path: Path) -> list[str]:
    """The options that name a scratch base."""
    return ["--data", str(tmp_path / "scratch")]


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(program, list(map(str, words)))


def test_reviews_are_previewed_imported_and_known(scratch: list[str], tmp_path: Path) -> None:
    """A dry run changes nothing; what lands is pending; a second import leaves it alone and tells another verdict."""
    path = document(tmp_path, feed(REVIEW))
    assert "Would import" in call("import", path, "--dry-run", *scratch).output
    assert "1 added" in call("import", path, *scratch).output
    out = tmp_path / "out.jsonl"
    call("export", out, *scratch)
    assert json.loads(out.read_text(encoding="utf-8"))["status"] == "pending"
    changed = document(tmp_path, review(reviewRating={"alternateName": "Benar"}))
    shown = call("import", changed, *scratch).output
    assert "1 reviews are known already" in shown
    assert "has another verdict there: true" in shown


def test_the_owner_decides_about_ratings_and_status(scratch: list[str], tmp_path: Path) -> None:
    """Without --rating an unknown rating is a fault; with it, and --status, the entry is published."""
    path = document(tmp_path, review(reviewRating={"alternateName": "Mostly false"}))
    refused = call("import", path, *scratch)
    assert refused.exit_code == 1
    taken = call("import", path, "--rating", "Mostly false = misleading", "--status", "published", *scratch)
    assert "1 added" in taken.output
    assert "'mostly false'" not in call("db", "status", *scratch).output


@pytest.mark.parametrize("rating", ["mostly false", "=false", "x=wrong"])
def test_a_rating_that_says_nothing_is_refused(scratch: list[str], tmp_path: Path, rating: str) -> None:
    """The message shows how it is written."""
    result = call("import", document(tmp_path, REVIEW), "--rating", rating, *scratch)
    assert result.exit_code == 2
    assert "VERDICT" in result.output


def test_likely_duplicates_are_shown_before_the_import(scratch: list[str], tmp_path: Path) -> None:
    """The same claim from another page is named with how alike it is."""
    call("import", document(tmp_path, REVIEW), "--status", "published", *scratch)
    other = document(tmp_path, review(url="https://lain.example/pen"), "other.json")
    shown = call("import", other, "--dry-run", *scratch).output
    assert "Perhaps known already" in shown
    assert "alike" in shown


def test_the_template_is_written_and_imports_what_is_filled_in(tmp_path: Path, scratch: list[str]) -> None:
    """Empty, it is refused with what to do."""
    path = tmp_path / "template.xlsx"
    assert "Wrote an empty template" in call("export", path, "--template").output
    result = call("import", path, *scratch)
    assert result.exit_code == 1


def test_feed_and_balance(scratch: list[str], tmp_path: Path) -> None:
    """What is published is in the feeds and counted; the picture is a PNG or refused."""
    call("import", document(tmp_path, REVIEW), "--status", "published", *scratch)
    assert "Wrote 1 entries" in call("feed", tmp_path / "feeds", *scratch).output
    counted = json.loads(call("report", "balance", "--json", *scratch).output)
    assert counted["by_topic"] == {"other": {"false": 1}}
    assert counted["coverage"] == {}
    shown = call("report", "balance", "--picture", tmp_path / "b.png", *scratch)
    assert "Semak Contoh" in shown.output
    assert (tmp_path / "b.png").read_bytes().startswith(b"\x89PNG")
    refused = call("report", "balance", "--picture", tmp_path / "b.pdf", *scratch)
    assert isinstance(refused.exception, TransferError)
