"""RasaParser over a replaced transport: what it sends, what it makes of answers, and how it fails."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from nlu.circuit_breaker import CircuitBreaker
from nlu.errors import ParserUnavailableError
from nlu.intents import Intent
from nlu.late_parser import LateParser
from nlu.parser import Entity
from nlu.rasa_client import RankedParse, RasaClient
from nlu.rasa_parser import CLAIM_MARGIN, MAX_CHARS, MIN_CONFIDENCE, RasaParser

Handler = Callable[[httpx.Request], httpx.Response]


def answer(name: str = "greet", confidence: float = 0.9, second: tuple[str, float] | None = None, **more: Any) -> Any:
    """What Rasa would say."""
    ranking = [{"name": name, "confidence": confidence}]
    if second:
        ranking.append({"name": second[0], "confidence": second[1]})
    return {"intent": ranking[0], "intent_ranking": ranking, "entities": [], **more}


class FakeRasa:
    """A transport that answers with what it is given, and keeps the requests."""

    def __init__(self, handler: Handler | None = None) -> None:
        self.requests: list[httpx.Request] = []
        self.handler = handler or (lambda request: httpx.Response(200, json=answer()))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        self.requests.append(request)
        return self.handler(request)

    @property
    def texts(self) -> list[str]:
        """The texts that were asked about."""
        return [json.loads(request.content)["text"] for request in self.requests]

    def parser(self, **more: Any) -> RasaParser:
        """A parser that asks this server."""
        return RasaParser(RasaClient("s3cret", 5005, transport=httpx.MockTransport(self)), **more)


async def test_maps_intent_confidence_and_entities() -> None:
    """Rasa's JSON becomes a Parse; class codes are upper case, everything else lower."""
    entities = [
        {"entity": "class_code", "value": "pk3t9z", "start": 9, "end": 15},
        {"entity": "platform", "value": "TikTok", "start": 0, "end": 6},
    ]
    rasa = FakeRasa(lambda _: httpx.Response(200, json=answer("join_class", 0.7, entities=entities)))
    parse = await rasa.parser().parse("TikTok ke pk3t9z")
    assert (parse.intent, parse.confidence) == (Intent.JOIN_CLASS, 0.7)
    assert parse.entities == (Entity("platform", "tiktok", 0, 6), Entity("class_code", "PK3T9Z", 9, 15))


async def test_sends_a_signed_header_and_no_secret_in_the_address(caplog: pytest.LogCaptureFixture) -> None:
    """Addresses are logged by httpx; the secret and the token must not be in them."""
    caplog.set_level(logging.DEBUG)
    rasa = FakeRasa()
    await rasa.parser().parse("hai")
    assert str(rasa.requests[0].url) == "http://127.0.0.1:5005/model/parse"
    header = rasa.requests[0].headers["Authorization"]
    assert header.startswith("Bearer ")
    assert header.split()[1] not in caplog.text
    assert "s3cret" not in caplog.text


@pytest.mark.parametrize(("text", "sent"), [("/restart", "restart"), ("  // /hai", "hai"), ("a/b", "a/b")])
async def test_leading_slash_is_stripped(text: str, sent: str) -> None:
    """Rasa would take "/greet" as an order to answer greet with confidence 1."""
    rasa = FakeRasa()
    await rasa.parser().parse(text)
    assert rasa.texts == [sent]


async def test_entity_places_count_from_the_typed_text() -> None:
    """What was stripped in front is counted again in the places."""
    entities = [{"entity": "platform", "value": "fb", "start": 0, "end": 2}]
    rasa = FakeRasa(lambda _: httpx.Response(200, json=answer(entities=entities)))
    assert (await rasa.parser().parse("/fb")).entities == (Entity("platform", "fb", 1, 3),)


@pytest.mark.parametrize("text", ["", "   ", "/", "// /"])
async def test_nothing_to_parse_is_not_sent(text: str) -> None:
    """Without words there is nothing to ask; the fallback answers."""
    rasa = FakeRasa()
    assert (await rasa.parser().parse(text)).confidence == 0
    assert rasa.texts == []


async def test_long_text_is_cut() -> None:
    """Only the first 400 characters are sent."""
    rasa = FakeRasa()
    await rasa.parser().parse("kata " * 1000)
    assert len(rasa.texts[0]) <= MAX_CHARS


async def test_repeated_text_is_asked_once() -> None:
    """A forwarded message that comes in again is answered from memory, letter case aside."""
    rasa = FakeRasa()
    parser = rasa.parser()
    assert await parser.parse("Hai") == await parser.parse("hai")
    assert rasa.texts == ["Hai"]


async def test_concurrent_callers_get_their_own_answers() -> None:
    """Answers are not mixed up between callers."""

    def by_text(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=answer(json.loads(request.content)["text"]))

    parser = FakeRasa(by_text).parser()
    parses = await asyncio.gather(*(parser.parse(intent.value) for intent in Intent))
    assert [parse.intent for parse in parses] == list(Intent)


def raise_timeout(request: httpx.Request) -> httpx.Response:
    """A server that is too slow."""
    raise httpx.ReadTimeout("too slow", request=request)


def raise_refused(request: httpx.Request) -> httpx.Response:
    """A server that is not there."""
    raise httpx.ConnectError("refused", request=request)


FAILURES: dict[str, Handler] = {
    "timeout": raise_timeout,
    "refused": raise_refused,
    "unauthorised": lambda _: httpx.Response(401, json={"status": "failure"}),
    "server error": lambda _: httpx.Response(500, text="oops"),
    "not JSON": lambda _: httpx.Response(200, text="<html>"),
    "a list": lambda _: httpx.Response(200, json=[]),
    "null": lambda _: httpx.Response(200, json=None),
    "no intent": lambda _: httpx.Response(200, json={"text": "hai"}),
    "null intent": lambda _: httpx.Response(200, json=answer(intent={"name": None, "confidence": 0.0})),
    "unknown intent": lambda _: httpx.Response(200, json=answer("order_pizza")),
    "Rasa's own fallback": lambda _: httpx.Response(200, json=answer("nlu_fallback")),
    "odd entity": lambda _: httpx.Response(200, json=answer(entities=[{"entity": "platform"}])),
}


@pytest.mark.parametrize("failure", FAILURES)
async def test_every_failure_is_parser_unavailable(failure: str) -> None:
    """Whatever goes wrong between us and Rasa, the caller sees one error and falls back."""
    with pytest.raises(ParserUnavailableError):
        await FakeRasa(FAILURES[failure]).parser().parse("hai")


async def test_circuit_opens_and_closes() -> None:
    """After five failures Rasa is left alone; after the cool-down one call tries, and its success ends it."""
    now = [0.0]
    rasa = FakeRasa(raise_timeout)
    parser = rasa.parser(breaker=CircuitBreaker(clock=lambda: now[0]))
    for number in range(8):
        with pytest.raises(ParserUnavailableError):
            await parser.parse(f"teks {number}")
    assert len(rasa.requests) == 5
    rasa.handler = lambda request: httpx.Response(200, json=answer())
    now[0] = 5.1
    assert (await parser.parse("cuba")).intent is Intent.GREET
    assert (await parser.parse("lagi")).intent is Intent.GREET


async def test_known_text_is_answered_while_the_circuit_is_open() -> None:
    """Memory needs no server."""
    rasa = FakeRasa()
    parser = rasa.parser()
    await parser.parse("hai")
    rasa.handler = raise_timeout
    for number in range(6):
        with pytest.raises(ParserUnavailableError):
            await parser.parse(f"teks {number}")
    assert (await parser.parse("hai")).intent is Intent.GREET


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer("thank", MIN_CONFIDENCE - 0.01), Intent.CHECK_CLAIM),
        (answer("thank", MIN_CONFIDENCE + 0.01), Intent.THANK),
        (answer("ask_literacy", 0.4, ("check_claim", 0.4 - CLAIM_MARGIN / 2)), Intent.CHECK_CLAIM),
        (answer("ask_literacy", 0.4, ("check_claim", 0.4 - CLAIM_MARGIN * 2)), Intent.ASK_LITERACY),
        (answer("ask_literacy", 0.4, ("help", 0.39)), Intent.ASK_LITERACY),
    ],
)
async def test_unsure_answers_become_claims(given: Any, expected: Intent) -> None:
    """What may be a claim is looked up rather than turned away; the confidence is passed on as it came."""
    rasa = FakeRasa(lambda _: httpx.Response(200, json=given))
    parse = await rasa.parser().parse("apa ni")
    assert parse.intent is expected
    assert parse.confidence == given["intent"]["confidence"]


async def test_client_follows_the_server_to_a_new_port() -> None:
    """A server started again listens elsewhere."""
    rasa = FakeRasa()
    client = RasaClient("s3cret", 1, transport=httpx.MockTransport(rasa))
    client.point_at(4321)
    assert isinstance(await client.parse("hai"), RankedParse)
    assert rasa.requests[0].url.port == 4321
    await client.close()


async def test_unavailable_parser_never_answers() -> None:
    """A bot without Rasa goes straight to the fallback."""
    with pytest.raises(ParserUnavailableError):
        await LateParser().parse("hai")
