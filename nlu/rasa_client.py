"""Rasa's HTTP API: one text out, one JSON answer back, checked."""

from dataclasses import dataclass
from typing import Any

import httpx

from nlu.errors import ParserUnavailableError
from nlu.intents import Intent
from nlu.parser import Entity, Parse
from nlu.rasa_token import bearer_token

TIMEOUT_S = 0.4


@dataclass(frozen=True)
class RankedParse:
    """What Rasa answered: its parse, and the runner-up with its confidence."""

    parse: Parse
    second: Intent | None
    second_confidence: float


class RasaClient:
    """Asks one Rasa server on the loopback address.

    Args:
        secret: what its JSON web tokens are signed with.
        port: where it listens; may be changed by `point_at` when it is started anew.
        timeout_s: seconds to wait for an answer.
        transport: replaces the network in tests.
    """

    def __init__(
        self,
        secret: str,
        port: int = 0,
        timeout_s: float = TIMEOUT_S,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._port = port
        self._http = httpx.AsyncClient(
            transport=transport,
            timeout=timeout_s,
            trust_env=False,
            headers={"Authorization": f"Bearer {bearer_token(secret)}"},
            limits=httpx.Limits(max_connections=16, max_keepalive_connections=4, keepalive_expiry=20),
        )

    def point_at(self, port: int) -> None:
        """Use the server at this port from now on."""
        self._port = port

    async def parse(self, text: str, timeout_s: float | None = None) -> RankedParse:
        """Parse one text.

        Raises:
            ParserUnavailableError: if there is no answer in time, or it is not an answer we know.
        """
        url = f"http://127.0.0.1:{self._port}/model/parse"
        timeout = httpx.USE_CLIENT_DEFAULT if timeout_s is None else timeout_s
        try:
            response = await self._http.post(url, json={"text": text}, timeout=timeout)
            response.raise_for_status()
            return _read(response.json())
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ParserUnavailableError(f"Rasa gave no answer: {type(error).__name__}") from error
        except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
            raise ParserUnavailableError(f"Rasa gave an answer we cannot read: {type(error).__name__}") from error

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()


def _read(answer: Any) -> RankedParse:  # noqa: ANN401 - any JSON may come back
    intent = Intent(answer["intent"]["name"])
    confidence = float(answer["intent"]["confidence"])
    entities = tuple(sorted((_entity(raw) for raw in answer.get("entities", ())), key=lambda found: found.start))
    others = [rank for rank in answer.get("intent_ranking", ()) if rank["name"] != intent]
    second = Intent(others[0]["name"]) if others else None
    second_confidence = float(others[0]["confidence"]) if others else 0.0
    return RankedParse(Parse(intent, confidence, entities), second, second_confidence)


def _entity(raw: dict[str, Any]) -> Entity:
    name, value = str(raw["entity"]), str(raw["value"])
    return Entity(name, value.upper() if name == "class_code" else value.lower(), int(raw["start"]), int(raw["end"]))
