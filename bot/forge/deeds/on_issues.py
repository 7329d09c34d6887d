"""Deeds on issues."""

from bot.errors import RefusedError
from bot.forge.answer import Answer
from bot.forge.deeds.assignees import assignable, refuse
from bot.forge.deeds.base import Hand, number_of, unless_gone, unless_there
from bot.forge.deeds.milestones import milestone_named
from bot.forge.refusals import PERMISSIONS
from bot.plan import actions as a
from bot.plan.known import Known


def create_issue(hand: Hand, action: a.CreateIssue, known: Known) -> None:
    """Open an issue, once: where the answer stays out, it is looked for first."""
    wish = action.wish
    body: dict[str, object] = {"title": wish.title, "body": wish.body, "labels": list(wish.labels)}
    if wish.milestone:
        body["milestone"] = milestone_named(hand, wish.milestone)
    if wish.type and wish.type not in hand.untyped:
        body["type"] = wish.type
    made = _open(hand, body, assignable(hand, wish.assignees, known), known)
    number = number_of(made)
    known.numbers[wish.key], known.ids[number] = number, made.number("id")
    hand.learn(made)
    kept = {label.text("name").casefold() for label in made.parts("labels")}
    if lost := [name for name in wish.labels if name.casefold() not in kept]:
        raise _unlabelled(hand, lost[0])


def _open(hand: Hand, body: dict[str, object], logins: list[str], known: Known) -> Answer:
    """Open it; where GitHub takes not its type, or not those whom it is for, without these."""
    asked = {**body, "assignees": logins} if logins else body
    try:
        made = hand.line.send("POST", "/issues", a.CreateIssue.way, asked)
    except RefusedError as error:
        if "type" in error.fields and (wanted := str(body.get("type", ""))):
            hand.untyped.add(wanted)
            known.warn(
                f"there is no issue type “{wanted}”, and issues are opened without; "
                "name one of the organization's under “issues: type”, or take the key out"
            )
            return _open(hand, {k: v for k, v in body.items() if k != "type"}, logins, known)
        if not logins or "assignees" not in error.fields:
            raise
        refuse(hand, logins, known)
        return _open(hand, body, [], known)
    kept = {each.text("login").casefold() for each in made.parts("assignees")}
    refuse(hand, [login for login in logins if login.casefold() not in kept], known)
    return made


def _unlabelled(hand: Hand, label: str) -> RefusedError:
    """Stop after the first issue that GitHub makes without its label; it is found by its author."""
    grant = PERMISSIONS[a.CreateIssue.way]
    return RefusedError(
        f"the token may not set the label “{label}”",
        where=hand.line.repository,
        mend=f"grant it in the workflow: “permissions: {{{grant}}}”",
        way=a.CreateIssue.way,
        grant=grant,
    )


def update_issue(hand: Hand, action: a.UpdateIssue, _: Known) -> None:
    """Change what it says."""
    named = {"title": action.title, "body": action.body}
    body: dict[str, object] = {name: value for name, value in named.items() if value is not None}
    if action.milestone is not None:
        body["milestone"] = milestone_named(hand, action.milestone)
    hand.line.send("PATCH", f"/issues/{action.number}", action.way, body)


def close_issue(hand: Hand, action: a.CloseIssue, known: Known) -> None:
    """Close it, with the reason."""
    body = {"state": "closed", "state_reason": action.reason.value}
    hand.line.send("PATCH", f"/issues/{hand.number(action.ref, known)}", action.way, body)


def reopen_issue(hand: Hand, action: a.ReopenIssue, _: Known) -> None:
    """Open it again."""
    body = {"state": "open", "state_reason": "reopened"}
    hand.line.send("PATCH", f"/issues/{action.number}", action.way, body)


def add_sub_issue(hand: Hand, action: a.AddSubIssue, known: Known) -> None:
    """Put it under another one; that it is there already, GitHub calls invalid."""
    parent, child = hand.number(action.parent, known), hand.number(action.child, known)
    with unless_there():
        body = {"sub_issue_id": hand.id(child, known)}
        hand.line.send("POST", f"/issues/{parent}/sub_issues", action.way, body)


def remove_sub_issue(hand: Hand, action: a.RemoveSubIssue, known: Known) -> None:
    """Take it out from under another one."""
    with unless_gone():
        body = {"sub_issue_id": hand.id(action.child, known)}
        hand.line.send("DELETE", f"/issues/{action.parent}/sub_issue", action.way, body)


def order_sub_issue(hand: Hand, action: a.OrderSubIssue, known: Known) -> None:
    """Move it behind its sibling; the top is before whatever is first now."""
    parent, child = hand.number(action.parent, known), hand.number(action.child, known)
    body = {"sub_issue_id": hand.id(child, known)}
    if action.after:
        body["after_id"] = hand.id(hand.number(action.after, known), known)
    else:
        first = next(
            hand.line.get(f"/issues/{parent}/sub_issues", action.way, per_page=1).parts(), None
        )
        if first is None or first.number("number") == child:
            return
        body["before_id"] = first.number("id")
    with unless_there():
        hand.line.send("PATCH", f"/issues/{parent}/sub_issues/priority", action.way, body)


def add_dependency(hand: Hand, action: a.AddDependency, known: Known) -> None:
    """Say that another one blocks it; that it was said already, GitHub calls invalid."""
    issue, blocker = hand.number(action.issue, known), hand.number(action.blocker, known)
    with unless_there():
        body = {"issue_id": hand.id(blocker, known)}
        hand.line.send("POST", f"/issues/{issue}/dependencies/blocked_by", action.way, body)


def remove_dependency(hand: Hand, action: a.RemoveDependency, known: Known) -> None:
    """Say that another one blocks it no longer."""
    with unless_gone():
        path = f"/issues/{action.issue}/dependencies/blocked_by/{hand.id(action.blocker, known)}"
        hand.line.send("DELETE", path, action.way)
