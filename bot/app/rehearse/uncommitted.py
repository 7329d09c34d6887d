"""What is written and not committed, documents and rules: a rehearsal knows nothing of it."""

import os

from bot.model.policy import CONFIG_PATH
from bot.render.comment.printing import FOLDER
from bot.sources.git import Git
from bot.sources.walk import is_markdown

_STATUS = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames")
_MODES = 3  # characters before a path


def uncommitted(git: Git, commit: str, config: str = CONFIG_PATH) -> tuple[str, ...]:
    """List it, where what is rehearsed is what the work tree stands on."""
    if git.commit_of("HEAD") != commit:
        return ()
    listed = os.fsdecode(git.runner.read(*_STATUS, "--ignore-submodules=all"))
    paths = (record[_MODES:] for record in listed.split("\0"))
    return tuple(sorted(path for path in paths if is_markdown(path) or _rules(path, config)))


def _rules(path: str, config: str) -> bool:
    return path == config or path.startswith(f"{FOLDER}/")
