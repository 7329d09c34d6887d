"""An issue's page."""

from markupsafe import Markup

from bot.sandbox.hub import Hub
from bot.sandbox.pages.conversation import conversation, description
from bot.sandbox.pages.family import family_of
from bot.sandbox.pages.marks import chips_of, state_of
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.people import person, show_user
from bot.sandbox.pages.pull import milestone_of
from bot.sandbox.state.issues import assignees_of
from bot.sandbox.threads import Comment, Issue


def issue_page(hub: Hub, around: Frame, issue: Issue, *, level: int = 1) -> Markup:
    """Write an issue with what is below it, what it waits for and what was said.

    Its title is a heading of that level.
    """
    family = family_of(hub, issue)
    inside = fill(
        "conversation",
        around,
        number=issue.number,
        entries=(description(hub, issue), *conversation(hub, issue)),
        box=None,
        chips=chips_of(hub, issue),
        reviewers=(),
        assignees=[show_user(each) for each in assignees_of(hub, issue)],
        milestone=milestone_of(hub, issue),
        family=family,
    )
    return fill(
        "issue",
        around,
        level=level,
        number=issue.number,
        title=issue.title,
        state=state_of(issue),
        author=person(hub, issue.author_id),
        comments=hub.store.count(Comment, "issue_id = ?", issue.id),
        family=family,
        inside=inside,
    )
