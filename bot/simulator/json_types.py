"""The one name for raw Bot API JSON, used at the edge where payloads are read and written."""

from typing import TypeAlias

JsonObject: TypeAlias = dict[str, object]
"""A decoded JSON object whose fields have not been checked yet."""


def as_object(value: object) -> JsonObject:
    """Narrows a decoded JSON value to an object.

    Args:
        value: Anything `json.loads` can return.

    Returns:
        The value if it is an object with text keys, else an empty object.
    """
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """Narrows a decoded JSON value to a list; anything else becomes an empty list.

    Args:
        value: Anything `json.loads` can return.

    Returns:
        The list, or an empty one.
    """
    return list(value) if isinstance(value, list) else []
