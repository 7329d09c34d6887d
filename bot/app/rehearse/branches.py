"""Which branch is rehearsed against which: by names that GitHub would take, at their commits."""

import os
from dataclasses import dataclass

from bot.app.rehearse.refs import commit_named
from bot.errors import StewardError
from bot.sources.git import Git
from bot.sources.process import Command

_HERE, _THERE, _TAG = "refs/heads/", "refs/remotes/", "refs/tags/"
_SHORT = 7
_HEAD = "HEAD"
_SHA1 = 40


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as it is called on the embedded GitHub, and its commit."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True)
class Branches:
    """What is to be merged into what, and how many commits that would bring.

    ``is_one`` where both are the same branch, ``is_here`` where the head is what one stands on.
    """

    base: Branch
    head: Branch
    commits: int
    is_one: bool = False
    is_here: bool = False


def branches_of(git: Git, base: str | None, head: str) -> Branches:
    """Find both; without a base it is the default branch."""
    if head == _HEAD:
        _require_commit(git)
    end = _branch(git, head, "--head")
    below = base or default_base(git)
    start = _branch(git, below, "--base")
    if len(end.commit) != _SHA1:
        what = "this repository names its objects by SHA-256, and GitHub knows none such"
        raise StewardError(what, where=os.fspath(git.top), mend="rehearse in one made for GitHub")
    git.merge_base(below, head)  # complains where there is none
    listed = git.runner.read("rev-list", "--count", f"{start.commit}..{end.commit}")
    return Branches(
        base=start,
        head=_apart(end, start),
        commits=int(listed),
        is_one=start.name == end.name,
        is_here=head == _HEAD,
    )


def default_base(git: Git) -> str:
    """Name the branch that changes are made for."""
    found = git.default_branch()
    if found and found.startswith("origin/"):
        return found
    named = git.initial_branch()
    if named and _full_name(git, named):
        return named
    if found:
        return found
    what = "there is no default branch here, neither of origin nor main or master"
    raise StewardError(what, where=os.fspath(git.top), mend="name the branch: --base REF")


def _require_commit(git: Git) -> None:
    """Refuse to rehearse what has no commit yet."""
    if git.runner.ask(Command(("rev-parse", "--verify", "--quiet", _HEAD))).code:
        what = "there is no commit yet, so there is nothing to rehearse"
        raise StewardError(what, where=os.fspath(git.top), mend="commit first")


def _branch(git: Git, ref: str, option: str) -> Branch:
    commit = commit_named(git, ref, option)
    return Branch(_name(_full_name(git, ref)) or f"commit-{commit[:_SHORT]}", commit)


def _full_name(git: Git, ref: str) -> str:
    asked = Command(("rev-parse", "--verify", "--quiet", "--symbolic-full-name", ref))
    return os.fsdecode(git.runner.ask(asked).output).strip()


def _name(full: str) -> str:
    """Give the name of a branch; none for what is no branch, or could not be shown."""
    if not full.isprintable():
        return ""
    if full.startswith(_THERE):
        return full.removeprefix(_THERE).partition("/")[2]
    return full.partition(_TAG if full.startswith(_TAG) else _HERE)[2]


def _apart(branch: Branch, other: Branch) -> Branch:
    """Give a branch another name where git could not keep both."""
    one, two = f"{branch.name}/", f"{other.name}/"
    if not (one.startswith(two) or two.startswith(one)):
        return branch
    return Branch(f"{branch.name.replace('/', '-')}-{branch.commit[:_SHORT]}", branch.commit)
