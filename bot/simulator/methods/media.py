"""sendPhoto, sendDocument, getFile."""

from typing import Final

from bot.simulator import limits
from bot.simulator.errors import refuse
from bot.simulator.files import image_size
from bot.simulator.methods.contract import ApiMethod, Backend
from bot.simulator.methods.sending import new_message, read_caption
from bot.simulator.methods.targets import writable_chat
from bot.simulator.model import Document, Photo, StoredFile
from bot.simulator.params import ApiParams, Upload
from bot.simulator.serialise import file_json, message_json
from bot.simulator.world import World

_MAX_SIDES: Final = 10_000
_MAX_RATIO: Final = 20


async def _send_photo(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    photo = _photo(backend.world, params)
    message = new_message(backend.world, chat, params)
    message.content, message.media = read_caption(params), photo
    return message_json(backend.world.post(message))


async def _send_document(backend: Backend, params: ApiParams) -> object:
    chat = writable_chat(backend.world, params)
    document = Document(_file(backend.world, params, "document", "documents"))
    message = new_message(backend.world, chat, params)
    message.content, message.media = read_caption(params), document
    return message_json(backend.world.post(message))


async def _get_file(backend: Backend, params: ApiParams) -> object:
    file = backend.world.files.by_id(params.text("file_id"))
    if len(file.data) > limits.DOWNLOAD_BYTES:
        refuse("file is too big")
    return {**file_json(file), "file_path": file.path}


def _photo(world: World, params: ApiParams) -> Photo:
    file = _file(world, params, "photo", "photos")
    if len(file.data) > limits.PHOTO_BYTES:
        refuse("file is too big for a photo")
    width, height = image_size(file.data)
    if width + height > _MAX_SIDES or max(width, height) > _MAX_RATIO * min(width, height):
        refuse("PHOTO_INVALID_DIMENSIONS")
    return Photo(file, width, height)


def _file(world: World, params: ApiParams, field: str, folder: str) -> StoredFile:
    upload = _upload(params, field)
    if upload is None and not params.has(field):
        refuse(f"there is no {field} in the request")
    if upload is None:
        return world.files.by_id(params.text(field))
    if not upload.data:
        refuse("file must be non-empty")
    return world.files.add(upload, folder)


def _upload(params: ApiParams, field: str) -> Upload | None:
    name = params.text(field)
    attached = params.uploads.get(name.removeprefix("attach://")) if name.startswith("attach://") else None
    return attached or params.uploads.get(field)


METHODS: Final[dict[str, ApiMethod]] = {
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "getFile": _get_file,
}
