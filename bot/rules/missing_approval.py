"""A status that needs approvals does not have them all.

Speaks only on a pull request. The configuration says who approves, or CODEOWNERS does, both as the
base branch has them. An approval is a review that approves, or the comment `/spec approve`; it
counts for the text that it was given for, and the author's own never does. Somebody who asks for
changes keeps the gate shut until that is taken back.

Where approvals are missing because the text was changed, only `edited-after-approval` says so.

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

Support looks up parcels by hand.
```

On the pull request:

```text
approved needs 2 from bob, carol, @acme/architects
carol: is the author
dave: approved
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Accepted

## Context

Support looks up parcels by hand.
```

On the pull request:

```text
approved needs 2 from bob, carol, @acme/architects
bob: approved
dave: approved
```

## Mend

Ask those whom the finding names for a review. Until then, set the status back.
"""

from collections.abc import Iterator, Sequence

from bot.model.approvers import LET_LOOK_UP, NAME_OTHERS, called, enumerated
from bot.model.finding import Problem, Severity
from bot.model.spec import Spec
from bot.model.standing import Approvals, Standing
from bot.rules.base import Case, Rule, quoted

_HOW = "with a review, or the comment `/spec approve`"
_SHOWN = 8  # people that a message names


def check(case: Case) -> Iterator[Problem]:
    """Report each stage whose approvals are not all there, or that somebody objects to."""
    if case.standing is None:
        return
    for approvals in case.standing.approvals:
        if not approvals.is_met and not _is_said_otherwise(approvals, case.standing):
            yield Problem(
                line=case.status_line,
                message=_message(case.spec, approvals),
                help=_help(approvals),
                key=approvals.stage,
            )


def _is_said_otherwise(approvals: Approvals, standing: Standing) -> bool:
    """Tell whether it is but the text that was changed, which has a rule of its own.

    That speaks where approvals are missing for it, and tells who wants changes then.
    """
    lacking = [approvals] if approvals.missing else standing.approvals
    return any(each.missing and (standing.edited or each.changed) for each in lacking)


def _message(spec: Spec, approvals: Approvals) -> str:
    aim = quoted(_status(spec, approvals))
    vetoes = _people(approvals.vetoes)
    want = f"{vetoes} {'want' if len(approvals.vetoes) > 1 else 'wants'} changes"
    if not approvals.missing:
        return f"{want} before it can be {aim}"
    many = "approvals are" if approvals.missing > 1 else "approval is"
    why = [f"{voice.login} {voice.why}" for voice in approvals.voices if not voice.counts]
    why = [*why[:_SHOWN], *([want] if vetoes else ())]
    told = f": {enumerated(why, most=len(why))}" if why else ""
    return f"{approvals.missing} {many} missing for {aim}{told}"


def _status(spec: Spec, approvals: Approvals) -> str:
    """Name what is to be entered: the status that the spec has, or would have there."""
    return (spec.status if spec.stage is approvals.stage else None) or approvals.aim


def _help(approvals: Approvals) -> str:
    return "; ".join((*_who_may(approvals), *_who_is_unknown(approvals)))


def _who_may(approvals: Approvals) -> Iterator[str]:
    if approvals.can_come > 0:
        left = [called(word) for word in approvals.left]
        whom = enumerated(left, "or", _SHOWN) or "anybody but the author"
        one = "it may be given" if approvals.missing == 1 else "they may be given"
        yield f"{one} by {whom}, {_HOW}"
    if approvals.beyond:
        who = "too few are" if approvals.left else "nobody is"
        yield f"{who} left who could approve: {NAME_OTHERS}"
    if approvals.vetoes:
        yield f"{_people(approvals.vetoes)} may approve now, or dismiss the review"


def _who_is_unknown(approvals: Approvals) -> Iterator[str]:
    if not approvals.missing:
        return
    if hidden := approvals.hidden:
        yield f"this token may not look up {_people(hidden)}: {LET_LOOK_UP}"
    if others := [word for word in approvals.unknown if word not in hidden]:
        yield f"who {_people(others)} is, cannot be told here: name people by their logins"


def _people(names: Sequence[str]) -> str:
    return enumerated([called(name) for name in names], most=_SHOWN)


RULE = Rule("missing-approval", Severity.ERROR, __doc__, check)
