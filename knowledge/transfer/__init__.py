"""Entry files: `read_entries`, `import_entries` and `export_entries`, as JSON Lines or CSV."""

from knowledge.transfer.exporting import export_entries
from knowledge.transfer.faults import LineFault
from knowledge.transfer.importing import ImportReport, import_entries
from knowledge.transfer.reading import ReadResult, read_entries

__all__ = ["ImportReport", "LineFault", "ReadResult", "export_entries", "import_entries", "read_entries"]
