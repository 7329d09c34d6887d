"""Events as a conversation tells them."""

from dataclasses import replace
from datetime import datetime

from bot.sandbox.hub import Hub
from bot.sandbox.pages.dates import moment
from bot.sandbox.pages.entries import Deed, Entry, Other
from bot.sandbox.pages.marks import Chip, state_of
from bot.sandbox.pages.people import person
from bot.sandbox.threads import Event, Issue
from bot.sandbox.verdicts import Pull

_PEOPLE = {"assigned", "unassigned"}
_LABELS = {"labeled", "unlabeled"}
_AT_ONCE = 60.0  # seconds within which labels count as set together


def deed(hub: Hub, each: Event) -> Deed:
    """Return an event."""
    chip = (Chip(each.name or "", each.color or "ededed"),) if each.event in _LABELS else ()
    somebody = each.event in _PEOPLE and each.other_id is not None
    return Deed(
        event="labeled" if chip else each.event,
        actor=person(hub, each.actor_id),
        date=moment(each.created_at),
        name=each.name or "",
        was=each.was or "",
        added=chip if each.event == "labeled" else (),
        removed=chip if each.event == "unlabeled" else (),
        other=_other(hub, each),
        whom=person(hub, each.other_id) if somebody and each.other_id else None,
        commit=each.commit_id or "",
    )


def joined(last: Entry | None, new: Deed) -> Deed | None:
    """Return two events as one, where they belong together; None where they do not."""
    if not isinstance(last, Deed) or last.actor != new.actor:
        return None
    if (last.event, new.event) == ("merged", "closed"):
        return last
    if (last.event, new.event) != ("labeled", "labeled") or not _close(last, new):
        return None
    return replace(last, added=last.added + new.added, removed=last.removed + new.removed)


def _close(one: Deed, two: Deed) -> bool:
    times = [datetime.fromisoformat(each.date.exact) for each in (one, two)]
    return abs((times[1] - times[0]).total_seconds()) <= _AT_ONCE


def _other(hub: Hub, each: Event) -> Other | None:
    if each.other_id is None or each.event in _PEOPLE:
        return None
    found = hub.store.first(Issue, "id = ?", each.other_id)
    return None if found is None else show_other(hub, found)


def show_other(hub: Hub, issue: Issue) -> Other:
    """Return an issue as it is referred to."""
    pull = hub.store.first(Pull, "issue_id = ?", issue.id) if issue.is_pull else None
    kind = "pull" if issue.is_pull else "issues"
    return Other(issue.number, issue.title, f"/{kind}/{issue.number}", state_of(issue, pull))
