"""Documents that are written and not committed: what a rehearsal knows nothing of."""

import os

from bot.sources.git import Git
from bot.sources.walk import is_markdown

_STATUS = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames")
_MODES = 3  # characters before a path


def uncommitted(git: Git, commit: str) -> tuple[str, ...]:
    """List them, where what is rehearsed is what the work tree stands on."""
    if git.commit_of("HEAD") != commit:
        return ()
    listed = os.fsdecode(git.runner.read(*_STATUS, "--ignore-submodules=all"))
    paths = (record[_MODES:] for record in listed.split("\0"))
    return tuple(sorted(path for path in paths if is_markdown(path)))
