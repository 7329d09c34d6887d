"""``steward check``: the specs of a repository, or of a change, judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app.asked import Asked, Docket, Earlier, asked_files
from bot.app.batch import Progress, judge_all
from bot.app.templates import find_template, templates_of
from bot.app.workspace import Workspace, existing, open_workspace
from bot.errors import StewardError
from bot.model.report import Report, SpecReport
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
    """What it found, with the named files that are no specs."""

    report: Report
    strangers: tuple[str, ...] = ()


def check(request: Request, progress: Progress) -> Outcome:
    """Judge what was asked for, one workspace after the other."""
    paths = existing(request.paths, request.cwd)
    specs: list[SpecReport] = []
    strangers: list[str] = []
    for anchor, group in _groups(paths, request.cwd):
        workspace = open_workspace(anchor, request.cwd, request.config)
        reports, unknown = _check_in(workspace, group, request, progress)
        specs.extend(reports)
        strangers.extend(unknown)
    return Outcome(Report(tuple(specs)), tuple(strangers))


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
) -> tuple[list[SpecReport], list[str]]:
    docket = docket_of(workspace, request)
    asked = list(asked_files(workspace, paths))
    if request.base is not None:
        asked = list(_changed(asked, workspace, request.base))
    with workspace.cache as cache:
        reports = list(judge_all(asked, docket, cache, progress))
    told = {report.path for report in reports}
    named = [workspace.display(a.path) for a in asked if a.named]
    return reports, [path for path in named if path not in told]


def docket_of(workspace: Workspace, request: Request) -> Docket:
    """Gather what the documents of a workspace are judged by."""
    templates = tuple(templates_of(workspace)) if not request.template else ()
    if request.template:
        templates = (find_template(request.template, workspace, request.cwd),)
    return Docket(
        root=workspace.root,
        templates=templates,
        policy=workspace.policy,
        config_path=workspace.config_path,
        alone=bool(request.template),
        imposed=bool(request.template and request.paths),
        full=request.full,
        shown=workspace.shown,
    )


def _changed(asked: Sequence[Asked], workspace: Workspace, base: str) -> Iterator[Asked]:
    """Keep what differs from the merge base, each with its earlier version."""
    if workspace.git is None:
        raise StewardError(
            "there is no git repository to compare with",
            where=str(workspace.root),
            mend="leave out --base, or run this in a checkout",
        )
    commit = workspace.git.merge_base(base)
    changes = {c.path: c for c in workspace.git.changes(commit) if is_markdown(c.path)}
    blobs = [c.old_blob for c in changes.values() if c.old_blob]
    texts = workspace.git.read_objects(blobs, workspace.policy.size_cap)
    for item in asked:
        if change := changes.get(item.path):
            old = texts.get(change.old_blob) if change.old_blob else None
            earlier = Earlier(change.old_path or change.path, old.data if old else None)
            yield replace(item, earlier=earlier)
