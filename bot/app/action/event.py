"""Where an event says to look. It never says what happened: that is read from GitHub's own state.

So an event that is repeated, late, or out of order does no harm, and one that is lost is made good
by the next.
"""

import json
import re
from pathlib import Path

from bot.app.action.places import Behind, Places, Queued
from bot.errors import StewardError
from bot.forge.answer import Answer
from bot.plan.marker import ISSUE, LABEL, read_marker

_ON_PULLS = (
    "pull_request",
    "pull_request_target",
    "pull_request_review",
    "pull_request_review_comment",
)
_OTHERS = (
    "issue_comment",
    "workflow_run",
    "merge_group",
    "push",
    "issues",
    "schedule",
    "workflow_dispatch",
)
_QUEUED = re.compile(r"/pr-([1-9]\d{0,8})-[0-9a-f]+$")  # refs/heads/gh-readonly-queue/main/pr-7-…
_NAMES = ("pull-request", "pull_request", "pr", "number")  # of an input of workflow_dispatch


def read_event(path: str) -> Answer:
    """Read the event that the runner left in a file."""
    if not path:
        raise StewardError(
            "there is no event", where="GITHUB_EVENT_PATH", mend="run it in a workflow"
        )
    try:
        found = json.loads(Path(path).read_bytes())
    except OSError as error:
        what = f"the event cannot be read: {path}: {error.strerror}"
        mend = "name a file that this process can see"
        raise StewardError(what, where="GITHUB_EVENT_PATH", mend=mend) from None
    except (ValueError, RecursionError):
        what = "the event is not JSON"
        raise StewardError(what, where="GITHUB_EVENT_PATH", mend="run it in a workflow") from None
    return Answer(found)


def places(name: str, event: Answer) -> Places:
    """Tell where an event says to look."""
    if name in _ON_PULLS:
        number = event.number("pull_request", "number") or event.number("number")
        if number <= 0:
            raise _lacks(name, "pull_request.number")
        return Places((number,), lands=_has_landed(event))
    if name == "issue_comment":
        return _commented(name, event.at("issue"))
    if name == "workflow_run":
        return _followed(name, event)
    if name == "merge_group":
        return Places(queued=_queued(name, event.at("merge_group")))
    if name == "workflow_dispatch":
        return _asked(event.at("inputs"))
    if name == "schedule":
        return Places(every=True, lands=True)
    if name == "push":
        return _pushed(event)
    if name == "issues":
        return _about_issue(event.at("issue"))
    known = ", ".join((*_ON_PULLS[:3], *_OTHERS))
    raise StewardError(
        f"the Steward does not act on “{name}”",
        where="GITHUB_EVENT_NAME",
        mend=f"let the workflow run on {known}",
    )


def _commented(name: str, issue: Answer) -> Places:
    """Look at the pull request that was commented on; a plain issue is nobody's business here."""
    number = issue.number("number")
    if number <= 0:
        raise _lacks(name, "issue.number")
    if not issue.at("pull_request"):
        return Places(nowhere=f"#{number} is an issue, and no pull request: nothing to do")
    return Places((number,))


def _followed(name: str, event: Answer) -> Places:
    """Look at the pull requests that an earlier run was about.

    GitHub names those of its own repository's branches, also where they are opened elsewhere, and
    none that come from a fork.
    """
    run, home = event.at("workflow_run"), event.number("repository", "id")
    if run.text("event") not in _ON_PULLS:
        return Places(nowhere="the earlier run was about no pull request: nothing to do")
    pulls = run.parts("pull_requests")
    numbers = [p.number("number") for p in pulls if p.number("base", "repo", "id") == home]
    if numbers:
        return Places(tuple(dict.fromkeys(numbers)))
    head, branch = run.text("head_sha"), run.text("head_branch")
    if not head or not branch:
        raise _lacks(name, "workflow_run.head_branch")
    return Places(behind=Behind(head, branch))


def _queued(name: str, group: Answer) -> Queued:
    head, base = group.text("head_sha"), group.text("base_sha")
    if not head or not base:
        raise _lacks(name, "merge_group.head_sha")
    named = _QUEUED.search(group.text("head_ref"))
    number = int(named[1]) if named else 0
    return Queued(head, base, group.text("base_ref").removeprefix("refs/heads/"), number)


def _asked(inputs: Answer) -> Places:
    """Read the number of a pull request from the inputs of a run on request; none means all."""
    for name in _NAMES:
        given = inputs.text(name).strip().removeprefix("#")
        if given:
            if not (given.isascii() and given.isdecimal() and int(given) > 0):
                what = f"“{given}” is no number of a pull request"
                raise StewardError(what, where=f"inputs.{name}", mend="give a number, or nothing")
            return Places((int(given),))
        if number := inputs.number(name):
            return Places((number,))
    return Places(every=True, lands=True, forgets=True)


def _has_landed(event: Answer) -> bool:
    """Tell whether a pull request was merged into the default branch."""
    default = event.text("repository", "default_branch")
    pull = event.at("pull_request")
    return pull.flag("merged") and pull.text("base", "ref") == default


def _pushed(event: Answer) -> Places:
    """Look at the default branch; what is on any other is no work yet."""
    default = event.text("repository", "default_branch")
    if event.text("ref") == f"refs/heads/{default}":
        return Places(lands=True)
    return Places(nowhere="the push was not to the default branch: nothing to do")


def _about_issue(issue: Answer) -> Places:
    """See to all work where one of its issues has changed; others are nobody's business here."""
    is_labelled = any(each.text("name") == LABEL for each in issue.parts("labels"))
    is_ours = issue.text("user", "type") == "Bot"  # what a person has opened is none of ours
    if is_labelled or (is_ours and read_marker(issue.text("body"), ISSUE)):
        return Places(lands=True)
    return Places(nowhere=f"#{issue.number('number')} stands for no work: nothing to do")


def _lacks(name: str, what: str) -> StewardError:
    return StewardError(
        f"the event “{name}” has no {what}", where="GITHUB_EVENT_PATH", mend="run it in a workflow"
    )
