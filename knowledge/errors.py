"""Every exception of the knowledge package.

KnowledgeError
├── EntryNotFoundError         no entry has that id
├── ClassNotFoundError         no class has that number; it may have been deleted
├── EmbedderError              the embedder cannot be used
│   ├── EmbedderNotLoadedError   embed() before load()
│   └── EmbedderLoadError        the model's files are missing or unreadable
├── CrossEncoderError          the cross-encoder cannot be loaded or made
├── IndexUnavailableError      the index is missing or of another model; never to be read as "nothing found"
├── StoreError                 the database cannot be used
│   └── SchemaOutdatedError      the database was made by another version
├── TransferError              a file cannot be read as entries
├── ListFileError              a list that people keep (hosts, waivers, words) has a bad line
└── DeskError                  the desk's rules forbid it
    ├── NotInvitedError          the invitation is unknown, used, revoked or too old
    ├── ClusterTakenError        somebody else has claimed the cluster
    ├── ClusterGoneError         the cluster is closed, merged or was never there
    ├── OwnEntryError            nobody approves what they wrote themselves
    ├── DecidedAlreadyError      somebody decided on the submission before
    └── EntryChangedError        the entry was changed after its correction was written
"""


class KnowledgeError(Exception):
    """Base of every error this package raises on purpose."""


class EntryNotFoundError(KnowledgeError):
    """No entry has that id."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(f"No entry has the id {entry_id!r}.")
        self.entry_id = entry_id


class ClassNotFoundError(KnowledgeError):
    """No class has that number; it may have been deleted at its date."""

    def __init__(self, class_id: int) -> None:
        super().__init__(f"No class has the number {class_id}.")
        self.class_id = class_id


class EmbedderError(KnowledgeError):
    """The embedder cannot be used."""


class EmbedderNotLoadedError(EmbedderError):
    """`embed` was called before `load`."""


class EmbedderLoadError(EmbedderError):
    """The model's files are missing or unreadable."""


class CrossEncoderError(KnowledgeError):
    """The cross-encoder cannot be loaded or made."""


class IndexUnavailableError(KnowledgeError):
    """The index is missing, broken or made by another model."""


class StoreError(KnowledgeError):
    """The database cannot be used."""


class SchemaOutdatedError(StoreError):
    """The database's schema is not the one this version works with."""


class TransferError(KnowledgeError):
    """A file cannot be read as entries at all (each bad line is a `LineFault`, not an exception)."""


class DeskError(KnowledgeError):
    """The rules of the fact-checkers' desk forbid it."""


class NotInvitedError(DeskError):
    """The invitation is unknown, used, revoked or too old; which, is `why`."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The invitation is {why}.")
        self.why = why


class ClusterTakenError(DeskError):
    """Somebody else has claimed the cluster; `name` is theirs."""

    def __init__(self, name: str) -> None:
        super().__init__("Somebody else has claimed the cluster.")
        self.name = name


class ClusterGoneError(DeskError):
    """The cluster is closed, merged into another or was never there."""


class OwnEntryError(DeskError):
    """Nobody approves what they wrote themselves."""


class DecidedAlreadyError(DeskError):
    """Somebody decided on the submission before, or it never was."""


class EntryChangedError(DeskError):
    """The entry was changed after the correction of it was written."""


class ListFileError(KnowledgeError):
    """A list that people keep cannot be read, or a line of it is wrong; the message says how to mend it."""
