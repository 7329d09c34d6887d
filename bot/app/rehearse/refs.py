"""A ref that somebody named: its commit, or which option it was that named none."""

from bot.errors import StewardError
from bot.sources.git import Git

_IN_WORKFLOWS = " (in a workflow"  # nobody rehearses there


def commit_named(git: Git, ref: str, option: str) -> str:
    """Give the commit of the ref that an option names."""
    try:
        return git.commit_of(ref)
    except StewardError as error:
        mend = error.mend.partition(_IN_WORKFLOWS)[0]
        raise StewardError(error.what, where=option, mend=mend) from None
