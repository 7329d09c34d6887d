"""A pull request in one file that needs no server: to attach, to keep, to publish.

Where it was merged, what came of that stands below.
"""

import re
from html import unescape
from urllib.parse import unquote

from bot.sandbox.hub import Hub
from bot.sandbox.pages.files import file_anchor
from bot.sandbox.pages.landed import landed_parts
from bot.sandbox.pages.paper import frame, paper
from bot.sandbox.pages.pull import checks_tab, conversation_tab, files_tab, head, in_full
from bot.sandbox.refusal import not_found
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.pulls import find_pull

_ANCHOR = re.compile(r' id="([^"]+)"')
_THREAD = re.compile(r"[^/]+/[^/]+/(issue|pull)s?/(\d+)")
_FILE = re.compile(r"[^/]+/[^/]+/blob/[0-9a-f]{40}/([^?]+)")
_RELATION = re.compile(r' rel="[^"]*"')
_LINE = re.compile(r"#L(\d+)")
_PARTS = (
    ("conversation", "Conversation", conversation_tab),
    ("checks", "Checks", checks_tab),
    ("files", "Files changed", files_tab),
)


def render_standalone(hub: Hub, number: int, url: str = "") -> str:
    """Write the conversation, the checks and the files of a pull request on one page.

    ``url`` is where it was served, which people and bots may have written into their links.
    """
    with hub.lock, hub.store.transaction():
        issue = find_issue(hub, hub.repository, number)
        pull = find_pull(hub, issue) if issue else None
        if issue is None or pull is None:
            raise not_found()
        around = frame(hub, hub.repository, "alone", f"{issue.title} · #{number}")
        parts = [(key, name, tab(hub, around, issue, pull)) for key, name, tab in _PARTS]
        parts += landed_parts(hub, around, pull)
        return _alone(paper(around, in_full(around, head(hub, issue, pull), parts)).html, url)


def _alone(html: str, url: str) -> str:
    """Lead links to what is in the file; of one to a page that is not, leave the words."""
    anchors = set(_ANCHOR.findall(html))
    inward = re.compile(
        rf'<a\b(?P<before>[^<>]*?) href="(?:{re.escape(url)})?/(?!/)(?P<way>[^"#]*)'
        r'(?P<mark>#[^"]*)?"(?P<after>[^<>]*)>(?P<words>.*?)</a>',
        re.DOTALL,  # no link has one inside
    )

    def turned(match: re.Match[str]) -> str:
        mark, rest = match["mark"] or "", f"{match['before']}{match['after']}"
        near = (mark.removeprefix("#"), *_changed(match["way"], mark))
        inside = next((each for each in near if each in anchors), None)
        if inside is None:
            return f"<span{_RELATION.sub('', rest)}>{match['words']}</span>"
        return f'<a{rest} href="#{inside}">{match["words"]}</a>'

    return inward.sub(turned, html)


def _changed(way: str, mark: str) -> tuple[str, ...]:
    """Name the line of a changed file that a link leads to, or at least the file; or an issue."""
    if thread := _THREAD.fullmatch(way):
        return (f"{thread[1]}-{thread[2]}",)
    match = _FILE.fullmatch(unescape(way).partition("?")[0])
    if match is None:
        return ()
    anchor = file_anchor(unquote(match[1], errors="surrogatepass"))
    line = _LINE.match(mark)
    return (f"{anchor}R{line[1]}", anchor) if line else (anchor,)
