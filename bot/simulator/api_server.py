"""The Bot API's HTTP side: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
import time
from typing import Final

from aiohttp import web

from bot.simulator.calls import ApiCall, CallLog
from bot.simulator.errors import ApiError, too_many_requests
from bot.simulator.faults import CallFault, FaultKind, Faults
from bot.simulator.json_types import JsonObject
from bot.simulator.methods import METHODS, Backend
from bot.simulator.params import ApiParams, read_params
from bot.simulator.rate_limits import COUNTED_METHODS, RateLimiter

_OK: Final = 200


class ApiServer:
    """Answers a bot as api.telegram.org would."""

    def __init__(
        self, backend: Backend, token: str, calls: CallLog, faults: Faults, limiter: RateLimiter | None
    ) -> None:
        """Wires the server; it answers once its routes are in an application.

        Args:
            backend: What methods work on.
            token: The only token that is known.
            calls: Where every call is noted.
            faults: Failures to play.
            limiter: Enforces sending limits, or None for none.
        """
        self._backend = backend
        self._token = token
        self._calls = calls
        self._faults = faults
        self._limiter = limiter

    def routes(self) -> list[web.RouteDef]:
        """Lists what to serve.

        Returns:
            Routes for methods and file downloads.
        """
        return [
            web.route("*", "/bot{token:[^/]*}/{method}", self._answer),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self._download),
        ]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        call = ApiCall(request.match_info["method"], {})
        self._calls.add(call)
        try:
            params = await read_params(request)
            call.params, call.upload_names = params.values, tuple(params.uploads)
            self._check_token(request)
            result = await self._run_with_faults(request, call.method, params)
        except ApiError as error:
            call.problem = error.description
            response = _failure(error)
        else:
            response = _json({"ok": True, "result": result})
        call.status, call.finished_s = response.status, time.monotonic()
        return response

    async def _run_with_faults(self, request: web.Request, name: str, params: ApiParams) -> object:
        fault = self._faults.take_call_fault(name)
        if fault and not fault.after_effect:
            await _break_down(request, fault)
        result = await self._run(name, params)
        if fault:
            await _break_down(request, fault)
        return result

    async def _run(self, name: str, params: ApiParams) -> object:
        method = METHODS.get(name.lower())
        if method is None:
            raise ApiError(404, "Not Found")
        self._check_rate(name, params)
        return await method(self._backend, params)

    def _check_rate(self, name: str, params: ApiParams) -> None:
        if self._limiter and name.lower() in COUNTED_METHODS:
            wait_s = self._limiter.admit(params.integer("chat_id"), time.monotonic())
            if wait_s is not None:
                raise too_many_requests(wait_s)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._token:
            raise ApiError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as error:
            return _failure(error)
        file = self._backend.world.files.by_path(request.match_info["path"])
        if file is None:
            return _failure(ApiError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")


async def _break_down(request: web.Request, fault: CallFault) -> None:
    if fault.kind is FaultKind.RATE_LIMITED:
        raise too_many_requests(fault.retry_after_s)
    if fault.kind is FaultKind.BAD_GATEWAY:
        raise ApiError(502, "Bad Gateway")
    if fault.kind is FaultKind.TIMEOUT:
        await asyncio.sleep(fault.hang_s)
    if request.transport:
        request.transport.abort()
    raise ApiError(504, "the connection was cut on purpose")


def _json(payload: JsonObject, status: int = _OK) -> web.Response:
    return web.Response(text=json.dumps(payload), status=status, content_type="application/json")


def _failure(error: ApiError) -> web.Response:
    payload: JsonObject = {"ok": False, "error_code": error.code, "description": error.description}
    if error.retry_after_s is not None:
        payload["parameters"] = {"retry_after": error.retry_after_s}
    return _json(payload, error.code)
