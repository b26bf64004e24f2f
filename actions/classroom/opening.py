"""Opens a class: settles its questions, and gives it a code, a link and a QR picture."""

import io
from datetime import datetime

from actions.buttons import press
from actions.classroom.board import board_letter
from actions.classroom.keys import ClassKey
from actions.classroom.letters import to_educator, to_seat
from actions.classroom.presses import ClassPress
from actions.dates import partial_date
from actions.outgoing import FileMessage
from actions.quiz.item_bank import pick
from actions.reply import Button as ReplyButton
from actions.reply import Link, Message, Phrase, Reply
from actions.request import Request
from actions.services import Services
from knowledge.freshness import malaysian_day
from knowledge.quiz import session_steps as steps
from knowledge.quiz.codes import spoken
from knowledge.quiz.own_question import Askable
from knowledge.quiz.roster import Seat, StoredClass
from knowledge.store.class_room import ClassRoom

LINK_PREFIX = "c_"
_QR_SCALE = 12


def open_class(draft: StoredClass, request: Request, services: Services) -> Reply:
    """Open a draft; without a question for it, say so and stay."""
    now = services.clock()
    items = pick(draft.session.plan, services, draft.seed)
    if not items:
        return Reply(request.language, notice=Phrase(ClassKey.NOTICE_NO_ITEMS))
    code = services.classes.free_code()
    with services.classes.room(draft.id) as room:
        open_room(room, code, items, services.links.to(f"{LINK_PREFIX}{code}"), now)
    return Reply(
        request.language, (Message(Phrase(ClassKey.OPENED, {"title": draft.session.plan.title})),), replaces=True
    )


def open_room(room: ClassRoom, code: str, items: list[Askable], link: str, now: datetime) -> None:
    """Let students in, and send the educator what the class needs: code, link, QR picture, board."""
    room.move(steps.open_lobby(room.session, now, len(items)))
    room.settle(code, items)
    digest = room.keep_file(qr_picture(link), now)
    day = partial_date(malaysian_day(room.record.purge_at).isoformat())
    caption = Phrase(ClassKey.INVITATION, {"code": spoken(code), "link": link, "date": day})
    buttons = ((ReplyButton(Phrase(ClassKey.BUTTON_LINK), Link(link)),),)
    picture = FileMessage(f"{code}.png", digest, caption, is_picture=True, buttons=buttons)
    room.post([to_educator(room.record, "invitation", picture)], now)
    room.post([board_letter(room, now)], now)


def open_post_test(request: Request, services: Services) -> Reply:
    """The same questions once more, for the same students, who need no code."""
    pre = services.classes.get(int(request.argument)) if request.argument.isdigit() else None
    if pre is None or pre.educator != request.person:
        return Reply(request.language, notice=Phrase(ClassKey.NOTICE_GONE))
    now = services.clock()
    with services.classes.room(pre.id) as room:
        items, seats = room.items(), [seat for seat in room.seats() if seat.is_present]
    post = services.classes.follow_up(pre, pre.session.plan, now)
    if post.code is not None:
        return Reply(request.language, notice=Phrase(ClassKey.NOTICE_NOT_NOW))
    code = services.classes.free_code()
    with services.classes.room(post.id) as room:
        open_room(room, code, items, services.links.to(f"{LINK_PREFIX}{code}"), now)
        _take_over(room, seats, now)
        room.repost(board_letter(room, now), now)
    return Reply(request.language, notice=Phrase(ClassKey.NOTICE_POST_OPENED))


def qr_picture(link: str) -> bytes:
    """A QR code as PNG, large enough to be read off a projector."""
    import segno  # the bot starts without it

    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=_QR_SCALE, border=4)
    return out.getvalue()


def _take_over(room: ClassRoom, seats: list[Seat], now: datetime) -> None:
    title = room.session.plan.title
    for seat in seats:
        again = room.admit(seat.person, seat.address, seat.language, seat.nickname, now)
        leave = ((press(ClassKey.BUTTON_LEAVE, ClassPress.LEAVE, str(room.record.id)),),)
        room.post(
            [to_seat(room.record, again, "welcome", Message(Phrase(ClassKey.POST_TEST, {"title": title}), leave))], now
        )
