"""Keeps web sites out: only this machine's own programs and the simulator's own page get in.

A site opened in the same browser can send requests to 127.0.0.1. It cannot forge `Host`, `Origin` or
`Sec-Fetch-Site`, so these decide (DNS rebinding shows in `Host`).
"""

from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_FOREIGN: Final = frozenset({"cross-site", "same-site"})
_CONTENT_POLICY: Final = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@web.middleware
async def only_loopback(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses requests that a foreign web site could have caused.

    Args:
        request: Any request.
        handler: What would answer it.

    Returns:
        The handler's answer.

    Raises:
        HTTPForbidden: For a foreign host name, origin or fetch site.
    """
    if not _is_own(request):
        raise web.HTTPForbidden(text="This simulator answers its own page and this machine only.")
    return await handler(request)


async def add_security_headers(_: web.Request, response: web.StreamResponse) -> None:
    """Adds the headers every answer carries.

    Args:
        _: The request.
        response: Its answer, not yet sent.
    """
    response.headers.update(_HEADERS)


def _is_own(request: web.Request) -> bool:
    host = request.headers.get("Host", "")
    origin = request.headers.get("Origin")
    if (urlsplit(f"//{host}").hostname or "") not in _LOOPBACK:
        return False
    if origin is not None and origin != f"http://{host}":
        return False
    is_page_visit = request.method == "GET" and request.path == "/"
    return is_page_visit or request.headers.get("Sec-Fetch-Site") not in _FOREIGN
