"""Which two tips fit a message that nothing is known about: the first two whose words it contains."""

import re
from typing import Final

from actions.contentless import has_link
from actions.message_key import MessageKey
from actions.request import Origin, Request

_Rule = tuple[MessageKey, re.Pattern[str]]


def _rule(tip: MessageKey, words: str) -> _Rule:
    return tip, re.compile(rf"\b(?:{words})", re.IGNORECASE)


# Most urgent first: what can cost money or health, then whom to ask, then how to look.
_RULES: Final[tuple[_Rule, ...]] = (
    _rule(
        MessageKey.TIP_LINK,
        r"pautan|link|klik|click|muat turun|download|apk|daftar (?:di|seg|sek)|mohon (?:di|seg|sek)"
        r"|(?:register|apply) (?:here|now)",
    ),
    _rule(
        MessageKey.TIP_ALREADY_PAID,
        r"pelaburan|melabur|invest|pulangan|scam|penipu|ditipu|kena tipu|macau|pinjaman|loan\b|otp\b|tac\b",
    ),
    _rule(
        MessageKey.TIP_MONEY,
        r"bantuan|baucar|voucher|hadiah|aid\b|grant|prize|e-?wallet|e-?dompet|epf\b|kwsp\b|str\b|sara\b|bank\b"
        r"|(?:bagi|beri|dapat|terima|agih|tuntut|giv|get|win|menang)\w*\b.{0,30}\b(?:duit|wang|rm ?\d|money|cash)",
    ),
    _rule(
        MessageKey.TIP_HEALTH,
        r"vaksin|vaccin|virus|penyakit|disease|ubat|medicine|kanser|cancer|covid|denggi|dengue|hospital|doktor"
        r"|doctor|kkm\b|sembuh|merawat|cure|kesihatan|health|racun|poison",
    ),
    _rule(
        MessageKey.TIP_ELECTION,
        r"(?:meng|peng|di)?undi|spr\b|pilihan ?raya|pru\W?\d*\b|prn\b|calon|pos mengundi|parlimen|election|vot(?:e|ing)"
        r"|ballot|candidate|polling|constituenc",
    ),
    _rule(
        MessageKey.TIP_EMERGENCY,
        r"banjir|flood|gempa|earthquake|tsunami|kebakaran|fire\b|letupan|explosion|culik|kidnap|rompak|robber|serang"
        r"|attack|rusuhan|riot|bom\b|bomb\b|darurat|emergency|perintah berkurung|curfew|polis|police|tentera|army",
    ),
    _rule(
        MessageKey.TIP_ANGER,
        r"melayu|cina\b|india\b|chinese|indian|malays\b|kafir|islam|muslim|kristian|christian|hindu|buddh|masjid"
        r"|mosque|gereja|church|kuil|temple|agama|religio|kaum|race\b|agong|sultan|raja\b|royal|rohingya|pendatang",
    ),
    _rule(MessageKey.TIP_VIDEO, r"video|klip|clip|rakaman|recording|audio|suara|voice|deepfake|tiktok|reels?\b"),
    _rule(MessageKey.TIP_PICTURE, r"gambar|gmbr|foto|photo|picture|pic\b|poster|screenshot|tangkap layar|imej|image"),
    _rule(
        MessageKey.TIP_FORWARDED,
        r"sebar|forward|fwd|viral|tular|kongsi(?:kan)?\b|share (?:this|with|to)|pass (?:this|it) on|group",
    ),
    _rule(
        MessageKey.TIP_QUOTE,
        r"kata|berkata|cakap|ckp|ucap|menurut|kenyataan|said|says|say|statement|speech|quote|announced|mengumumkan",
    ),
    _rule(
        MessageKey.TIP_DATE,
        r"esok|semalam|smlm|hari ini|mulai|minggu depan|bulan depan|tahun depan|tomorrow|yesterday|today|tonight"
        r"|next (?:week|month|year)|(?:19|20)\d\d\b|\d{1,2}(?:hb\b|/\d{1,2})",
    ),
    _rule(MessageKey.TIP_NUMBER, r"\d[\d.,]*\s?(?:%|peratus|percent|juta|million|ribu|thousand|orang|people)|\d{3,}"),
)
_ANYWAY: Final = (MessageKey.TIP_ORIGIN, MessageKey.TIP_TWO_SOURCES)


def choose_tips(request: Request) -> tuple[MessageKey, MessageKey]:
    """The two tips for a message; the same message always gets the same two."""
    tips = [tip for tip, words in _RULES if words.search(request.text) or _is_evident(tip, request)]
    first, second = [*tips, *_ANYWAY][:2]
    return first, second


def _is_evident(tip: MessageKey, request: Request) -> bool:
    """Whether the message itself, rather than its words, calls for the tip."""
    if tip is MessageKey.TIP_LINK:
        return has_link(request.text)
    if tip is MessageKey.TIP_PICTURE:
        return request.has_media
    return tip is MessageKey.TIP_FORWARDED and request.origin is Origin.FORWARDED
