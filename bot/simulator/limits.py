"""Telegram's limits, as https://core.telegram.org/bots/api states them (Bot API 10.0).

Text lengths are in characters after entities are parsed, unless the name says bytes.
"""

from typing import Final

TEXT_CHARS: Final = 4096
CAPTION_CHARS: Final = 1024
CALLBACK_DATA_BYTES: Final = 64
CALLBACK_ANSWER_CHARS: Final = 200
BUTTONS_PER_KEYBOARD: Final = 100
COPY_TEXT_CHARS: Final = 256

POLL_QUESTION_CHARS: Final = 300
POLL_OPTIONS: Final = range(2, 13)
POLL_OPTION_CHARS: Final = 100
POLL_EXPLANATION_CHARS: Final = 200
POLL_EXPLANATION_LINE_FEEDS: Final = 2
POLL_OPEN_S: Final = range(5, 2_628_001)

INLINE_RESULTS: Final = 50
INLINE_RESULT_ID_BYTES: Final = 64
INLINE_OFFSET_BYTES: Final = 64
INLINE_QUERY_CHARS: Final = 256

COMMANDS: Final = 100
COMMAND_DESCRIPTION_CHARS: Final = 256
BOT_NAME_CHARS: Final = 64
DESCRIPTION_CHARS: Final = 512
SHORT_DESCRIPTION_CHARS: Final = 120

PHOTO_BYTES: Final = 10_000_000
UPLOAD_BYTES: Final = 50_000_000
DOWNLOAD_BYTES: Final = 20_000_000
FILE_NAME_CHARS: Final = 60

UPDATES_PER_CALL: Final = 100
LONG_POLL_S: Final = 50
WEBHOOK_CONNECTIONS: Final = range(1, 101)
DELETABLE_S: Final = 48 * 3600
