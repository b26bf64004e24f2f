"""The bearer token Rasa's API asks for.

Rasa takes its plain `--auth-token` only in the query of a URL, and URLs are logged (httpx does so at INFO). With
`--jwt-secret` it takes a signed token in a header instead, which nothing logs.
"""

import base64
import hashlib
import hmac
import json


def bearer_token(secret: str) -> str:
    """A JSON web token (RFC 7519, HS256) that gives Rasa's "admin" role, signed with `secret`."""
    header = _encode(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    payload = _encode(json.dumps({"user": {"username": "safertogether", "role": "admin"}}).encode())
    signature = hmac.new(secret.encode(), f"{header}.{payload}".encode(), hashlib.sha256).digest()
    return f"{header}.{payload}.{_encode(signature)}"


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
