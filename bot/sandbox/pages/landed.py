"""What came of a merge, for a file that stands alone: the issues, and what is to be merged next."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from bot.sandbox.hub import Hub
from bot.sandbox.pages.files import files_page
from bot.sandbox.pages.issue import issue_page
from bot.sandbox.pages.listing import row
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.pull import conversation_tab, head
from bot.sandbox.state.pulls import find_pull
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull

Part = tuple[str, str, Markup]
_MOST = 5  # issues that are shown whole: those at the top of a tree
_LISTED = 50
_ANCHOR = re.compile(r'( id="| href="#)(?=[^"])')


def landed_parts(hub: Hub, around: Frame, pull: Pull) -> Iterator[Part]:
    """Give the parts that a merged pull request has beside its own tabs."""
    if pull.merged_at is None:
        return
    roots = hub.store.find(Issue, "is_pull = 0 AND parent_id IS NULL ORDER BY number")
    if roots:
        yield "issues", "Issues", _issues(hub, around, roots)
    for thread in hub.store.find(Issue, "is_pull = 1 AND state = 'open' ORDER BY number"):
        if found := find_pull(hub, thread):
            yield f"pull-{thread.number}", "To be merged next", _pull(hub, around, thread, found)


def _issues(hub: Hub, around: Frame, roots: list[Issue]) -> Markup:
    shown = [
        (each.number, apart(issue_page(hub, around, each, level=3), f"i{each.number}-"))
        for each in roots[:_MOST]
    ]
    rows = [row(hub, each) for each in roots[:_LISTED]]
    return fill("landed", around, rows=rows, shown=shown, more=len(roots) - len(rows))


def _pull(hub: Hub, around: Frame, thread: Issue, pull: Pull) -> Markup:
    inside = conversation_tab(hub, around, thread, pull) + files_page(hub, around, thread, pull)
    top = fill("head", around, head=head(hub, thread, pull), level=3)
    return apart(top + inside, f"p{thread.number}-")


def apart(html: Markup, prefix: str) -> Markup:
    """Give the anchors of a part names of its own, for other parts have such ones, too."""
    turned = _ANCHOR.sub(lambda match: f"{match[1]}{prefix}", html)
    return Markup(turned)  # noqa: S704 - only names in it have changed
