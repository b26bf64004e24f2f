"""A class's results as files to take home: CSV and XLSX, and no text in them is ever a formula."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime

from knowledge.quiz.cell_values import Value, storable
from knowledge.quiz.gain import Gain
from knowledge.quiz.headings import headings
from knowledge.quiz.record import ClassRecord
from knowledge.quiz.result_tables import (
    Table,
    answer_table,
    gain_table,
    question_table,
    student_table,
    technique_table,
)
from knowledge.text.language import Language
from knowledge.transfer.cells import to_cell


@dataclass(frozen=True)
class ResultFile:
    """A file: its name, without a folder, and its bytes."""

    name: str
    content: bytes


def results_csv(record: ClassRecord, language: Language) -> list[ResultFile]:
    """Three files: one row per answer, one per student, one per question. UTF-8, with the mark that Excel wants."""
    tables = (answer_table, student_table, question_table)
    made = [make(record, language) for make in tables]
    return [ResultFile(f"{record.code}-{table.name.value}.csv", _csv(table)) for table in made]


def results_xlsx(record: ClassRecord, language: Language, gain: Gain | None = None) -> ResultFile:
    """One workbook with a sheet for each table.

    Args:
        record: the class, of a pair the post-test.
        language: of the headings.
        gain: what the pair of tests says, if this class is one of a pair.
    """
    from knowledge.quiz.sheets import empty_book, fill, written  # the bot starts without it

    tables = [make(record, language) for make in (student_table, answer_table, question_table, technique_table)]
    if gain is not None:
        tables.append(gain_table(gain, language))
    book = empty_book()
    for table in tables:
        fill(book.create_sheet(headings(language)[table.name]), [table.heads, *table.rows])
    return ResultFile(f"{record.code}.xlsx", written(book))


def _csv(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([_csv_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(value: Value) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return to_cell(storable(value)) if isinstance(value, str) else to_cell(value)
