"""When two addresses are the same page."""

from urllib.parse import parse_qsl, urlencode, urlsplit

KEY_LENGTH = 500  # PostgreSQL indexes at most 2,704 bytes of a row, a character takes up to 4
# Added by whoever shares a link, never by the page itself.
_TRACKING = {"fbclid", "gclid", "igshid"}
_DEFAULT_PORTS = {"http": 80, "https": 443}


def normalised_url(url: str) -> str:
    """The address without scheme, `www.`, default port, last slash, tracking and fragment.

    Two addresses with the same result are taken for the same page. Text that is no address stays as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if not parts.hostname:
        return url.strip()
    host = parts.hostname.removeprefix("www.")
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])]
    path = parts.path.rstrip("/")
    return f"{host}{path}?{urlencode(query)}" if query else f"{host}{path}"


def url_key(url: str) -> str:
    """`normalised_url` as it is indexed: cut to `KEY_LENGTH`, without NUL, which PostgreSQL cannot store."""
    return normalised_url(url).replace("\x00", "")[:KEY_LENGTH]


def _is_tracking(name: str) -> bool:
    return name.lower().startswith("utm_") or name.lower() in _TRACKING
