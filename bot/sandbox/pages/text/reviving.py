"""The pass over HTML before it is sanitised: references come alive, pictures become links."""

from html.parser import HTMLParser
from urllib.parse import urljoin

from markupsafe import escape

from bot.sandbox.pages.text.mark import marked
from bot.sandbox.pages.text.references import linked
from bot.sandbox.pages.text.setting import Setting

_LITERAL = frozenset({"a", "code", "pre", "tt", "script", "style"})
_Attributes = list[tuple[str, str | None]]


def revive(setting: Setting, html: str) -> str:
    """Return the HTML with what GitHub adds to it; it is not harmless yet."""
    pass_ = _Pass(setting)
    pass_.feed(html)
    pass_.close()
    return "".join(pass_.done)


class _Pass(HTMLParser):
    """Writes what it reads, but for texts, links and pictures."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.done: list[str] = []
        self.literal: list[str] = []

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "img":
            self._picture(dict(attrs))
            return
        if tag == "a":
            attrs = [(name, self._moved(name, value)) for name, value in attrs]
        if tag in {"td", "th"}:
            attrs = [_aligned(*each) for each in attrs]
        if tag in _LITERAL:
            self.literal.append(tag)
        self.done.append(f"<{tag}{''.join(_attribute(*each) for each in attrs)}>")

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag in _LITERAL:
            self.literal.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.literal:
            while self.literal.pop() != tag:
                pass
        self.done.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.done.append(str(escape(data) if self.literal else linked(self.setting, data)))

    def _picture(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or ""
        text = escape(attributes.get("alt") or source.rpartition("/")[2] or "picture")
        address = escape(self._moved("href", source) or "")
        if "a" in self.literal:
            self.done.append(f'<span class="{marked("picture")}">{text}</span>')
        else:
            self.done.append(f'<a href="{address}" class="{marked("picture")}">{text}</a>')

    def _moved(self, name: str, value: str | None) -> str | None:
        """Let a link of a file start from its folder, and lead to the anchors of its text."""
        folder = self.setting.folder
        if name != "href" or not value or not folder:
            return value
        if value.startswith("#"):
            return f"#user-content-{value[1:].lower()}"
        if value.startswith("/") and not value.startswith("//"):
            return "/".join(folder.split("/")[:5]) + value
        try:
            return urljoin(folder, value)
        except ValueError:
            return None


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'


def _aligned(name: str, value: str | None) -> tuple[str, str | None]:
    """Say the column's side as GitHub does: styles would be dropped."""
    side = (value or "").removeprefix("text-align:")
    return (
        ("align", side)
        if name == "style" and side in {"left", "center", "right"}
        else (name, value)
    )
