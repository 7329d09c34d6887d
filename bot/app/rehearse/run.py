"""From a call of the command to what it has shown."""

import logging
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app.rehearse.branches import Branches, branches_of
from bot.app.rehearse.example import make_example
from bot.app.rehearse.page import write_page
from bot.app.rehearse.seen import Pulled, Rehearsal
from bot.app.rehearse.uncommitted import uncommitted
from bot.app.stand_in import lacking
from bot.errors import StewardError
from bot.model.policy import CONFIG_PATH
from bot.sources.git import Git

Show = Callable[[Rehearsal], None]
_EVENT = "pull_request_target"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be rehearsed, and how far; paths count from ``cwd``."""

    cwd: Path
    repo: str = "."
    base: str | None = None
    head: str = "HEAD"
    config: str | None = None
    html: str | None = None
    is_example: bool = False
    is_merging: bool = False
    is_serving: bool = False
    is_debugging: bool = False


def rehearse(wanted: Wanted, show: Show) -> int:
    """Rehearse, show what came of it, and give the exit code; serving ends by an interruption."""
    with tempfile.TemporaryDirectory(prefix="steward-") as made:
        place = Path(made)
        repo = make_example(place / "parcels") if wanted.is_example else _folder(wanted)
        git = Git.require(repo)
        branches = branches_of(git, wanted.base, wanted.head)
        config = _config(git, wanted, branches)
        first = Rehearsal(
            branches,
            uncommitted=uncommitted(git, branches.head.commit, config or CONFIG_PATH),
            is_example=wanted.is_example,
        )
        if not branches.commits:
            show(first)
            return first.code
        with _played(git, wanted, config, first, place) as seen:
            show(seen)
            if wanted.is_serving:
                signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that it cleans up
                threading.Event().wait()
        return seen.code


def _folder(wanted: Wanted) -> Path:
    """Give the folder that was named; that of the command itself is git's to miss."""
    folder = wanted.cwd / wanted.repo
    if folder == wanted.cwd or folder.is_dir():
        return folder
    raise StewardError("there is no such folder", where=wanted.repo, mend="check --repo")


@contextmanager
def _played(
    git: Git, wanted: Wanted, config: str | None, first: Rehearsal, place: Path
) -> Iterator[Rehearsal]:
    try:
        from bot.app.rehearse.play import Player  # noqa: PLC0415 - an extra, maybe not installed
        from bot.app.rehearse.stage import staged  # noqa: PLC0415
    except ImportError as error:
        raise lacking(error) from None
    if not wanted.is_debugging:  # the server would print the traceback of an error of its own
        logging.getLogger("uvicorn").addHandler(logging.NullHandler())
    with staged(git, first.branches, place / "stage") as stage:
        player = Player(stage, place / "runs", config)
        seen = replace(
            first,
            pull=Pulled(stage.number, stage.title, stage.author),
            opened=player.play(_EVENT, "opened"),
        )
        if wanted.is_merging:
            stage.merge()
            seen = replace(seen, merged=player.play(_EVENT, "closed", bears=True))
        page = write_page(stage.standalone(), wanted.cwd, wanted.html)
        address = stage.page if wanted.is_serving else ""
        yield replace(seen, page=str(page), address=address)


def _config(git: Git, wanted: Wanted, branches: Branches) -> str | None:
    """Find a configuration that was named in the base branch, for there it is read."""
    if wanted.config is None:
        return None
    start = git.top if wanted.is_example else wanted.cwd.resolve()
    path = os.path.relpath(start / wanted.config, git.top)
    if not path.startswith("..") and git.read_blobs(branches.base.commit, (path,), 0):
        return path
    what = f"{branches.base.name} has no such file, and the configuration is read from there"
    raise StewardError(what, where=wanted.config, mend="check --config, or commit it there first")
