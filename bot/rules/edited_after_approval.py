"""The text was changed after people had approved it.

Speaks only on a pull request, and where approvals are missing. An approval is for a text: wrapping
its lines anew or moving the branch keeps it, changed requirements do not. The finding names the
sections that are other than what was approved, be it in a review of this pull request or by the
status that the base branch has.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Context

Why is this needed?
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Accepted

## Context

Support and drivers look up parcels by hand.
```

On the pull request:

```text
approved needs 1 from bob, carol
bob: approved an earlier text; since then changed: Context
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Accepted

## Context

Support and drivers look up parcels by hand.
```

On the pull request:

```text
approved needs 1 from bob, carol
bob: approved an earlier text; since then changed: Context
carol: approved
```

## Mend

Have it approved again, or set the status back.
"""

from collections.abc import Iterator, Sequence

from bot.model.approvers import enumerated
from bot.model.finding import Problem, Severity
from bot.model.standing import Approvals
from bot.rules.base import Case, Rule, quoted

_SHOWN = 8  # people that it names
_SECTIONS = 5


def check(case: Case) -> Iterator[Problem]:
    """Report that what was approved is not what stands there, once for all approvals."""
    if case.standing is None:
        return
    lacking = [approvals for approvals in case.standing.approvals if approvals.missing]
    lapsed = (title for approvals in lacking for title in approvals.changed)
    changed = tuple(dict.fromkeys((*case.standing.edited, *lapsed)))
    if not lacking or not changed:  # the new text has all the approvals that it needs
        return
    again = [v.login for approvals in lacking for v in approvals.voices if v.changed]
    titles = enumerated([quoted(title) for title in changed], most=_SECTIONS)
    yield Problem(
        line=case.status_line,
        message=f"{titles} {'was' if len(changed) == 1 else 'were'} changed after the approval"
        f"{_objections(case.standing.approvals)}",
        help=f"have it approved again{_by(again)}, with a review or the comment `/spec approve`, "
        "or set the status back",
        section=changed[0] if len(changed) == 1 else None,
        key="|".join(changed),
    )


def _by(logins: list[str]) -> str:
    """Name those who have approved before: they know what to look at."""
    people = enumerated(tuple(dict.fromkeys(logins)), "or", _SHOWN)
    return f", for example by {people}" if people else ""


def _objections(approvals: Sequence[Approvals]) -> str:
    """Say who wants changes besides: one finding tells all that is amiss with the approvals."""
    against = tuple(dict.fromkeys(login for each in approvals for login in each.vetoes))
    want = "wants" if len(against) == 1 else "want"
    return f", and {enumerated(against, most=_SHOWN)} {want} changes" if against else ""


RULE = Rule("edited-after-approval", Severity.ERROR, __doc__, check)
