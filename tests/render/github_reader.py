"""Reads Markdown as GitHub shows it: which elements and which text come out, and what is live."""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

_QUIET = {"code", "pre"}  # GitHub links nothing inside these
# What GitHub turns into links or pictures when it stands in text.
LIVE = re.compile(
    r"(?:^|\W)@[a-z0-9]"
    r"|\#\d|(?:^|\W)gh-\d|(?:^|\W)(?:ghsa|cve)-\w"
    r"|(?a:(?<![a-z0-9])[0-9a-f]{7,64}(?![a-z0-9]))"
    r"|://|(?:^|\W)www\.|:[\w+-]+:",
    re.IGNORECASE,
)


class Page(HTMLParser):
    """The elements and the text of a piece of HTML."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.code: list[str] = []  # what each code element would give to a copy
        self.loose: list[str] = []  # text that GitHub looks for references in
        self.other: list[str] = []  # comments, declarations
        self._open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag == "code":
            self.code.append("")
        self.attributes.extend(attrs)
        if tag not in {"br", "meta", "input"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.text += data
        if "code" in self._open:
            self.code[-1] += data
        if not _QUIET & set(self._open):
            self.loose.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    @property
    def live(self) -> list[str]:
        """Give what GitHub would link."""
        return [text for text in self.loose if LIVE.search(text)]


def read(markdown: str) -> Page:
    """Render Markdown with GitHub's extensions, raw HTML and links from plain text included."""
    reader = MarkdownIt("gfm-like", {"html": True})
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    return Page(reader.render(markdown))
