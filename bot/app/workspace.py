"""The folder that a command works in: its files, its configuration, its cache."""

import hashlib
import os
import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.app.code_version import code_version
from bot.app.configuration import policy_of
from bot.errors import StewardError
from bot.model.entry import FileEntry
from bot.model.policy import CONFIG_PATH, Policy
from bot.sources.cache import Cache
from bot.sources.files import is_there, read_file
from bot.sources.git import Git
from bot.sources.walk import is_markdown, markdown_files

CONFIG_CAP = 2_000_000  # bytes: more than the longest text that is taken for a configuration


@dataclass(frozen=True, slots=True)
class Workspace:
    """A repository or a plain folder. ``shown`` is what stands before its paths when printed."""

    root: Path
    git: Git | None
    policy: Policy
    files: tuple[FileEntry, ...]
    config_path: str
    shown: str = ""
    by_path: dict[str, FileEntry] = field(default_factory=dict)
    cache: Cache = field(default_factory=lambda: Cache(None, ""))

    def read(self, path: str) -> bytes:
        """Read one of its files, at most a byte over the size cap."""
        return read_file(self.root / path, self.policy.size_cap, self.root)

    def path_of(self, given: Path) -> str:
        """Give the path of a file below the root as the root sees it."""
        return given.relative_to(self.root).as_posix()

    def display(self, path: str) -> str:
        """Give a path as it is printed."""
        return f"{self.shown}{path}"


def root_of(anchor: Path, cwd: Path) -> tuple[Path, Git | None]:
    """Find what a path belongs to: its repository, else the current folder, else its own."""
    folder = anchor if anchor.is_dir() else anchor.parent
    git = Git.find(folder)
    if git:
        return git.top, git
    return (cwd, None) if folder.is_relative_to(cwd) else (folder, None)


def open_workspace(anchor: Path, cwd: Path, config: str | None) -> Workspace:
    """Open the workspace around a path, with its configuration."""
    root, git = root_of(anchor, cwd)
    cache = Cache(git.common_dir / "spec-steward" if git else None, code_version())
    policy, config_path = _policy(root, cwd, config, cache)
    entries = git.files() if git else markdown_files(root)
    files = tuple(entry for entry in entries if is_markdown(entry.path))
    # A repository's paths are told from its top, also to who stands below it; anything else is
    # told from where one stands.
    here = cwd.is_relative_to(root) if git else cwd == root
    below = f"{root.relative_to(cwd).as_posix()}/" if root.is_relative_to(cwd) else f"{root}/"
    shown = "" if here else below
    return Workspace(
        root=root,
        git=git,
        policy=policy,
        files=files,
        config_path=config_path,
        shown=shown,
        by_path={entry.path: entry for entry in files},
        cache=cache,
    )


def _policy(root: Path, cwd: Path, config: str | None, cache: Cache) -> tuple[Policy, str]:
    where = CONFIG_PATH if config is None else config
    path = root / CONFIG_PATH if config is None else cwd / config
    if config is None and not path.is_symlink() and not is_there(path):
        return Policy(), where
    data = _configuration(path, where)
    key = f"policy:{hashlib.sha256(data).hexdigest()}"
    if known := cache.get_many([key]).get(key):
        return pickle.loads(known), where  # noqa: S301 - written by this code, checked by the cache
    policy = policy_of(data, where)
    cache.put_many({key: pickle.dumps(policy)})
    return policy, where


def _configuration(path: Path, where: str) -> bytes:
    """Read the configuration; whatever stands at its place counts, and is told as it is called."""
    if not is_there(path):
        raise StewardError("there is no such file", where=where, mend="check --config")
    if path.is_dir():
        mend = "the configuration has to be a file"
        raise StewardError("this is a folder", where=where, mend=mend)
    try:
        data = read_file(path, CONFIG_CAP)
    except StewardError as error:
        raise StewardError(error.what, where=where, mend=error.mend) from error
    if len(data) > CONFIG_CAP:
        what = f"the file has more than {CONFIG_CAP:,} bytes, far more than a configuration"
        raise StewardError(what, where=where, mend="take out what is not configuration")
    return data


def existing(paths: Iterable[str], cwd: Path) -> list[Path]:
    """Resolve the PATHs of a call; each has to be there."""
    found: list[Path] = []
    for given in paths:
        path = Path(os.path.normpath(cwd / given))
        if not is_there(path):
            raise StewardError(
                "there is no such file or folder", where=given, mend="check the PATH"
            )
        found.append(path.resolve() if path.is_dir() else path.parent.resolve() / path.name)
    return found
