"""Pages as a browser reads them: tags and attributes, not substrings."""

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Tag:
    """A start tag."""

    name: str
    attributes: dict[str, str]

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())


@dataclass(frozen=True)
class Reading:
    """All tags of a page, and its text."""

    tags: tuple[Tag, ...]
    text: str
    open: tuple[str, ...]

    def all(self, name: str = "", cls: str = "") -> list[Tag]:
        return [
            tag for tag in self.tags if name in {"", tag.name} and (not cls or cls in tag.classes)
        ]

    def values(self, *names: str) -> list[str]:
        return [
            value for tag in self.tags for name, value in tag.attributes.items() if name in names
        ]


_VOID = {"br", "hr", "meta", "link", "img", "input", "base", "col", "circle", "path"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.texts: list[str] = []
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1:] == [tag], (tag, self.stack)
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(html: str) -> Reading:
    """Read HTML, in which every tag has to be closed where it should be."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Reading(tuple(reader.tags), "".join(reader.texts), tuple(reader.stack))
