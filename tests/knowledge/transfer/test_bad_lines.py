"""Every way to get a line wrong is reported with its line, its field, what is wrong and what to do."""

from pathlib import Path

import pytest

from knowledge.transfer import LineFault, read_entries

from .records import FACT_CHECK, GUIDELINE, QUIZ, jsonl, line, table, without

GOOD = line(FACT_CHECK)
# name: (second line of a JSON Lines file, field, part of the problem, part of the mend)
JSON_LINES: dict[str, tuple[str, str | None, str, str]] = {
    "no JSON": ('{"kind": "quiz",}', None, "column 17", "{...}"),
    "half an object": ('{"kind": "quiz"', None, "not JSON", "{...}"),
    "a list": ("[1, 2]", None, "not an object", "{...}"),
    "a text": ('"hello"', None, "not an object", "{...}"),
    "nesting": ("[" * 100_000, None, "beyond reason", "{...}"),
    "a number of 5000 digits": ('{"difficulty": ' + "9" * 5000 + "}", None, "beyond reason", "{...}"),
    "a field twice": ('{"id": "a", "id": "b"}', "id", "twice", "Keep one"),
    "no kind": (line(without(GUIDELINE, "kind")), "kind", "missing", "fact_check, guideline or quiz"),
    "wrong kind": (line(GUIDELINE, kind="guidline"), "kind", "'guidline'", "'guideline'"),
    "kind as a number": (line(GUIDELINE, kind=3), "kind", "3", "fact_check"),
    "wrong status": (line(GUIDELINE, status="publish"), "status", "'publish'", "'published'"),
    "wrong verdict": (line(FACT_CHECK, id="b", verdict="falce"), "verdict", "'falce'", "Did you mean 'false'?"),
    "no such verdict": (line(FACT_CHECK, id="b", verdict="zzz"), "verdict", "'zzz'", "misleading, missing_context"),
    "wrong topic": (line(FACT_CHECK, id="b", topic="Voting process"), "topic", "'Voting", "'voting-process'"),
    "wrong area": (line(GUIDELINE, area="privasy"), "area", "'privasy'", "'privacy'"),
    "wrong confidence": (line(GUIDELINE, confidence="low"), "confidence", "'low'", "high or medium"),
    "an id with capitals": (line(GUIDELINE, id="My-Rule"), "id", "'My-Rule'", "small letters"),
    "an id with spaces": (line(GUIDELINE, id="my rule "), "id", "'my rule '", "hyphens"),
    "an id too long": (line(GUIDELINE, id="a" * 60), "id", "60 characters; at most 56", "by 4"),
    "an id twice": (line(FACT_CHECK), "id", "line 1 already", "of its own"),
    "no id": (line(without(GUIDELINE, "id")), "id", "missing", "Add it"),
    "a null where a text must be": (line(GUIDELINE, owner=None), "owner", "missing", "Add it"),
    "an empty text": (line(GUIDELINE, owner="  "), "owner", "empty", "Write"),
    "a claim too long": (line(FACT_CHECK, id="b", claim_ms="x" * 301), "claim_ms", "301 characters; at most 300", "1 "),
    "a number for a text": (line(GUIDELINE, owner=2024), "owner", "2024 is a number", "double quotes"),
    "a list for a text": (line(GUIDELINE, owner=["a"]), "owner", "a list", "double quotes"),
    "a text for a number": (line(QUIZ, difficulty="easy"), "difficulty", "'easy' is a text", "digits"),
    "a fraction": (line(QUIZ, difficulty=1.5), "difficulty", "1.5 is a number", "digits"),
    "true for a number": (line(QUIZ, answer_index=True), "answer_index", "true or false", "digits"),
    "not a number": (
        '{"difficulty": NaN,' + line(without(QUIZ, "difficulty"))[1:],
        "difficulty",
        "whole number",
        "digit",
    ),
    "a text for a list": (line(FACT_CHECK, id="b", entities="SPR"), "entities", "a list is needed", '["SPR"'),
    "a number in a list": (
        line(FACT_CHECK, id="b", entities=["SPR", 3]),
        "entities",
        "Text 2 of the list: 3",
        "quotes",
    ),
    "an option too long": (
        line(QUIZ, options_ms=["a", "b", "c" * 101, "d"]),
        "options_ms",
        "Text 3",
        "Shorten it by 1 ",
    ),
    "three options": (line(QUIZ, options_en=["a", "b", "c"]), "options_en", "3 options", "four"),
    "five options": (line(QUIZ, options_en=list("abcde")), "options_en", "5 options", "four"),
    "one option": (line(QUIZ, options_en=["a"]), "options_en", "1 options", "four"),
    "the same option twice": (line(QUIZ, options_ms=["a", "A", "b", "c"]), None, "options are the same", "Correct"),
    "answer 4": (line(QUIZ, answer_index=4), "answer_index", "4 is out of range", "0 (first option) to 3"),
    "difficulty 0": (line(QUIZ, difficulty=0), "difficulty", "0 is out of range", "1 (easy) to 3"),
    "an explanation of four lines": (
        line(QUIZ, explanation_en="a\nb\nc\nd"),
        "explanation_en",
        "written",
        "line breaks",
    ),
    "a date the other way round": (
        line(FACT_CHECK, id="b", review_date="31/08/2026"),
        "review_date",
        "31/08",
        "YYYY-MM-DD",
    ),
    "month 13": (line(GUIDELINE, as_of="2026-13"), "as_of", "'2026-13'", "2026-08-31"),
    "a date as a number": (line(FACT_CHECK, id="b", claim_date=2024), "claim_date", "2024 is a number", "quotes"),
    "an address without scheme": (line(GUIDELINE, source_url="spr.gov.my"), "source_url", "'spr.gov.my'", "https://"),
    "an address with a space": (line(GUIDELINE, source_url="https://a b"), "source_url", "'https://a b'", "spaces"),
    "a language by its name": (line(FACT_CHECK, id="b", source_lang="Malay"), "source_lang", "'Malay'", "ms, en or zh"),
    "an unknown field": (line(GUIDELINE, sourceurl="x"), "sourceurl", "no such field", "'source_url'"),
    "a field like no other": (line(GUIDELINE, zzz="x"), "zzz", "no such field", "Leave it out"),
    "another kind's field": (line(GUIDELINE, verdict="true"), "verdict", "a fact_check has", "correct the kind"),
    "half a language": (
        line(FACT_CHECK, id="b", summary_en=None),
        "summary_en",
        "claim_en is there",
        "leave out claim_en",
    ),
    "no language": (
        line(without(GUIDELINE, "title_ms", "title_en", "body_ms", "body_en")),
        "title_ms",
        "neither language",
        "English",
    ),
    "no such state": (
        line(FACT_CHECK, id="b", states=["sabah", "penang"]),
        "states",
        "Text 2 of the list: 'penang'",
        "pulau-pinang",
    ),
    "no such sort of election": (line(GUIDELINE, election="PRU15"), "election", "'PRU15'", "such as pru15"),
    "a day that does not exist": (line(GUIDELINE, valid_until="2026-02-30"), "valid_until", "'2026-02-30'", "calendar"),
    "a month for a day": (line(QUIZ, checked_at="2026-11"), "checked_at", "'2026-11'", "YYYY-MM-DD"),
    "an end before the beginning": (line(GUIDELINE, valid_from="2027-01-01"), None, "comes before", "Correct"),
    "half a second reading": (line(QUIZ, check_result=None), None, "write all three or none", "Correct"),
    "an unknown check result": (line(QUIZ, check_result="ok"), "check_result", "'ok'", "source_not_found"),
    "published without its source": (
        line(QUIZ, status="published", check_result="source_not_found"),
        "check_result",
        "source was not found",
        "pending",
    ),
    "published with a reason to wait": (
        line(QUIZ, status="published", pending_reason="The page is gone."),
        "pending_reason",
        "reason to be pending",
        "pending",
    ),
    "half an emoji": ('{"owner": "\\ud83d", ' + line(without(GUIDELINE, "owner"))[1:], "owner", "half", "Delete"),
}
HEADER = "kind,id,area,owner,title_en,body_en,source_url,entities,difficulty"
ROW = "guideline,a-rule,voter-info,SPR,Where?,There.,https://spr.gov.my,,"
# name: (content, line, field, part of the problem, part of the mend)
CSV: dict[str, tuple[str | bytes, int, str | None, str, str]] = {
    "an unknown column": ("kind,id,verdikt\n", 1, "verdikt", "no such field", "'verdict'"),
    "a column twice": ("kind,id,area,area\n", 1, "area", "twice", "Keep one"),
    "a column without name": ("kind,id,,area\n", 1, None, "Column 3 has no name", "Name"),
    "no id column": ("kind,area\n", 1, "id", "column is missing", "header"),
    "no header": (f"{ROW}\n".replace("guideline,", "x,"), 1, None, "not a header", "first row"),
    "semicolons": ("kind;id;area\nguideline;a;law\n", 1, None, "something else than commas", "commas"),
    "a cell too few": (f"{HEADER}\n{ROW}\n{ROW[:-1]}", 3, None, "8 cells, the header has 9", "quotes"),
    "a cell too many": (f"{HEADER}\n{ROW},\n", 2, None, "10 cells", "quotes"),
    "a quote left open": (f'{HEADER}\n"{ROW}\nmore', 2, None, "not closed", "twice"),
    "a quote inside": (f'{HEADER}\n{ROW.replace("Where?", "~a~b")}'.replace("~", '"'), 2, None, "wrong place", "twice"),
    "only a header": (HEADER, 1, None, "no entries", "below a header"),
    "an empty needed cell": (f"{HEADER}\n{ROW.replace('SPR', '')}", 2, "owner", "missing", "Add"),
    "another kind's cell": (f"{HEADER}\n{ROW}2", 2, "difficulty", "a quiz has", "Leave it empty"),
    "a cell over lines before it": (
        f"{HEADER}\n{ROW.replace('There.', chr(34) + 'a' + chr(10) + 'b' + chr(34))}\n{ROW}x", 4, "id", "line 2", "own",
    ),
    "Latin-1": (f"{HEADER}\n{ROW}\n".encode() + b"caf\xe9", 3, None, "Byte 4 of the line (0xE9)", "UTF-8"),
    "Latin-1 in the header": (b"kind,id,\xe9\n", 1, None, "Byte 9", "UTF-8"),
}  # fmt: skip


def _assert_clear(fault: LineFault, number: int, field: str | None, problem: str, mend: str) -> None:
    assert (fault.line, fault.field) == (number, field)
    assert problem in fault.problem
    assert mend in fault.mend
    assert fault.problem.endswith(".")
    assert fault.mend.endswith((".", "?"))
    assert "pydantic" not in fault.problem.lower()


@pytest.mark.parametrize("name", JSON_LINES)
def test_a_bad_json_line(tmp_path: Path, name: str):
    """The fault names line and field, and the good line above is still read."""
    text, field, problem, mend = JSON_LINES[name]
    read = read_entries(jsonl(tmp_path, GOOD, text))
    assert len(read.faults) == 1
    _assert_clear(read.faults[0], 2, field, problem, mend)
    assert read.items[0][0].id == "a-claim"


@pytest.mark.parametrize("name", CSV)
def test_a_bad_table(tmp_path: Path, name: str):
    """The first fault names the line as an editor counts it, and the column."""
    text, *expected = CSV[name]
    _assert_clear(read_entries(table(tmp_path, text)).faults[0], *expected)


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, text: str):
    """A file without entries is a fault of its first line, whatever its format."""
    for path in (jsonl(tmp_path, text), table(tmp_path, text)):
        (fault,) = read_entries(path).faults
        _assert_clear(fault, 1, None, "no entries", "at least one entry")


def test_every_fault_of_every_line_is_told_at_once(tmp_path: Path):
    """An editor mends a file in one go, not fault by fault."""
    bad = line(FACT_CHECK, id="B", verdict="x", topic="y", summary_ms=None)
    read = read_entries(jsonl(tmp_path, bad, "{", line(QUIZ, answer_index=9, difficulty=9)))
    assert [(fault.line, fault.field) for fault in read.faults] == [
        (1, "summary_ms"),
        (1, "id"),
        (1, "topic"),
        (1, "verdict"),
        (2, None),
        (3, "difficulty"),
        (3, "answer_index"),
    ]


def test_a_line_in_another_encoding_hides_no_other(tmp_path: Path):
    """The broken line is named by byte and line; the lines around it are read."""
    path = tmp_path / "x.jsonl"
    path.write_bytes(GOOD.encode() + b"\n" + b'{"a": "caf\xe9"}\n' + line(GUIDELINE).encode())
    read = read_entries(path)
    _assert_clear(read.faults[0], 2, None, "Byte 11 of the line (0xE9)", "UTF-8")
    assert [entry.id for entry, _ in read.items] == ["a-claim", "a-rule"]


def test_a_list_cell_that_is_neither_form(tmp_path: Path):
    """A cell that begins like JSON and is none is told so, with both forms that work."""
    faults = read_entries(table(tmp_path, "kind,id,entities\nfact_check,a,[SPR;Johor\n")).faults
    (fault,) = (fault for fault in faults if fault.field == "entities")
    _assert_clear(fault, 2, "entities", "'[SPR;Johor' is a text, but a list is needed", "SPR|Johor")


def test_a_long_value_is_cut_in_the_message(tmp_path: Path):
    """A message stays short whatever the line holds."""
    (fault,) = read_entries(jsonl(tmp_path, line(GUIDELINE, source_url="x" * 1900))).faults
    assert len(fault.problem) < 150
