from pathlib import Path

import pytest

from knowledge.entry import ENTRY_ADAPTER, FactCheck, QuizItem, Status
from knowledge.errors import TransferError
from knowledge.transfer import read_entries

from .records import FACT_CHECK, GUIDELINE, QUIZ, jsonl, line, table, without

HEADER = "id,kind,status,topic,claim_ms,claim_en,verdict,summary_ms,summary_en,publisher,source_url,entities"


def test_json_lines_of_every_kind(tmp_path: Path):
    """Good lines become entries in their order, with the status of those that give one."""
    read = read_entries(jsonl(tmp_path, line(FACT_CHECK), "", line(GUIDELINE, status="withdrawn"), line(QUIZ)))
    assert read.faults == []
    assert [entry for entry, _ in read.items] == [
        ENTRY_ADAPTER.validate_python(r) for r in (FACT_CHECK, GUIDELINE, QUIZ)
    ]
    assert [status for _, status in read.items] == [None, Status.WITHDRAWN, None]
    assert read.lines == {"a-claim": 1, "a-rule": 3, "a-question": 4}


@pytest.mark.parametrize("absent", [True, False])
def test_a_whole_language_may_be_absent_or_null(tmp_path: Path, absent: bool):
    """An entry in one language is an entry."""
    names = ("question_en", "options_en", "explanation_en")
    record = without(QUIZ, *names) if absent else QUIZ | dict.fromkeys(names)
    ((entry, _),) = read_entries(jsonl(tmp_path, line(record))).items
    assert isinstance(entry, QuizItem)
    assert (entry.question_en, entry.options_en) == (None, None)


def test_null_is_the_default(tmp_path: Path):
    """A field with a default may be left out or null."""
    read = read_entries(
        jsonl(tmp_path, line(FACT_CHECK, entities=None, confidence=None, source_lang=None, status=None))
    )
    assert read.faults == []
    assert read.items[0][1] is None


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("cell", ['"[""SPR"", ""A|B""]"', "SPR| A", "SPR"])
def test_a_table_as_spreadsheets_write_it(tmp_path: Path, mark: bytes, end: str, cell: str):
    """With or without byte order mark, any line end, both forms of a list, empty rows, quoted commas and breaks."""
    row = f'x,fact_check,,other,"Satu, ""dua""{end}tiga",,false,Tidak.,,MCMC,https://x.my,{cell}'
    text = end.join([HEADER, row, ",,,,,,,,,,,", ""])
    read = read_entries(table(tmp_path, mark + text.encode()))
    assert read.faults == []
    ((entry, status),) = read.items
    assert isinstance(entry, FactCheck)
    assert status is None
    assert entry.claim_ms == f'Satu, "dua"{end}tiga'
    assert entry.claim_en is None
    assert entry.entities == {"S": ("SPR", "A"), '"': ("SPR", "A|B")}.get(cell[0] if "|" in cell else "", ("SPR",))


def test_a_hand_written_apostrophe_stays(tmp_path: Path):
    """Only an apostrophe that guards a formula is taken away."""
    texts = {"'Undi hantu'": "'Undi hantu'", "'=1+1": "=1+1", "''=1": "'=1", "'-5 undi": "-5 undi"}
    rows = [f"r{n},fact_check,,other,{cell},,false,x,,MCMC,https://x.my," for n, cell in enumerate(texts)]
    read = read_entries(table(tmp_path, "\n".join([HEADER, *rows])))
    assert [entry.claim_ms for entry, _ in read.items if isinstance(entry, FactCheck)] == list(texts.values())


@pytest.mark.parametrize("name", ["entries.xls", "entries.txt", "entries"])
def test_the_suffix_chooses_the_format(tmp_path: Path, name: str):
    """Another suffix is refused with those that work."""
    with pytest.raises(TransferError, match=r"\.jsonl, \.csv, \.xlsx, \.json or \.jsonld"):
        read_entries(tmp_path / name)


def test_a_suffix_in_capitals(tmp_path: Path):
    """Windows writes .CSV."""
    path = tmp_path / "X.JSONL"
    path.write_text(line(FACT_CHECK), encoding="utf-8")
    assert len(read_entries(path).items) == 1


def test_a_file_that_is_not_there(tmp_path: Path):
    """The error names the file."""
    with pytest.raises(TransferError, match="no file .*x.csv"):
        read_entries(tmp_path / "x.csv")


def test_a_folder(tmp_path: Path):
    """A folder with such a name is no file."""
    (tmp_path / "x.csv").mkdir()
    with pytest.raises(TransferError, match="cannot be read"):
        read_entries(tmp_path / "x.csv")


@pytest.mark.parametrize(
    ("content", "what"), [("kind,id".encode("utf-16"), "UTF-16"), (b"PK\x03\x04rest", "spreadsheet")]
)
def test_a_file_that_is_no_text_in_utf8_at_all(tmp_path: Path, content: bytes, what: str):
    """What a spreadsheet program saves by default is named, with how to save it instead."""
    with pytest.raises(TransferError, match=f"(?s){what}.*UTF-8"):
        read_entries(table(tmp_path, content))
