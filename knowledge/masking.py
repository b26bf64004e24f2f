"""Personal data in what people send, made unreadable before fact-checkers see it.

Masked are Malaysian telephone and identity-card numbers, account and card numbers, and e-mail addresses. What only
looks like one is kept: years, dates, sums of money, percentages, counts, short hotlines such as 999 and 15999, and
1-300 and 1-800 numbers, which nobody has at home.
"""

import re
from typing import Final

PHONE: Final = "[☎]"
IDENTITY_CARD: Final = "[IC]"
ACCOUNT: Final = "[№]"
EMAIL: Final = "[@]"

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
# Birth date as YYMMDD, two digits of the place, four more; with hyphens, blanks or neither.
_IDENTITY_CARD = re.compile(
    r"(?<![\d.,/-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])([- ]?)\d{2}\1\d{4}(?![\d]|[.,/-]\d)"
)
# Mobile 01X, or a fixed line 03-09 and 08X; also from abroad (+60, 60, 0060) and with brackets.
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)?\(?6\)?[ -]?)?\(?0?(?:1\d|8[2-9]|[3-79])\)?[ .-]?(?:\d[ .-]?){6,8}(?!\d|[.,/-]\d)"
)
_STARTS_A_NUMBER = re.compile(r"^(?:(?:\+|00)?\(?6\)?[ -]?\(?0?|\(?0)")
_FOREIGN_PHONE = re.compile(r"(?<![\w.,/])\+\d{1,3}[ -]?(?:\d[ -]?){6,12}(?!\d)")
# Ten to nineteen digits, in groups or not: bank accounts (10-16) and cards (13-19).
_ACCOUNT = re.compile(r"(?<![\d.,/+-])\d(?:[ -]?\d){9,18}(?![\d%]|[.,/]\d)")
_URL = re.compile(r"https?://\S+|\bwww\.\S+|\b(?:wa\.me|wasap\.my)/\S+", re.IGNORECASE)
_PHONE_LINK = re.compile(r"((?:wa\.me|wasap\.my|api\.whatsapp\.com/send\?phone=)/?)\+?\d{8,15}", re.IGNORECASE)
_OFFICE = re.compile(r"^1[ -]?[38]00")


def masked(text: str) -> str:
    """The text with personal data replaced by `[IC]`, `[☎]`, `[№]` and `[@]`.

    Links stay as they are, since they are what must be checked, but for the number in a link to a WhatsApp chat.
    """
    parts: list[str] = []
    end = 0
    for link in _URL.finditer(text):
        parts += [_masked_words(text[end : link.start()]), _PHONE_LINK.sub(rf"\1{PHONE}", link[0])]
        end = link.end()
    return "".join([*parts, _masked_words(text[end:])])


def holds_personal_data(text: str) -> bool:
    """Whether masking would change the text."""
    return masked(text) != text


def _masked_words(text: str) -> str:
    text = _EMAIL.sub(EMAIL, text)
    text = _IDENTITY_CARD.sub(IDENTITY_CARD, text)
    text = _PHONE.sub(_phone, text)
    text = _FOREIGN_PHONE.sub(PHONE, text)
    return _ACCOUNT.sub(_account, text)


def _phone(found: re.Match[str]) -> str:
    """A telephone number begins with 0 or 6; without either it may be any count or sum."""
    whole = found[0]
    trailing = whole[len(whole.rstrip(" .-")) :]
    is_number = _STARTS_A_NUMBER.match(whole)
    return PHONE + trailing if is_number else whole


def _account(found: re.Match[str]) -> str:
    return found[0] if _OFFICE.match(found[0]) else ACCOUNT
