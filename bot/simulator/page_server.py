"""The page at "/" and the JSON endpoints it acts through."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, TypeAlias

from aiohttp import web

from bot.simulator import people
from bot.simulator.errors import SimulatorError, person_cannot
from bot.simulator.model import Chat, Document, ForwardOrigin, Message, Person, Photo
from bot.simulator.page_stream import PageStream
from bot.simulator.page_view import commands_view, state_view
from bot.simulator.params import ApiParams, Upload, read_params
from bot.simulator.world import World

_FOLDER: Final = Path(__file__).parent / "page"
_SHOWN_INLINE: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

_Action: TypeAlias = Callable[[ApiParams], Awaitable[object]]


class PageServer:
    """Lets the page see the world and act as any of its people."""

    def __init__(self, world: World) -> None:
        """Wires the page; it answers once its routes are in an application.

        Args:
            world: The simulated world.
        """
        self._world = world
        self._stream = PageStream(world)

    def routes(self) -> list[web.RouteDef]:
        """Lists what to serve.

        Returns:
            Routes for the page, its endpoints, its stream and its files.
        """
        actions: dict[str, _Action] = {
            "people": self._add_person,
            "groups": self._add_group,
            "send": self._send,
            "forward": self._forward,
            "edit": self._edit,
            "delete": self._delete,
            "press": self._press,
            "vote": self._vote,
            "start": self._start,
            "inline": self._ask_inline,
            "choose": self._choose_inline,
            "block": self._block,
            "commands": self._commands,
        }
        posts = [web.post(f"/sim/{name}", _endpoint(action)) for name, action in actions.items()]
        return [
            web.get("/", _page_file),
            web.get("/page/{name}", _page_file),
            web.get("/sim/state", self._state),
            web.get("/sim/events", self._stream.serve),
            web.get("/sim/file/{id}", self._file),
            *posts,
        ]

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(state_view(self._world))

    async def _file(self, request: web.Request) -> web.Response:
        file = self._world.files.by_id(request.match_info["id"])
        is_shown = file.mime_type in _SHOWN_INLINE
        kind = file.mime_type if is_shown else "application/octet-stream"
        headers = {} if is_shown else {"Content-Disposition": "attachment"}
        return web.Response(body=file.data, content_type=kind, headers=headers)

    async def _add_person(self, params: ApiParams) -> object:
        name = params.text("first_name").strip() or person_cannot("a person needs a name")
        person = self._world.add_person(
            name, language_code=params.text("language_code") or "ms", username=params.text("username") or None
        )
        return {"id": person.id}

    async def _add_group(self, params: ApiParams) -> object:
        members = [self._world.people[int(str(member))] for member in params.array("members")]
        title = params.text("title").strip() or person_cannot("a group needs a name")
        return {"id": self._world.add_group(title, members).id}

    async def _send(self, params: ApiParams) -> object:
        person, chat = self._who_and_where(params)
        reply_to = chat.messages.get(params.integer("reply_to"))
        upload = params.uploads.get("file")
        media = self._store(upload, as_photo=params.flag("as_photo")) if upload else None
        draft = people.Draft(params.text("text"), media=media, reply_to=reply_to)
        return {"message_id": people.send(self._world, person, chat, draft).id}

    async def _forward(self, params: ApiParams) -> object:
        person, chat = self._who_and_where(params)
        if params.has("message_id"):
            source = self._message(params, "from_chat_id")
            draft = people.forward_draft(source)
        else:
            origin = ForwardOrigin(self._world.clock.unix(), params.text("origin_name").strip() or "?")
            draft = people.Draft(params.text("text"), origin=origin)
        return {"message_id": people.send(self._world, person, chat, draft).id}

    async def _edit(self, params: ApiParams) -> object:
        people.edit(self._world, self._person(params), self._message(params), params.text("text"))
        return {}

    async def _delete(self, params: ApiParams) -> object:
        people.delete(self._world, self._person(params), self._message(params))
        return {}

    async def _press(self, params: ApiParams) -> object:
        message = self._message(params)
        button = people.find_button(message, params.text("data"))
        return {"query_id": people.press(self._world, self._person(params), message, button).id}

    async def _vote(self, params: ApiParams) -> object:
        options = tuple(int(str(option)) for option in params.array("options"))
        people.vote(self._world, self._person(params), self._message(params), options)
        return {}

    async def _start(self, params: ApiParams) -> object:
        person = self._person(params)
        if params.has("payload"):
            people.open_deep_link(self._world, person, params.text("payload"))
        else:
            self._world.set_bot_status(self._world.chats[person.id], person, "member")
            people.send(self._world, person, self._world.chats[person.id], people.Draft("/start"))
        return {}

    async def _ask_inline(self, params: ApiParams) -> object:
        person, chat = self._who_and_where(params)
        return {"query_id": people.ask_inline(self._world, person, params.text("text"), chat=chat).id}

    async def _choose_inline(self, params: ApiParams) -> object:
        query = self._world.inline_queries[params.text("query_id")]
        results = query.answer.results if query.answer else ()
        chosen = next(result for result in results if result.id == params.text("result_id"))
        message = people.choose_inline(self._world, query, chosen, self._chat(params))
        return {"message_id": message.id}

    async def _block(self, params: ApiParams) -> object:
        person = self._person(params)
        status = self._world.chats[person.id].bot_status
        self._world.set_bot_status(self._world.chats[person.id], person, "member" if status == "kicked" else "kicked")
        return {}

    async def _commands(self, params: ApiParams) -> object:
        person, chat = self._who_and_where(params)
        return {"commands": commands_view(self._world, person, chat)}

    def _who_and_where(self, params: ApiParams) -> tuple[Person, Chat]:
        return self._person(params), self._chat(params)

    def _person(self, params: ApiParams) -> Person:
        return self._world.people[params.integer("person_id")]

    def _chat(self, params: ApiParams, field: str = "chat_id") -> Chat:
        return self._world.chats[params.integer(field)]

    def _message(self, params: ApiParams, chat_field: str = "chat_id") -> Message:
        return self._chat(params, chat_field).messages[params.integer("message_id")]

    def _store(self, upload: Upload, *, as_photo: bool) -> Photo | Document:
        files = self._world.files
        return files.add_photo(upload) if as_photo else Document(files.add(upload, "documents"))


async def _page_file(request: web.Request) -> web.StreamResponse:
    name = request.match_info.get("name", "index.html")
    if name not in {path.name for path in _FOLDER.iterdir()}:
        raise web.HTTPNotFound
    return web.FileResponse(_FOLDER / name)


def _endpoint(action: _Action) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            result = await action(await read_params(request))
        except (SimulatorError, LookupError, StopIteration, ValueError) as error:
            return web.json_response({"problem": str(error)}, status=409, dumps=json.dumps)
        return web.json_response(result)

    return answer
