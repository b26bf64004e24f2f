"""The parameters of one request: query string, form, multipart or JSON body, read by type."""

import json
from dataclasses import dataclass, field

from aiohttp import web

from bot.simulator.errors import ApiError, refuse
from bot.simulator.json_types import JsonObject, as_list, as_object


@dataclass(frozen=True, slots=True)
class Upload:
    """One uploaded file."""

    name: str
    mime_type: str
    data: bytes


@dataclass(slots=True)
class ApiParams:
    """Parameters by name; a missing one reads as empty, 0 or False."""

    values: JsonObject = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tells whether a parameter was sent with any value but null and "".

        Args:
            name: The parameter.

        Returns:
            Whether it is there.
        """
        return self.values.get(name) not in (None, "") or name in self.uploads

    def text(self, name: str) -> str:
        """Reads text.

        Args:
            name: The parameter.

        Returns:
            The text, or "" if it was not sent.
        """
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Reads a whole number.

        Args:
            name: The parameter.
            default: Used when it was not sent.

        Returns:
            The number.

        Raises:
            ApiError: 400 when it is not a whole number.
        """
        if not self.has(name):
            return default
        try:
            return int(self.text(name))
        except ValueError:
            refuse(f"parameter {name} must be an integer")

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Reads true or false.

        Args:
            name: The parameter.
            default: Used when it was not sent.

        Returns:
            The flag, with Telegram's spellings of true.
        """
        return self.text(name).strip('"').lower() in {"true", "1", "yes"} if self.has(name) else default

    def mapping(self, name: str) -> JsonObject:
        """Reads a JSON object.

        Args:
            name: The parameter.

        Returns:
            The object, or an empty one if it was not sent.

        Raises:
            ApiError: 400 when it is not a JSON object.
        """
        decoded = self._decoded(name)
        if decoded is not None and not isinstance(decoded, dict):
            refuse(f"object expected as {name}")
        return as_object(decoded)

    def array(self, name: str) -> list[object]:
        """Reads a JSON array.

        Args:
            name: The parameter.

        Returns:
            The items, or none if it was not sent.

        Raises:
            ApiError: 400 when it is not a JSON array.
        """
        decoded = self._decoded(name)
        if decoded is not None and not isinstance(decoded, list):
            refuse(f"array expected as {name}")
        return as_list(decoded)

    def _decoded(self, name: str) -> object:
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            decoded: object = json.loads(value) if value else None
        except ValueError:
            refuse(f"can't parse {name} JSON object")
        return decoded


async def read_params(request: web.Request) -> ApiParams:
    """Reads all parameters of a request.

    Args:
        request: A GET or POST request.

    Returns:
        Query and body parameters together; the body wins.

    Raises:
        ApiError: 400 when a JSON body cannot be decoded; 413 when the body is too large.
    """
    params = ApiParams(dict(request.query))
    try:
        await _read_body(request, params)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    return params


async def _read_body(request: web.Request, params: ApiParams) -> None:
    if request.content_type == "application/json":
        try:
            params.values.update(as_object(json.loads(await request.read() or b"{}")))
        except ValueError:
            refuse("object expected as JSON body")
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                params.uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                params.values[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
