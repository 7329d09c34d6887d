"""A ref that somebody named: its commit, or a word on which there are."""

import os

from bot.errors import StewardError
from bot.render.defuse import visible
from bot.sources.git import Git

_MOST = 5
_GUESS = "did you mean"
_IN_WORKFLOWS = " (in a workflow"  # nobody rehearses there
_LISTED = ("for-each-ref", "--sort=-committerdate", f"--count={_MOST}", "--format=%(refname)")
_BRANCHES = "refs/heads/"


def commit_named(git: Git, ref: str, option: str) -> str:
    """Give the commit of the ref that an option names; without one that is alike, say which are."""
    try:
        return git.commit_of(ref)
    except StewardError as error:
        mend = error.mend.partition(_IN_WORKFLOWS)[0]
        known = "" if mend.startswith(_GUESS) else _latest(git)
        raise StewardError(error.what, where=option, mend=f"{known}{mend}") from None


def _latest(git: Git) -> str:
    found = os.fsdecode(git.runner.read(*_LISTED, _BRANCHES)).splitlines()
    names = ", ".join(visible(name.removeprefix(_BRANCHES)) for name in found)
    return f"the latest branches here: {names}; else " if names else ""
