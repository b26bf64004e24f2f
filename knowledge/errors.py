"""Every exception of the knowledge package.

KnowledgeError
├── EntryNotFoundError         no entry has that id
├── EmbedderError              the embedder cannot be used
│   ├── EmbedderNotLoadedError   embed() before load()
│   └── EmbedderLoadError        the model's files are missing or unreadable
├── IndexUnavailableError      the index is missing or of another model; never to be read as "nothing found"
├── StoreError                 the database cannot be used
│   └── SchemaOutdatedError      the database was made by another version
└── TransferError              a file cannot be read as entries
"""


class KnowledgeError(Exception):
    """Base of every error this package raises on purpose."""


class EntryNotFoundError(KnowledgeError):
    """No entry has that id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(f"No entry has the id {entry_id!r}.")
        self.entry_id = entry_id


class EmbedderError(KnowledgeError):
    """The embedder cannot be used."""


class EmbedderNotLoadedError(EmbedderError):
    """`embed` was called before `load`."""


class EmbedderLoadError(EmbedderError):
    """The model's files are missing or unreadable."""


class IndexUnavailableError(KnowledgeError):
    """The index is missing, broken or made by another model."""


class StoreError(KnowledgeError):
    """The database cannot be used."""


class SchemaOutdatedError(StoreError):
    """The database's schema is not the one this version works with."""


class TransferError(KnowledgeError):
    """A file cannot be read as entries at all (each bad line is a `LineFault`, not an exception)."""
