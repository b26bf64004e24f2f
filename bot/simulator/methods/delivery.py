"""getUpdates, webhooks, logOut and close."""

from typing import Final

from bot.simulator import limits
from bot.simulator.errors import ApiError, refuse
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.params import ApiParams
from bot.simulator.webhook import WebhookTarget, is_loopback_url, is_secret_token

_WEBHOOK_IS_SET: Final = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def _get_updates(backend: Backend, params: ApiParams) -> object:
    if backend.webhook.target:
        raise ApiError(409, _WEBHOOK_IS_SET)
    backend.world.updates.allow(_allowed(params))
    limit = min(max(params.integer("limit", limits.UPDATES_PER_CALL), 1), limits.UPDATES_PER_CALL)
    timeout_s = min(max(params.integer("timeout"), 0), limits.LONG_POLL_S)
    return await backend.world.updates.poll(params.integer("offset"), limit, timeout_s)


async def _set_webhook(backend: Backend, params: ApiParams) -> object:
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return await _delete_webhook(backend, params)
    if not is_loopback_url(url):
        refuse("bad webhook: the simulator posts to loopback addresses only")
    if secret and not is_secret_token(secret):
        refuse("secret token contains unallowed characters")
    connections = params.integer("max_connections", 40)
    if connections not in limits.WEBHOOK_CONNECTIONS:
        refuse("max_connections must be between 1 and 100")
    _drop_if_asked(backend, params)
    backend.world.updates.allow(_allowed(params))
    await backend.webhook.start(WebhookTarget(url, secret, connections))
    return True


async def _delete_webhook(backend: Backend, params: ApiParams) -> object:
    await backend.webhook.stop()
    _drop_if_asked(backend, params)
    return True


async def _get_webhook_info(backend: Backend, _: ApiParams) -> object:
    return backend.webhook.info_json()


async def _log_out(backend: Backend, _: ApiParams) -> object:
    await backend.webhook.stop()
    return True


async def _close(backend: Backend, _: ApiParams) -> object:
    await backend.webhook.stop()
    return True


def _allowed(params: ApiParams) -> list[str] | None:
    return [str(kind) for kind in params.array("allowed_updates")] if params.has("allowed_updates") else None


def _drop_if_asked(backend: Backend, params: ApiParams) -> None:
    if params.flag("drop_pending_updates"):
        backend.world.updates.drop_all()


METHODS: Final[dict[str, ApiMethod]] = {
    "getUpdates": _get_updates,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
    "logOut": _log_out,
    "close": _close,
}
