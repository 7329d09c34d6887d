"""``steward check``: the specs of a repository, or of a change, judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app.asked import Asked, Docket, Earlier, asked_files
from bot.app.batch import Progress, judge_all
from bot.app.check_nothing import no_spec
from bot.app.check_notices import idle_paths, idle_transitions, no_specs, rules_touched, stranger
from bot.app.checkout import CheckoutShelf
from bot.app.templates import find_template, templates_of
from bot.app.workspace import Workspace, existing, open_workspace
from bot.model.change import Change
from bot.model.report import Report
from bot.sources.git import Git
from bot.sources.walk import is_markdown


@dataclass(frozen=True, slots=True)
class Request:
    """What a call of ``check`` asks for."""

    cwd: Path
    paths: tuple[str, ...] = ()
    template: str | None = None
    base: str | None = None
    config: str | None = None
    full: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What it found, what to tell beside that, and whether anything differs from the base.

    ``no_spec`` says why there is no spec in all that there is.
    """

    report: Report
    notices: tuple[str, ...] = ()
    changes: bool = False
    no_spec: str = ""


def check(request: Request, progress: Progress) -> Outcome:
    """Judge what was asked for, one workspace after the other."""
    paths = existing(request.paths, request.cwd)
    outcome = Outcome(Report(()))
    for anchor, group in _groups(paths, request.cwd):
        workspace = open_workspace(anchor, request.cwd, request.config)
        more = _check_in(workspace, group, request, progress)
        outcome = Outcome(
            Report(outcome.report.specs + more.report.specs),
            outcome.notices + more.notices,
            outcome.changes or more.changes,
            more.no_spec,
        )
    return outcome


def _groups(paths: Sequence[Path], cwd: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Group PATHs by the repository or folder that they lie in."""
    if not paths:
        yield cwd, []
        return
    groups: dict[Path, list[Path]] = {}
    roots: dict[Path, Path] = {}
    for path in paths:
        folder = path if path.is_dir() else path.parent
        if folder not in roots:
            git = Git.find(folder)
            plain = cwd if folder.is_relative_to(cwd) else folder
            roots[folder] = git.top if git else plain
        groups.setdefault(roots[folder], []).append(path)
    yield from groups.items()


def _check_in(
    workspace: Workspace, paths: Sequence[Path], request: Request, progress: Progress
) -> Outcome:
    docket = docket_of(workspace, request)
    asked = list(asked_files(workspace, paths))
    changes: Mapping[str, Change] = {}
    if request.base is not None:
        git = workspace.git or Git.require(workspace.root)
        commit = git.merge_base(request.base)
        changes = {change.path: change for change in git.changes(commit)}
        asked = list(_changed(asked, git, changes, workspace.policy.size_cap))
    with workspace.cache as cache:
        reports = tuple(judge_all(asked, docket, cache, progress))
        told = {report.path for report in reports}
        named = [workspace.display(a.path) for a in asked if a.named]
        notices = [stranger(path) for path in named if path not in told]
        if request.base is not None and not request.template:
            notices.extend(rules_touched(workspace, docket, changes, request.base, paths))
        if not paths and not request.template:
            notices.extend(idle_paths(workspace))
            notices.extend(idle_transitions(workspace, docket))
            if request.base is not None and not reports:
                notices.extend(no_specs(workspace, docket, cache))
    why = "" if reports or paths or request.template else no_spec(workspace)
    return Outcome(Report(reports), tuple(notices), bool(changes), why)


def docket_of(workspace: Workspace, request: Request) -> Docket:
    """Gather what the documents of a workspace are judged by."""
    shelf = CheckoutShelf(workspace, request.cwd if request.template else workspace.root)
    asked = request.template
    files = shelf.files
    templates = [find_template(asked, shelf, files)] if asked else templates_of(shelf, files)
    return Docket(
        root=workspace.root,
        templates=tuple(templates),
        policy=workspace.policy,
        config_path=workspace.config_path,
        alone=bool(request.template),
        imposed=bool(request.template and request.paths),
        full=request.full,
        shown=workspace.shown,
    )


def _changed(
    asked: Sequence[Asked], git: Git, changes: Mapping[str, Change], cap: int
) -> Iterator[Asked]:
    """Keep what differs from the merge base, each with its earlier version."""
    texts = [change for path, change in changes.items() if is_markdown(path)]
    known = git.read_objects([c.old_blob for c in texts if c.old_blob], cap)
    for item in asked:
        if (change := changes.get(item.path)) and is_markdown(item.path):
            old = known.get(change.old_blob) if change.old_blob else None
            earlier = Earlier(change.old_path or change.path, old.data if old else None)
            yield replace(item, earlier=earlier)
