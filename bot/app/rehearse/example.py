"""The bundled example as a git repository: the same commits each time, on whichever machine."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.shipped import shipped
from bot.sources.process import Command, Runner

_SPECS = "docs/tech-spec"
_BRANCH = "november-specs"
_HOME = "https://github.com/acme/parcels"
_AUTHOR = "Ann"


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit; ``side`` is the bundled folder that its files are taken from."""

    side: str
    date: int
    message: str
    paths: tuple[str, ...]


_DAY = 86_400
_FIRST = 1_793_008_800  # 2026-10-26, ten in the morning
_STORY = (
    _Commit(
        "base",
        _FIRST,
        "Write specs from one template",
        ("README.md", ".github/spec-steward.yml", f"{_SPECS}/TEMPLATE.md"),
    ),
    _Commit(
        "base",
        _FIRST + 10 * _DAY,
        "Take over the specs that there are",
        (
            f"{_SPECS}/001-limit-tracking-lookups.md",
            f"{_SPECS}/003-move-images-to-object-storage.md",
            f"{_SPECS}/004-retry-carrier-calls.md",
        ),
    ),
    _Commit(
        "head",
        _FIRST + 23 * _DAY,
        "Begin a spec of text messages",
        (f"{_SPECS}/002-notify-by-text-message.md",),
    ),
    _Commit(
        "head",
        _FIRST + 24 * _DAY,
        "Accept moving images to object storage",
        (f"{_SPECS}/003-move-images-to-object-storage.md",),
    ),
    _Commit(
        "head",
        _FIRST + 25 * _DAY,
        "Carrier calls are retried: done",
        (f"{_SPECS}/004-retry-carrier-calls.md",),
    ),
)


def make_example(folder: Path) -> Path:
    """Make the repository, stand on its branch, and give where it is."""
    folder.mkdir()
    git = Runner(os.fspath(folder))
    git.read("init", "--quiet", "--template=", "--object-format=sha1")
    stream = b"".join(_stream())
    _ = tuple(git.together(Command(("fast-import", "--quiet"), stdin=stream)))
    git.read("config", "remote.origin.url", _HOME)
    git.read("config", "user.name", _AUTHOR)
    git.read("symbolic-ref", "HEAD", f"refs/heads/{_BRANCH}")
    git.read("reset", "--quiet", "--hard")
    return folder


def _stream() -> Iterator[bytes]:
    """Give the commits in the language of ``git fast-import``."""
    for number, each in enumerate(_STORY):
        branch = "main" if each.side == "base" else _BRANCH
        message = each.message.encode()
        yield f"commit refs/heads/{branch}\nmark :{number + 1}\n".encode()
        yield f"committer {_AUTHOR} <ann@example.com> {each.date} +0000\n".encode()
        yield b"data %d\n%s\n" % (len(message), message)
        yield f"from :{number}\n".encode() if number else b""
        for path in each.paths:
            data = shipped("rehearsal", each.side, path).read_bytes()
            yield b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)
