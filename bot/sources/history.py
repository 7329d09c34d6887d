"""Commits and branches: where this history left another one."""

import os
from collections.abc import Iterable, Mapping

from bot.errors import StewardError
from bot.sources.process import Command, Runner

_REMOTE = ("refs/heads/", "refs/remotes/", "origin/")
_NAMED = ("refs/heads/", "refs/tags/")
_MOST = 1000  # branches and tags among which one that is alike is looked for
_SHOWN = 5  # of them, where none is alike
_BRANCHES = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)


def checked_ref(ref: str) -> str:
    """Return the ref if git can take it for nothing but a ref."""
    if not ref or ref.startswith("-") or not ref.isprintable():
        what = f"“{ascii(ref)[1:-1]}” is no git ref"
        raise StewardError(what, mend="name a branch, a tag or a commit")
    return ref


def commit_of(runner: Runner, ref: str) -> str:
    """Return the commit that a ref means here."""
    asked = Command(("rev-parse", "--verify", "--quiet", f"{checked_ref(ref)}^{{commit}}"))
    answer = runner.ask(asked)
    if answer.code == 0:
        return answer.output.decode().strip()
    if ref == "HEAD":
        what = "there is no commit yet to compare with"
        raise StewardError(what, where=runner.folder, mend="commit first, or leave out the base")
    raise _unknown(runner, ref)


def _unknown(runner: Runner, ref: str) -> StewardError:
    """Say that there is no such ref, and which one was probably meant, or how to come by it."""
    known = _known(runner)
    near = _nearest(ref, known)
    mend = f"did you mean “{near}”?" if near else ""
    if not near and (listed := _listed(dict.fromkeys(known.values()))):
        mend = f"name one of {listed}"
    if runner.read("remote").strip():
        begin = f"{mend} Else fetch" if near else f"{mend}, or fetch" if mend else "fetch"
        mend = f"{begin} it: {_fetch(ref)}{_DEPTH}"
    what = f"git does not know the ref “{ref}” here"
    return StewardError(what, where=runner.folder, mend=mend)


def _listed(names: Iterable[str]) -> str:
    """List some of the branches and tags there are."""
    shown = [name for name in names if name.isprintable()]
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def _known(runner: Runner) -> dict[str, str]:
    """Give the branches and tags there are, each with the name that git understands."""
    output = runner.read(
        "for-each-ref", f"--count={_MOST}", "--format=%(refname)", *_NAMED, "refs/remotes/origin/"
    )
    full = os.fsdecode(output).splitlines()
    full = [name for name in full if name != "refs/remotes/origin/HEAD"]
    short = {name.removeprefix("refs/remotes/origin/"): name for name in full}
    short |= {name.split("/", 2)[2]: name for name in full if name.startswith(_NAMED)}
    return {name: full_name.split("/", 2)[2] for name, full_name in short.items()}


def _nearest(ref: str, known: Mapping[str, str]) -> str | None:
    """Find the branch or tag that was probably meant: a slip, or one that only origin has."""
    from difflib import get_close_matches  # noqa: PLC0415 - only who errs pays for it

    near = get_close_matches(ref.removeprefix("origin/"), known, n=1)
    return known[near[0]] if near else None


def merge_base(runner: Runner, ref: str, head: str = "HEAD") -> str:
    """Return the best common ancestor of two refs."""
    answer = runner.ask(Command(("merge-base", checked_ref(ref), checked_ref(head))))
    if answer.code == 0:
        return answer.output.decode().strip()
    for each in (head, ref):
        commit_of(runner, each)
    where = runner.folder
    what = f"{head} and {ref} have no common ancestor here"
    if runner.read("rev-parse", "--is-shallow-repository").strip() == b"true":
        mend = f"this clone is shallow, fetch the rest: git fetch --unshallow{_DEPTH}"
    else:
        mend = "their histories are unrelated: name another base"
    raise StewardError(what, where=where, mend=mend)


def default_branch(runner: Runner) -> str | None:
    """Return what origin/HEAD points to, else main or master, of origin before our own."""
    output = runner.read("for-each-ref", "--format=%(refname)%00%(symref)", *_BRANCHES)
    found = dict(line.split("\0") for line in os.fsdecode(output).splitlines())
    for name in _BRANCHES:
        if name in found:
            return (found[name] or name).removeprefix("refs/remotes/").removeprefix("refs/heads/")
    return None


_DEPTH = " (in a workflow: actions/checkout with fetch-depth: 0)"


def _fetch(ref: str) -> str:
    branch = ref
    for prefix in _REMOTE:
        branch = branch.removeprefix(prefix)
    return f"git fetch origin {branch}"
