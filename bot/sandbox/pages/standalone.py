"""A pull request in one file that needs no server: to attach, to keep, to publish."""

import re

from bot.sandbox.hub import Hub
from bot.sandbox.pages.paper import frame, paper
from bot.sandbox.pages.pull import checks_tab, conversation_tab, files_tab, head, in_full
from bot.sandbox.refusal import not_found
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.pulls import find_pull

_INWARD = re.compile(r'(<a\b[^<>]*?) href="/(?!/)[^"#]*(#[^"]*)?"')
_ANCHOR = re.compile(r' id="([^"]+)"')
_PARTS = (
    ("conversation", "Conversation", conversation_tab),
    ("checks", "Checks", checks_tab),
    ("files", "Files changed", files_tab),
)


def render_standalone(hub: Hub, number: int) -> str:
    """Write the conversation, the checks and the files of a pull request on one page."""
    with hub.lock, hub.store.transaction():
        issue = find_issue(hub, hub.repository, number)
        pull = find_pull(hub, issue) if issue else None
        if issue is None or pull is None:
            raise not_found()
        around = frame(hub, hub.repository, "alone", f"{issue.title} · #{number}")
        parts = [(key, name, tab(hub, around, issue, pull)) for key, name, tab in _PARTS]
        return _alone(paper(around, in_full(around, head(hub, issue, pull), parts)).html)


def _alone(html: str) -> str:
    """Take away the links to pages that are not in the file; those to its anchors stay."""
    anchors = set(_ANCHOR.findall(html))

    def turned(match: re.Match[str]) -> str:
        mark = match[2] or ""
        return f'{match[1]} href="{mark}"' if mark[1:] in anchors else match[1]

    return _INWARD.sub(turned, html)
