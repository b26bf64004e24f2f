from importlib.resources import files
from pathlib import Path

import pytest

from knowledge.errors import TransferError
from knowledge.transfer import LineFault, read_entries
from knowledge.transfer.fault_malay import in_malay, malay_fault, translated

from .records import jsonl, table
from .test_bad_files import NAMED, REFUSED, _write
from .test_bad_lines import CSV, GOOD, JSON_LINES


def _faults(folder: Path) -> list[LineFault]:
    files_with_faults = [read_entries(jsonl(folder, GOOD, case[0])) for case in JSON_LINES.values()]
    files_with_faults += [read_entries(table(folder, case[0])) for case in CSV.values()]
    files_with_faults += [read_entries(_write(folder, case[0], case[1])) for case in NAMED.values()]
    return [fault for read in files_with_faults for fault in read.faults]


def test_every_fault_that_the_tests_know_has_its_malay(tmp_path: Path):
    """No sentence about a line or a file is left in English."""
    faults = _faults(tmp_path)
    assert len(faults) > 80
    said = {sentence for fault in faults for sentence in (fault.problem, fault.mend)}
    for name, content, *_ in REFUSED.values():
        with pytest.raises(TransferError) as caught:
            read_entries(_write(tmp_path, name, content))
        said.add(str(caught.value))
    assert sorted(sentence for sentence in said if translated(sentence) is None) == []


def test_what_is_filled_in_stays(tmp_path: Path):
    """Values, ids and numbers come through in their places, also in a sentence within a sentence."""
    assert in_malay("Text 3 of the list: The text has 101 characters; at most 100 are allowed.") == (
        "Teks 3 dalam senarai: Teks itu mempunyai 101 aksara; paling banyak 100 dibenarkan."
    )
    assert in_malay("'a or b' is a text, but a list is needed.") == "'a or b' ialah teks, tetapi senarai diperlukan."
    assert in_malay("Did you mean 'false'? Write one of: true or false.").endswith("Tulis salah satu: true atau false.")
    fault = malay_fault(LineFault(3, "id", "The field is missing.", "Leave it out."))
    assert fault == LineFault(3, "id", "Medan itu tiada.", "Buang sahaja.")


def test_an_unknown_sentence_is_told_all_the_same():
    """Better in English than not at all."""
    assert in_malay("Something new.") == "Something new."


def test_the_catalogue_is_whole():
    """Each sentence once, with as many places to fill in on both sides."""
    text = (files("knowledge.transfer") / "data" / "faults_ms.tsv").read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in text.splitlines()]
    assert all(len(pair) == 2 and pair[0].count("{}") == pair[1].count("{}") for pair in pairs)
    assert len({english for english, _ in pairs}) == len(pairs) > 100
