"""A request as its handler sees it, and the answer that it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json, Refusal, not_found, unprocessable
from bot.sandbox.view import View
from bot.sandbox.viewer import Actor, Viewer

_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Call:
    """A request. ``path`` is what follows the repository, or all of it where there is none."""

    view: View
    found: Repository | None
    path: str
    words: Mapping[str, str]
    query: Mapping[str, str]
    body: Json
    accept: str = ""

    @property
    def hub(self) -> Hub:
        """What is remembered."""
        return self.view.hub

    @property
    def viewer(self) -> Viewer:
        """Who asks."""
        return self.view.viewer

    @property
    def actor(self) -> Actor:
        """The account that acts."""
        return self.view.viewer.actor

    @property
    def repository(self) -> Repository:
        """The repository that the path names."""
        if self.found is None:
            raise not_found()
        return self.found

    def number(self, name: str) -> int:
        """Return a number from the path; none that is there is larger than SQLite's."""
        return min(int(self.words[name][:20]), _LARGEST)

    def has(self, name: str) -> bool:
        """Tell whether the body sets a field, be it to null."""
        return name in self.body

    def text(self, name: str) -> str | None:
        """Return a text from the body."""
        value = self.body.get(name)
        if value is None or isinstance(value, str):
            return value
        raise _wrong(name, value, "a string")

    def need(self, name: str) -> str:
        """Return a text from the body that has to be there."""
        value = self.text(name)
        if value is None:
            raise unprocessable(f'Invalid request.\n\n"{name}" wasn\'t supplied.')
        return value

    def texts(self, name: str) -> list[str] | None:
        """Return texts from the body; labels may also be given as objects with a name."""
        value = self.body.get(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise _wrong(name, value, "an array")
        plain = [each.get("name") if isinstance(each, dict) else each for each in value]
        if not all(isinstance(each, str) for each in plain):
            raise _wrong(name, value, "an array of strings")
        return [str(each) for each in plain]

    def whole(self, name: str) -> int | None:
        """Return a number from the body."""
        value = self.body.get(name)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise _wrong(name, value, "an integer")

    def flag(self, name: str) -> bool:
        """Return a truth value from the body, false where it is absent."""
        return self.body.get(name) is True

    def items(self, name: str) -> list[Json]:
        """Return objects from the body, none where they are absent."""
        value = self.body.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise _wrong(name, value, "an array of objects")
        return value

    def part(self, name: str) -> Json:
        """Return an object from the body, an empty one where it is absent."""
        value = self.body.get(name)
        return {str(key): each for key, each in value.items()} if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: JSON, or bytes of another media type."""

    body: object = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    media: str = "application/json; charset=utf-8"


Handler = Callable[[Call], Reply]


def _wrong(name: str, value: object, kind: str) -> Refusal:
    return unprocessable(f"Invalid request.\n\nFor 'properties/{name}', {value!r} is not {kind}.")
