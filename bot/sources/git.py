"""One git repository with a work tree, found from any folder in it.

Finding it is all that many commands need, so whatever else it can do is imported where it is done.
"""

# ruff: noqa: PLC0415 - see above

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import StewardError
from bot.sources.process import Command, Runner

if TYPE_CHECKING:
    from bot.model.change import Change
    from bot.model.entry import FileEntry
    from bot.sources.objects import Blob

_FENCE = "--is-inside-work-tree"  # prints "true": a fence between paths that may hold line ends
_PLACES = ("--absolute-git-dir", "--git-common-dir", "--show-toplevel")
_WHERE = Command(("rev-parse", *(word for place in _PLACES for word in (_FENCE, place))))


class NoWorkTreeError(StewardError):
    """There is a repository, but a bare one, or one stands among git's own files."""


@dataclass(frozen=True, slots=True)
class Git:
    """A repository.

    ``top`` is the folder of its work tree with links resolved, ``git_dir`` where git keeps what
    belongs to this work tree, ``common_dir`` what belongs to all work trees of the repository.
    """

    top: Path
    git_dir: Path
    common_dir: Path
    runner: Runner = field(repr=False)

    @classmethod
    def find(cls, folder: str | os.PathLike[str]) -> "Git | None":
        """Find the repository around a folder; None where there is none, or no git.

        One without a work tree is an error still: nobody wants specs among its own files.
        """
        try:
            return cls.require(folder)
        except NoWorkTreeError:
            raise
        except StewardError:
            return None

    @classmethod
    def require(cls, folder: str | os.PathLike[str]) -> "Git":
        """Find the repository around a folder, or say why that is not possible."""
        here = os.fspath(folder)
        answer = Runner(here).ask(_WHERE)
        parts = (b"\n" + answer.output.removesuffix(b"\n")).split(b"\ntrue\n")
        if answer.output.startswith(b"false\n"):
            what = "this git repository has no work tree here"
            raise NoWorkTreeError(what, where=here, mend="run this in a checkout")
        if answer.code or len(parts) != 1 + len(_PLACES):
            raise _no_repository(here, answer.error)
        git_dir, common, top = (os.fsdecode(part) for part in parts[1:])
        return cls(Path(top), Path(git_dir), Path(here, common).resolve(), Runner(top))

    def files(self) -> "tuple[FileEntry, ...]":
        """List the files that are tracked, or untracked and not ignored, in the order of paths."""
        from bot.sources.listing import list_files

        return list_files(self.runner)

    def changes(self, base: str) -> "tuple[Change, ...]":
        """List what differs between a commit and the work tree, untracked files included."""
        from bot.sources.differences import list_changes
        from bot.sources.history import checked_ref

        return list_changes(self.runner, self.git_dir, checked_ref(base))

    def commit_of(self, ref: str) -> str:
        """Return the commit that a ref means here."""
        from bot.sources.history import commit_of

        return commit_of(self.runner, ref)

    def merge_base(self, ref: str, head: str = "HEAD") -> str:
        """Return the commit where a head's history left that of the ref."""
        from bot.sources.history import merge_base

        return merge_base(self.runner, ref, head)

    def default_branch(self) -> str | None:
        """Return the branch that changes are made for, under a name that git understands here."""
        from bot.sources.history import default_branch

        return default_branch(self.runner)

    def read_blobs(self, rev: str, paths: Iterable[str], cap: int) -> "dict[str, Blob]":
        """Read files as they stand in a commit, without the data of those larger than the cap."""
        from bot.sources.history import checked_ref
        from bot.sources.objects import read_blobs

        return read_blobs(self.runner, checked_ref(rev), paths, cap)

    def read_objects(self, ids: Iterable[str], cap: int) -> "dict[str, Blob]":
        """Read blobs by their ids, without the data of those larger than the cap."""
        from bot.sources.objects import read_objects

        return read_objects(self.runner, ids, cap)

    def user_name(self) -> str | None:
        """Return the name that git writes into commits, as far as it is configured."""
        return self._configured("user.name")

    def initial_branch(self) -> str | None:
        """Return what new repositories call their branch, as far as it is configured."""
        return self._configured("init.defaultBranch")

    def origin(self) -> str | None:
        """Return the address that this was cloned from, as far as it is configured."""
        return self._configured("remote.origin.url")

    def is_partial(self) -> bool:
        """Tell whether this is a clone that fetches some objects only when they are needed."""
        asked = Command(
            ("config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$")
        )
        return self.runner.ask(asked).code == 0

    def _configured(self, key: str) -> str | None:
        answer = self.runner.ask(Command(("config", "-z", "--get", key)))
        return os.fsdecode(answer.output).rstrip("\0").strip() or None


def _no_repository(folder: str, error: str) -> StewardError:
    if "dubious ownership" in error:
        what = "git refuses this repository, for its folder belongs to somebody else"
        mend = "trust it: git config --global --add safe.directory '*'"
    else:
        what = "there is no git repository with a work tree here"
        mend = "run this in a checkout, or make one: git init"
    return StewardError(what, where=folder, mend=mend)
