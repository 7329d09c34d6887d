"""What people say on issues and pull requests."""

from bot.sandbox.hub import Hub
from bot.sandbox.refusal import invalid, limited
from bot.sandbox.state.events import touch
from bot.sandbox.state.issues import BODY
from bot.sandbox.threads import Comment, Issue, Reaction
from bot.sandbox.viewer import Actor

REACTIONS = ("+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes")


def add_comment(hub: Hub, issue: Issue, body: str, actor: Actor) -> Comment:
    """Say something."""
    _check(body)
    now = hub.now()
    key = hub.store.next_id()
    comment = Comment(
        key, issue.repository_id, issue.id, actor.id, actor.app_id, body, None, now, now
    )
    touch(hub, issue)
    return hub.store.add(comment)


def change_comment(hub: Hub, comment: Comment, body: str, editor_id: int) -> Comment:
    """Say something else instead, as its author or as somebody who may write here."""
    _check(body)
    touch(hub, hub.store.get(Issue, comment.issue_id))
    now = hub.now()
    told = {"updated_at": now, "edited_at": now, "editor_id": editor_id}
    return hub.store.change(comment, body=body, **told)


def react(hub: Hub, subject_id: int, content: str, actor: Actor) -> tuple[Reaction, bool]:
    """React to an issue or a comment; tell whether that is new."""
    if content not in REACTIONS:
        raise invalid("Reaction", "content")
    where = "subject_id = ? AND user_id = ? AND content = ?"
    known = hub.store.first(Reaction, where, subject_id, actor.id, content)
    if known is not None:
        return known, False
    key = hub.store.next_id()
    return hub.store.add(Reaction(key, subject_id, actor.id, content, hub.now())), True


def _check(body: str) -> None:
    if not body.strip():
        raise invalid("IssueComment", "body", "custom", "Body can't be blank")
    limited("IssueComment", "body", body, BODY)
