"""A file a person sent."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from actions.errors import AttachmentTooLargeError

MAX_BYTES: Final = 5_000_000
"""More is not fetched: a table of 10,000 rows has less."""


@dataclass(frozen=True)
class Attachment:
    """A document or picture; its bytes are fetched only when asked for.

    Attributes:
        name: The file's name, as the sender's app gave it; empty for a picture.
        mime_type: What the sender's app says it is; not to be relied on.
        size: Bytes, as far as the channel knows; 0 when it does not.
        is_picture: Whether it was sent as a picture.
        fetch: Fetches the bytes; blocking, for worker threads.
    """

    name: str
    mime_type: str
    size: int
    is_picture: bool
    fetch: Callable[[], bytes] = field(repr=False, compare=False)

    def read(self) -> bytes:
        """Fetch the bytes.

        Raises:
            AttachmentTooLargeError: It has more than `MAX_BYTES`.
            AttachmentNotFetchedError: The channel did not give it.
        """
        if self.size > MAX_BYTES:
            raise AttachmentTooLargeError
        data = self.fetch()
        if len(data) > MAX_BYTES:
            raise AttachmentTooLargeError
        return data
