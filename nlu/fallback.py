"""What a message probably wants when the parser gives no answer."""

from nlu.intents import Intent
from nlu.parser import Parse


def fallback_parse(text: str) -> Parse:
    """Treat the text as a claim: retrieval answers it, or says honestly that it is not checked.

    The confidence is 0 because nothing was measured.
    """
    del text
    return Parse(Intent.CHECK_CLAIM, 0.0)
