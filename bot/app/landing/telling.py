"""What a run says of the default branch: in its log, and in the job's summary."""

from collections.abc import Iterator

from bot.app.deeds.befell import tally
from bot.app.deeds.names import Names
from bot.app.deeds.telling import deed_line, said_of
from bot.app.landing.land import Landed
from bot.app.landing.linked import links
from bot.plan.actions import CommitFiles, OpenPullRequest
from bot.render.comment.address import Address
from bot.render.defuse import markdown, prose, visible
from bot.render.tally import plural

_MOST = 30  # deeds of a dry run in a summary

_WAYS = {
    "issues": "to open or change issues",
    "sub-issues": "to put issues under each other: their lists stand in the tracking issue",
    "dependencies": "to let issues block each other: it is said in words",
    "contents": "the branch of the write-back: no numbers and no ticks get into the specs",
    "pulls": "the pull request of the write-back: no numbers and no ticks get into the specs",
}


def log_landing(landed: Landed) -> Iterator[str]:
    """Tell a run's log what was done."""
    names = _names(landed)
    yield f"{visible(landed.ground.branch)} at {landed.ground.commit[:12]}: {_found(landed, names)}"
    for action in landed.plan:
        yield deed_line(action, names, is_dry=landed.is_dry)
    if landed.ground.policy.issues.enabled and not landed.plan and not landed.refused:
        yield "  nothing to write"
    for note in _notes(landed, names):
        yield f"  {visible(note)}"


def landing_summary(landed: Landed, address: Address) -> str:
    """Tell the job's summary the same in a few lines; nothing where nothing was to be done."""
    names = _names(landed)
    notes = list(_notes(landed, names))
    if not landed.plan and not notes:
        return ""
    branch, found = visible(landed.ground.branch), _found(landed, names)
    lines = [f"### The work on {markdown(branch) if '`' in branch else f'`{branch}`'}"]
    would = _would(landed, names) if landed.is_dry else ()
    said = (*would, *links(landed, names, address), *notes)
    lines += ["", f"{found[0].upper()}{found[1:]}.", *(f"- {each}" for each in said)]
    return "\n".join((*lines, "")) + "\n"


def _would(landed: Landed, names: Names) -> Iterator[str]:
    """Say what is not done on a dry run; nobody looks for that in a log."""
    for action in landed.plan[:_MOST]:
        yield f"would {markdown(said_of(action, names).plain)}"
    if more := len(landed.plan[_MOST:]):
        yield f"and {more:,} more, which the log lists"


def _names(landed: Landed) -> Names:
    return Names.of(landed.plan, landed.made)


def _found(landed: Landed, names: Names) -> str:
    if not landed.ground.policy.issues.enabled:
        return "the configuration wants no issues"
    parts = [plural(landed.specs, "spec") + " with work"]
    would = "would be " if landed.is_dry else ""
    counted = tally(landed.plan, names).items()
    parts += [f"{plural(count, 'issue')} {would}{word}" for word, count in counted]
    if any(isinstance(action, CommitFiles | OpenPullRequest) for action in landed.plan):
        parts.append("the write-back to be merged")
    return ", ".join(parts)


def notes_on(landed: Landed) -> Iterator[str]:
    """Say all that there is to know beside what was done."""
    return _notes(landed, _names(landed))


def _notes(landed: Landed, names: Names) -> Iterator[str]:
    """Say what is left, and why something is not there that one would look for."""
    if landed.stopped:
        count = plural(landed.remaining, "issue")
        left = f", with {count} more to be opened" if landed.remaining else ""
        yield f"{prose(landed.stopped)}. So this run has stopped{left}: the next run goes on."
    elif landed.remaining:
        count, most = plural(landed.remaining, "issue"), landed.ground.policy.issues.max_new
        are = "is" if landed.remaining == 1 else "are"
        yield f"{count} {are} left for the next run (issues.max-new is {most})."
    told: set[str] = set()
    for refusal in landed.refused:
        name = refusal.way or refusal.deed.kind
        if name not in told:
            told.add(name)
            grant = f" Grant it: `permissions: {{{refusal.grant}}}`." if refusal.grant else ""
            mend = f" {_sentence(refusal.mend)}" if refusal.mend and not grant else ""
            missing = _WAYS.get(refusal.way) or f"to {said_of(refusal.deed, names).plain}"
            yield f"GitHub refused {missing}. {_sentence(refusal.what)}{grant}{mend}"
    for warning in landed.warnings:
        yield prose(warning)


def _sentence(words: str) -> str:
    """End words with a full stop; GitHub's own have one or none."""
    told = prose(words).rstrip(".")
    return f"{told[:1].upper()}{told[1:]}."
