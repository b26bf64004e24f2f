"""A parser that is there before its server is: until then, and without NLU, it says that it has no answer."""

from nlu.errors import ParserUnavailableError
from nlu.parser import Parse, Parser


class LateParser:
    """Stands in for a parser that takes a minute to start; the bot answers meanwhile, treating messages as claims."""

    def __init__(self) -> None:
        self._parser: Parser | None = None

    def become(self, parser: Parser) -> None:
        """From now on, ask this parser."""
        self._parser = parser

    async def parse(self, text: str) -> Parse:
        """Parse one text.

        Raises:
            ParserUnavailableError: if there is no parser yet, or it gives no answer in time.
        """
        if self._parser is None:
            raise ParserUnavailableError("NLU has not started")
        return await self._parser.parse(text)
