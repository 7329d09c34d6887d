"""The words with which a script sets a scene, before anything is made of them."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from bot.errors import StewardError
from bot.sandbox.git.refs import find_refs, is_ref_name, resolve
from bot.sandbox.records import Repository
from bot.sandbox.scene import Scene

_LOGIN = re.compile(r"[A-Za-z0-9][\w.-]{0,98}(?:\[bot\])?")
_NO_PART = ("", ".", "..", ".git")


def checked_login(login: str) -> str:
    """Return a name that an account may have."""
    if _LOGIN.fullmatch(login) is None:
        raise StewardError(f"{login!r} is no login", mend="take letters, digits, “-”, “_” and “.”")
    return login


def checked_branch(scene: Scene, branch: str) -> str:
    """Return a name that a branch may have."""
    if not is_ref_name(scene.hub.mirror, f"refs/heads/{branch}"):
        raise StewardError(f"{branch!r} is no name for a branch", mend="such as “topic”")
    return branch


def checked_base(scene: Scene, place: Repository, base: str) -> str:
    """Return where a branch is to begin, if that is there; empty for the default branch."""
    mirror, heads = scene.hub.mirror, f"{place.prefix}heads/"
    if base and resolve(mirror, place.prefix, base) is None:
        names = [ref.name.removeprefix(heads) for ref in find_refs(mirror, heads)]
        near = get_close_matches(base, names, n=1)
        mend = f"did you mean “{near[0]}”?" if near else f"the branches are {', '.join(names)}"
        raise StewardError(f"there is no base {base!r}", mend=mend)
    return base


def check_paths(paths: Iterable[str]) -> None:
    """Refuse a path that is none within a repository."""
    for path in paths:
        if any(part in _NO_PART for part in path.split("/")):
            mend = "name files from the top of the repository: docs/a.md"
            raise StewardError(f"{path!r} is no path of a file", mend=mend)


def unknown(what: str, given: str, known: tuple[str, ...]) -> StewardError:
    """Say that a word is none of those there are."""
    near = get_close_matches(given, known, n=1)
    mend = f"did you mean “{near[0]}”?" if near else f"give one of {', '.join(known)}"
    return StewardError(f"there is no {what} {given!r}", mend=mend)
