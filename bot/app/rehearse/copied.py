"""A bare repository of just the two branches, which borrows the objects of the real one.

The real one is only read: no file, ref or setting of it changes, and no hook of it runs.
"""

import os
import shutil
from pathlib import Path

from bot.app.rehearse.branches import Branches
from bot.errors import StewardError
from bot.sources.git import Git
from bot.sources.process import Runner

_MISSING = "?"


def copy_branches(git: Git, branches: Branches, folder: Path) -> Path:
    """Make the copy, and give where it is."""
    _require_texts(git, branches)
    git.runner.read("init", "--quiet", "--bare", "--template=", os.fspath(folder))
    borrowed = folder / "objects" / "info" / "alternates"
    borrowed.parent.mkdir(exist_ok=True)
    borrowed.write_bytes(_quoted(git.common_dir / "objects"))
    shallow = git.common_dir / "shallow"
    if shallow.is_file():
        shutil.copyfile(shallow, folder / "shallow")
    copy = Runner(os.fspath(folder))
    for branch in (branches.base, branches.head):
        copy.read("update-ref", f"refs/heads/{branch.name}", branch.commit)
    copy.read("symbolic-ref", "HEAD", f"refs/heads/{branches.base.name}")
    return folder


def _require_texts(git: Git, branches: Branches) -> None:
    """Refuse a partial clone that lacks a text: the copy could not fetch it, nor is it to."""
    if not git.is_partial():
        return
    words = ("rev-list", "--objects", "--no-walk", "--missing=print")
    listed = git.runner.read(*words, branches.base.commit, branches.head.commit)
    if any(line.startswith(_MISSING) for line in os.fsdecode(listed).splitlines()):
        what = "this clone is partial, and some of the texts are not here"
        mend = "fetch them: git fetch --refetch --no-filter"
        raise StewardError(what, where=os.fspath(git.top), mend=mend)


def _quoted(path: Path) -> bytes:
    """Write a path as git reads it there, whatever characters it holds."""
    text = os.fsencode(path).replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"%s"\n' % text
