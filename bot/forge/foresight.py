"""What is likely to be asked for next, and comes along with the question before it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.fragments import ALONE, Along
from bot.forge.line import Line


@dataclass(slots=True)
class Foresight:
    """Lets something of the repository come ``along`` with one question, and keeps it.

    Where that goes wrong it was never asked: whoever needs it asks for it alone.
    """

    line: Line
    along: Along
    words: Mapping[str, object]
    at: str
    is_awaited: bool = False
    _found: Answer | None = None

    def query(self, document: Callable[[Along], str], words: Mapping[str, object]) -> Answer:
        """Ask for both, and give of the repository what else was asked."""
        self.is_awaited = False
        try:
            answer = self.line.ask(document(self.along), **{**words, **self.words})
        except ForgeError:  # what may not be seen takes all beside it along in GraphQL
            return self.line.query(document(ALONE), **words).at("repository")
        if not answer.at("errors"):
            self._found = answer.at("data", "repository", self.at)
        return answer.at("data", "repository")

    def take(self) -> Answer | None:
        """Give what has come along, once: later it would be old."""
        found, self._found = self._found, None
        return found
