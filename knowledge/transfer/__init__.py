"""Entry files: `read_entries`, `import_entries`, `export_entries`; other publishers' reviews are read too."""

from knowledge.transfer.exporting import export_entries, write_template
from knowledge.transfer.faults import LineFault
from knowledge.transfer.importing import ImportOptions, ImportReport, import_entries
from knowledge.transfer.reading import ReadResult, read_entries

__all__ = [
    "ImportOptions",
    "ImportReport",
    "LineFault",
    "ReadResult",
    "export_entries",
    "import_entries",
    "read_entries",
    "write_template",
]
