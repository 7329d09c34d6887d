"""A rehearsal for somebody who sees one for the first time."""

from collections.abc import Iterator
from pathlib import Path

from bot.app.rehearse.after import merge_line, told_after
from bot.app.rehearse.branches import Branches
from bot.app.rehearse.frame import Telling, check_line, field_line, framed, inside, noted
from bot.app.rehearse.seen import Played, Rehearsal
from bot.render.defuse import prose, visible
from bot.render.paint import Paint
from bot.render.reading import CLOSED, readable
from bot.render.tally import plural

EXAMPLE = "steward rehearse --example"
_MOST = 12  # of a list that may be long


def told(seen: Rehearsal, telling: Telling) -> str:
    """Write all that there is to know."""
    return "\n".join(_lines(seen, telling)) + "\n"


def verdict_lines(seen: Rehearsal) -> str:
    """Write the verdict alone, what comes of the merge, and where the pages are if they are."""
    check = seen.opened.standing.check if seen.opened else None
    lines = [f"{seen.verdict}: {prose(check.title)}" if check else seen.verdict]
    lines += [merge_line(seen.merged)] if seen.merged else []
    lines += [visible(seen.address)] if seen.address else []
    return "\n".join(lines) + "\n"


def _lines(seen: Rehearsal, telling: Telling) -> Iterator[str]:
    if opening := tuple(_opening(seen, telling.paint)):
        yield from (*opening, "")
    if seen.opened:
        yield from _played(seen.opened, telling)
    else:
        yield _nothing(seen.branches)
    if seen.merged and seen.opened:
        yield from told_after(seen.opened, seen.merged, telling)
    yield ""
    yield from _closing(seen, telling.paint)


def _nothing(branches: Branches) -> str:
    """Say why there is no pull request to rehearse."""
    base, head = (prose(each.name) for each in (branches.base, branches.head))
    if not branches.is_one:
        return f"{head} has no commit that {base} lacks: there is no pull request to rehearse."
    if branches.is_here:
        mend = "make a branch, or name one: --head BRANCH"
        return f"You stand on {base}, which is what it would be merged into; {mend}"
    return f"{base} is what it would be merged into; name another branch: --head BRANCH"


def _opening(seen: Rehearsal, paint: Paint) -> Iterator[str]:
    if seen.is_example:
        yield "An example: a team's branch with three specs, one new, one accepted, one done."
        yield "This is what the Steward makes of its pull request."
        yield ""
    if seen.pull:
        base, head = (prose(each.name) for each in (seen.branches.base, seen.branches.head))
        yield paint("path", f"{prose(seen.pull.title)} #{seen.pull.number}")
        commits = plural(seen.branches.commits, "commit")
        yield f"{base} ← {head}, {commits}, as if {seen.pull.author} had opened a pull request"


def _played(played: Played, telling: Telling) -> Iterator[str]:
    if played.verdict == "skipped":
        yield "It changes no spec, so nothing would be posted."
        return
    stands, paint = played.standing, telling.paint
    yield field_line("Label", prose(stands.label) or "none")
    if stands.check:
        yield field_line("Check", check_line(stands.check, paint))
    yield "Comment"
    yield from framed(readable(stands.text, inside(telling), paint), paint)
    yield from noted(played.notes, telling)


def _closing(seen: Rehearsal, paint: Paint) -> Iterator[str]:
    if seen.uncommitted:
        paths = [visible(path) for path in seen.uncommitted]
        more = f" and {len(paths) - _MOST} more" if len(paths) > _MOST else ""
        listed = ", ".join(paths[:_MOST])
        yield paint("warning", f"Not committed, so not part of this: {listed}{more}")
    if seen.verdict == "skipped" and not seen.is_example:
        yield f"To see what it does with specs: {EXAMPLE}"
    if seen.is_example:
        made = plural(seen.requests, "request")
        yield f"{made} to a GitHub inside this process; nothing left this machine."
        yield "On a branch of your own repository: steward rehearse"
    if seen.address:
        yield f"Open {visible(seen.address)} (Ctrl-C ends it)"
    elif seen.page:
        folded = " (it has the folded parts ▸ in full)" if _is_folded(seen) else ""
        yield f"Open {Path(seen.page).as_uri()}{folded}"


def _is_folded(seen: Rehearsal) -> bool:
    """Tell whether a comment has parts of which only a line was shown."""
    texts = [played.standing.text for played in (seen.opened, seen.merged) if played]
    return any(line.startswith(CLOSED) for text in texts for line in readable(text))
