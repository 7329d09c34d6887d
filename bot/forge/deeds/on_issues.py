"""Deeds on issues."""

from bot.errors import ForgeError
from bot.forge.deeds.base import Hand, unless_gone, unless_there
from bot.model.issue import Reason
from bot.plan import actions as a
from bot.plan.converge import Known, UnclearError


def create_issue(hand: Hand, action: a.CreateIssue, known: Known) -> None:
    """Open an issue, once: where the answer stays out, it is looked for first."""
    wish = action.wish
    body: dict[str, object] = {"title": wish.title, "body": wish.body, "labels": list(wish.labels)}
    if wish.milestone is not None:
        body["milestone"] = wish.milestone
    made = hand.line.send("POST", "/issues", "issues", body)
    number = made.number("number")
    if not number:
        raise UnclearError("an answer that makes no sense")
    kept = {label.text("name").casefold() for label in made.parts("labels")}
    if lost := [name for name in wish.labels if name.casefold() not in kept]:
        _withdraw(hand, number, lost[0])
    known.numbers[wish.key], known.ids[number] = number, made.number("id")


def _withdraw(hand: Hand, number: int, label: str) -> None:
    """Close an issue that GitHub has made without its label: no later run would find it."""
    body = {"state": "closed", "state_reason": Reason.NOT_PLANNED.value}
    hand.line.send("PATCH", f"/issues/{number}", "issues", body)
    raise ForgeError(
        f"the token may not set the label “{label}”, without which an issue is not found again",
        where=hand.line.repository,
        mend="grant it in the workflow: “permissions: {issues: write}”",
        way="issues",
    )


def update_issue(hand: Hand, action: a.UpdateIssue, _: Known) -> None:
    """Change what it says."""
    named = {"title": action.title, "body": action.body, "milestone": action.milestone}
    body = {name: value for name, value in named.items() if value is not None}
    hand.line.send("PATCH", f"/issues/{action.number}", "issues", body)


def close_issue(hand: Hand, action: a.CloseIssue, known: Known) -> None:
    """Close it, with the reason."""
    body = {"state": "closed", "state_reason": action.reason.value}
    hand.line.send("PATCH", f"/issues/{hand.number(action.ref, known)}", "issues", body)


def reopen_issue(hand: Hand, action: a.ReopenIssue, _: Known) -> None:
    """Open it again."""
    body = {"state": "open", "state_reason": "reopened"}
    hand.line.send("PATCH", f"/issues/{action.number}", "issues", body)


def add_sub_issue(hand: Hand, action: a.AddSubIssue, known: Known) -> None:
    """Put it under another one; that it is there already, GitHub calls invalid."""
    parent, child = hand.number(action.parent, known), hand.number(action.child, known)
    with unless_there():
        body = {"sub_issue_id": hand.id(child, known)}
        hand.line.send("POST", f"/issues/{parent}/sub_issues", "issues", body)


def remove_sub_issue(hand: Hand, action: a.RemoveSubIssue, known: Known) -> None:
    """Take it out from under another one."""
    with unless_gone():
        body = {"sub_issue_id": hand.id(action.child, known)}
        hand.line.send("DELETE", f"/issues/{action.parent}/sub_issue", "issues", body)


def order_sub_issue(hand: Hand, action: a.OrderSubIssue, known: Known) -> None:
    """Move it behind its sibling; the top is before whatever is first now."""
    parent, child = hand.number(action.parent, known), hand.number(action.child, known)
    body = {"sub_issue_id": hand.id(child, known)}
    if action.after:
        body["after_id"] = hand.id(hand.number(action.after, known), known)
    else:
        first = next(hand.line.get(f"/issues/{parent}/sub_issues", per_page=1).parts(), None)
        if first is None or first.number("number") == child:
            return
        body["before_id"] = first.number("id")
    with unless_there():
        hand.line.send("PATCH", f"/issues/{parent}/sub_issues/priority", "issues", body)


def add_dependency(hand: Hand, action: a.AddDependency, known: Known) -> None:
    """Say that another one blocks it; that it was said already, GitHub calls invalid."""
    issue, blocker = hand.number(action.issue, known), hand.number(action.blocker, known)
    with unless_there():
        body = {"issue_id": hand.id(blocker, known)}
        hand.line.send("POST", f"/issues/{issue}/dependencies/blocked_by", "issues", body)


def remove_dependency(hand: Hand, action: a.RemoveDependency, known: Known) -> None:
    """Say that another one blocks it no longer."""
    with unless_gone():
        path = f"/issues/{action.issue}/dependencies/blocked_by/{hand.id(action.blocker, known)}"
        hand.line.send("DELETE", path, "issues")
