"""An empty workbook to fill in, with a second sheet that explains every column."""

from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from knowledge.entry import EntryKind
from knowledge.transfer.fields import ALL_FIELDS, CHOICES, LISTS, NUMBERS, fields_of
from knowledge.transfer.workbook import SHEET, add_header, text_cell

_ROWS_WITH_CHOICES: Final = 500
_GUIDE: Final = "fields"
_MEANINGS: Final = {
    "kind": "Jenis entri / sort of entry.",
    "id": "Huruf kecil, nombor dan sengkang; tidak boleh ditukar / small letters, digits, hyphens; never changed.",
    "status": "Kosong bermaksud menunggu semakan / empty means waiting for review.",
    "topic": "Topik semakan fakta / topic of a fact-check.",
    "claim_ms": "Dakwaan seperti yang tular, paling panjang 300 aksara / the claim as it circulates, in Malay.",
    "claim_en": "Dakwaan dalam bahasa Inggeris / the claim in English, at most 300 characters.",
    "verdict": "Keputusan / verdict.",
    "summary_ms": "Apa yang sebenarnya, paling panjang 1000 aksara / what is so, in Malay.",
    "summary_en": "Apa yang sebenarnya, dalam bahasa Inggeris / what is so, in English, at most 1000 characters.",
    "claim_date": "YYYY-MM-DD, YYYY-MM atau/or YYYY.",
    "review_date": "YYYY-MM-DD, YYYY-MM atau/or YYYY.",
    "publisher": "Siapa yang menyemak / who checked.",
    "source_url": "Pautan penuh sumber yang dibaca / whole address of the page that was read.",
    "source_lang": "ms, en, zh, ta …",
    "entities": "Nama, dipisahkan | / names, separated by |.",
    "wordings_ms": "Cara lain dakwaan disebut, dipisahkan |; untuk carian sahaja / other wordings, for search only.",
    "wordings_en": "Sama, dalam bahasa Inggeris / the same in English, separated by |.",
    "look_alikes": "Dakwaan lain yang bunyinya serupa, dipisahkan | / other claims that sound like it, separated by |.",
    "states": "Negeri, dipisahkan |; kosong bermaksud semua / states, separated by |; empty means all.",
    "more_sources": "Pautan lain, dipisahkan | / further addresses, separated by |.",
}


def write_template_workbook(file: Path) -> None:
    """Writes the workbook: an empty table with choices in its cells, and the guide to its columns."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    add_header(sheet)
    for number, field in enumerate(ALL_FIELDS, start=1):
        if field in CHOICES and field not in LISTS:
            letter = get_column_letter(number)
            choices = DataValidation(type="list", formula1=f'"{",".join(CHOICES[field])}"', allow_blank=True)
            choices.add(f"{letter}2:{letter}{_ROWS_WITH_CHOICES}")
            sheet.data_validations.append(choices)
    guide = book.create_sheet(_GUIDE)
    for letter, width in zip("ABCD", (20, 30, 60, 70), strict=True):
        guide.column_dimensions[letter].width = width
    guide.append([text_cell(guide, text, bold=True) for text in ("field", "kinds", "meaning", "choices")])
    for field in ALL_FIELDS:
        guide.append([text_cell(guide, text) for text in _explained(field)])
    book.save(file)


def _explained(field: str) -> tuple[str, str, str, str]:
    kinds = [kind.value for kind in EntryKind if field in fields_of(kind)]
    sort = "Nombor / whole number." if field in NUMBERS else ""
    choices = " | ".join(CHOICES[field]) if field in CHOICES else ""
    return field, ", ".join(kinds), _MEANINGS.get(field, sort), choices
