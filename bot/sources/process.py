"""The one place that starts git.

No shell, argument lists only. Answers are bytes; whoever knows what they are decodes them.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from bot.errors import StewardError
from bot.sources.environment import git_environment

_SETTINGS = {
    "core.checkStat": "default",  # an unchanged file is one whose whole stat is unchanged
    "core.fsmonitor": "false",  # do not start a daemon or a hook, nor trust one
    "core.hooksPath": os.devnull,
    "core.quotePath": "off",
    "core.splitIndex": "false",  # matters only where a temporary index is written
    "core.trustctime": "true",
}
_OTHER = "name one that is there"
_PREFIX = ("git", *(word for item in _SETTINGS.items() for word in ("-c", "=".join(item))))


@dataclass(frozen=True, slots=True)
class Command:
    """A git command line and how it differs from the usual.

    ``patterns`` lets git read pathspecs as patterns: for constant ones of ours only. ``index``
    is an index file to use instead of the repository's.
    """

    arguments: tuple[str, ...]
    stdin: bytes | None = None
    patterns: bool = False
    index: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a git process left behind."""

    code: int
    output: bytes
    error: str


@dataclass(frozen=True, slots=True)
class Runner:
    """Starts git in one folder."""

    folder: str

    def start(self, asked: Command, *, mute: bool = False) -> subprocess.Popen[bytes]:
        """Start git with pipes to all that it says; if mute, its complaints are lost."""
        environment = git_environment(os.environ)
        if asked.patterns:
            environment["GIT_LITERAL_PATHSPECS"] = "0"
        if asked.index is not None:
            environment["GIT_INDEX_FILE"] = asked.index
        try:
            return subprocess.Popen(  # noqa: S603 - no shell, and no word that git could misread
                (*_PREFIX, *asked.arguments),
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL if asked.stdin is None else subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL if mute else subprocess.PIPE,
            )
        except FileNotFoundError as error:
            if error.filename == "git":  # else it is the folder that is gone
                what = "git was not found"
                raise StewardError(what, mend="install it, or put it on the PATH") from error
            raise StewardError("there is no such folder", where=self.folder, mend=_OTHER) from error
        except NotADirectoryError as error:
            raise StewardError("this is no folder", where=self.folder, mend=_OTHER) from error
        except OSError as error:
            what = f"git could not be started: {error.strerror}"
            mend = "install git, and see that the folder is there"
            raise StewardError(what, where=self.folder, mend=mend) from error

    def ask(self, asked: Command) -> Answer:
        """Run git to its end, whatever its exit code."""
        with self.start(asked) as process:
            output, error = process.communicate(asked.stdin)
        return Answer(process.returncode, output, os.fsdecode(error))

    def read(self, *arguments: str) -> bytes:
        """Run a plain command that has to succeed."""
        (output,) = self.together(Command(arguments))
        return output

    def together(self, *asked: Command) -> Iterator[bytes]:
        """Run commands that have to succeed side by side; yield their outputs in that order."""
        with ExitStack() as stack:
            running = [stack.enter_context(self.start(each)) for each in asked]
            for each, process in zip(asked, running, strict=True):
                output, error = process.communicate(each.stdin)
                if process.returncode:
                    raise self._failure(each, os.fsdecode(error))
                yield output

    def _failure(self, asked: Command, error: str) -> StewardError:
        says = error.strip().splitlines()[-1:] or ["it gave no reason"]
        return StewardError(
            f"git {asked.arguments[0]} failed: {says[0]}",
            where=self.folder,
            mend="see whether `git status` works there",
        )
