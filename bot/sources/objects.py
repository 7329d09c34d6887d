"""Texts from git's object store, through one ``git cat-file --batch`` process."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from bot.errors import StewardError
from bot.sources.process import Command, Runner

_HEAD = re.compile(rb"([0-9a-f]{40,64}) (\w+) (\d+)\n")
_BATCH = Command(("cat-file", "--batch"), stdin=b"")
_WINDOW = 4096  # bytes of requests under way; no pipe is smaller, so a write never waits


@dataclass(frozen=True, slots=True)
class Blob:
    """A text as git has it; ``data`` is None where it is larger than was asked for."""

    id: str
    size: int
    data: bytes | None


def read_blobs(runner: Runner, rev: str, paths: Iterable[str], cap: int) -> dict[str, Blob]:
    """Read files as they stand in a commit; what is no file there is absent."""
    wanted = tuple(dict.fromkeys(paths))
    awkward = [path for path in wanted if "\n" in path or "\r" in path]
    names = {path: f"{rev}:{path}" for path in wanted if path not in awkward}
    names |= _ids(runner, rev, awkward)
    found = read_objects(runner, names.values(), cap)
    return {path: found[name] for path, name in names.items() if name in found}


def read_objects(runner: Runner, names: Iterable[str], cap: int) -> dict[str, Blob]:
    """Read blobs by id, or by any other name without a line end in it; absent where unknown."""
    wanted = tuple(dict.fromkeys(names))
    found: dict[str, Blob] = {}
    done = 0
    while done < len(wanted):
        with runner.start(_BATCH, mute=True) as process:
            for name, blob in _answers(process, wanted[done:], cap):
                done += 1
                if blob is None:
                    continue
                found[name] = blob
                if blob.data is None:
                    process.kill()  # quicker than letting it bring up a text that nobody wants
                    break
    return found


def _ids(runner: Runner, rev: str, paths: Sequence[str]) -> dict[str, str]:
    """Look up ids for paths that cannot be written on one line of input."""
    if not paths:
        return {}
    tree = os.fsdecode(runner.read("ls-tree", "-z", "--full-tree", rev, "--", *paths))
    heads = (record.partition("\t") for record in tree.split("\0") if record)
    return {path: head.split(" ")[2] for head, _, path in heads}


def _answers(
    process: subprocess.Popen[bytes], names: Sequence[str], cap: int
) -> Iterator[tuple[str, Blob | None]]:
    """Ask in small batches and read each answer before the next, so that neither side waits."""
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None  # noqa: S101 - both are pipes, as the type cannot say
    assert stdout is not None  # noqa: S101
    for window in _windows(names):
        request = b"".join(os.fsencode(name) + b"\n" for name in window)
        with suppress(BrokenPipeError):  # then there is no answer either
            while request:
                request = request[os.write(stdin.fileno(), request) :]
        for name in window:
            yield name, _answer(stdout, cap)


def _windows(names: Sequence[str]) -> Iterator[list[str]]:
    window: list[str] = []
    size = 0
    for name in names:
        length = len(os.fsencode(name)) + 1
        if window and size + length > _WINDOW:
            yield window
            window, size = [], 0
        window.append(name)
        size += length
    yield window


def _answer(stdout: IO[bytes], cap: int) -> Blob | None:
    line = stdout.readline()
    head = _HEAD.fullmatch(line)
    if head is None:
        if line:  # "<name> missing"
            return None
        raise _stopped()
    size = int(head[3])
    if head[2] == b"blob" and size > cap:
        return Blob(head[1].decode(), size, None)
    data = stdout.read(size + 1)
    if len(data) <= size:
        raise _stopped()
    return Blob(head[1].decode(), size, data[:-1]) if head[2] == b"blob" else None


def _stopped() -> StewardError:
    return StewardError("git cat-file stopped early", mend="see whether `git fsck` is content")
