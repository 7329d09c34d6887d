"""A private bare copy of the user's repository, which is itself never written to.

The copy borrows the objects of the original (git's alternates), so that making one costs nothing.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import StewardError
from bot.sources.process import Command, Runner

_SAFE = ("gc.auto", "maintenance.auto", "receive.autogc")


@dataclass(frozen=True, slots=True)
class Mirror:
    """The copy. ``memory`` keeps what was read of objects, which never change."""

    folder: Path
    runner: Runner
    memory: dict[tuple[str, ...], object] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, folder: Path) -> "Mirror":
        """Open a copy that is there."""
        return cls(folder, Runner(os.fspath(folder)))

    @classmethod
    def clone(cls, origin: Path, folder: Path) -> "Mirror":
        """Make a copy with all branches and tags."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        words = ("clone", "--quiet", "--bare", "--shared", "--template=", "--no-hardlinks")
        runner = Runner(os.fspath(folder.parent))
        answer = runner.ask(Command((*words, "--", os.fspath(origin.resolve()), folder.name)))
        if answer.code:
            says = answer.error.strip().splitlines()[-1:] or ["it gave no reason"]
            what = f"the repository cannot be copied: {says[0]}"
            mend = "name a git repository with a commit"
            raise StewardError(what, where=os.fspath(origin), mend=mend)
        mirror = cls.open(folder)
        with (folder / "config").open("a", encoding="utf-8") as config:
            config.writelines(f"[{name.partition('.')[0]}]\n\tauto = 0\n" for name in _SAFE[:2])
            config.write("[receive]\n\tautogc = false\n\tdenyDeletes = false\n")
        return mirror

    def ask(self, *words: str, stdin: bytes | None = None) -> bytes | None:
        """Run git; None where it says no."""
        answer = self.runner.ask(Command(words, stdin=stdin))
        return None if answer.code else answer.output

    def read(self, *words: str, stdin: bytes | None = None) -> bytes:
        """Run git, which has to succeed."""
        (output,) = self.runner.together(Command(words, stdin=stdin))
        return output

    def line(self, *words: str, stdin: bytes | None = None) -> str:
        """Run git, which has to succeed, and return its one line."""
        return os.fsdecode(self.read(*words, stdin=stdin)).rstrip("\n")
