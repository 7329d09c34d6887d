"""What a run says for itself: in its log, and first thing in its summary."""

from collections.abc import Iterator, Sequence

from bot.app.action.attend import Attended
from bot.app.deeds.telling import deed_line, said_of
from bot.errors import StewardError
from bot.model.hearing import Verdict
from bot.plan.actions import EditFile, Suggest
from bot.plan.converge import Refusal
from bot.render.as_github import command_line, render_github
from bot.render.comment.headline import standing
from bot.render.comment.issue_words import issue_lines
from bot.render.defuse import markdown, prose, visible
from bot.render.tally import plural

_COMMIT = "the commit that sets the status"
_WAYS = {
    "comments": "the comment",
    "labels": "the status label",
    "checks": "the check",
    "statuses": "the commit status",
    "suggestions": "the suggestions",
    "reactions": "the answers to commands",
    "contents": _COMMIT,
    EditFile.kind: _COMMIT,
}


_WORDLESS = {"write-check", "set-status"}


def notes_of(attended: Attended, *, is_dry: bool) -> Iterator[str]:
    """Say why something is not there that one would look for, and how to come by it."""
    if is_dry:
        yield f"A dry run wrote nothing: it would make {plural(len(attended.plan), 'change')}."
    if attended.hearing.uncommitted:
        yield f"No commit sets the status: {attended.hearing.uncommitted}."
    for way, refusal in _first_by_way(attended.refused).items():
        missing = _WAYS.get(way) or f"to {said_of(refusal.deed).plain}"
        grant = f" Grant it: `permissions: {{{refusal.grant}}}`." if refusal.grant else ""
        fork = _FORK if attended.hearing.pull.is_fork and refusal.grant else ""
        yield f"GitHub refused {missing}: {prose(refusal.what)}.{grant}{fork}"
    for warning in attended.warnings:
        yield prose(warning)


_FORK = (
    " A pull request from a fork gets a token that may only read: let the workflow run on"
    " `pull_request_target`, which needs no checkout of the fork."
)


def _first_by_way(refused: Sequence[Refusal]) -> dict[str, Refusal]:
    found: dict[str, Refusal] = {}
    is_without_check = any(refusal.way == "checks" for refusal in refused)
    for refusal in refused:
        if refusal.way == "statuses" and is_without_check:
            continue  # whoever grants one of the two needs no other
        if refusal.way or not isinstance(refusal.deed, Suggest):  # one line less to click
            found.setdefault(refusal.way or refusal.deed.kind, refusal)
    return found


def log(attended: Attended, *, is_dry: bool) -> Iterator[str]:
    """Tell a run's log what was found and done; annotations too, where no check carries them."""
    hearing = attended.hearing
    number = f"#{hearing.pull.number}" if hearing.pull.number else "merge queue"
    yield f"{number} at {hearing.pull.head[:12]}: {_found(attended)}"
    for action in attended.plan:
        yield deed_line(action, is_dry=is_dry)
    if not attended.plan:
        yield "  nothing to write"
    for said in issue_lines(hearing.works):
        yield f"  {said}"
    for note in notes_of(attended, is_dry=is_dry):
        yield f"  {visible(note)}"
    if is_dry or {refusal.deed.kind for refusal in attended.refused} >= _WORDLESS:
        yield render_github(hearing.report).rstrip("\n")


def overview(attended: Sequence[Attended], failed: Sequence[tuple[int, StewardError]]) -> str:
    """List what a sweep has found, a line for each pull request; its comment tells the rest."""
    count = plural(len(attended) + len(failed), "open pull request")
    lines = [f"### {count}, looked at one after the other", ""]
    lines += [f"- ⚠️ #{number}: could not be judged: {markdown(str(e))}" for number, e in failed]
    quiet = 0
    for each in attended:
        pull, verdict = each.hearing.pull, each.hearing.verdict
        if verdict is Verdict.SKIPPED:
            quiet += 1
            continue
        icon = "❌" if verdict is Verdict.FAIL else "✅"
        title = markdown(pull.title)
        lines.append(f"- {icon} [#{pull.number}]({pull.url}) {title}: {markdown(_found(each))}")
    if quiet:
        lines.append(f"- {plural(quiet, 'pull request')} without specs")
    return "\n".join(lines) + "\n"


def failure_line(what: str) -> str:
    """Write a workflow command that shows an error at the top of the run."""
    return command_line("error", what)


def _found(attended: Attended) -> str:
    hearing = attended.hearing
    if hearing.verdict is Verdict.SKIPPED:
        return "it changes no spec"
    lenient = f" ({hearing.lenient}: nothing fails)" if hearing.lenient else ""
    return f"{standing(hearing)}{lenient}: {hearing.verdict}"
