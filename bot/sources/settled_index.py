"""A copy of git's index that says more than the index itself, and leaves that alone."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.errors import StewardError
from bot.sources.process import Command, Runner

_UPDATE = (
    "update-index",
    "-q",
    "--unmerged",
    "--ignore-missing",
    "--refresh",  # compares the files that have another stat than they had
    "-z",
    "--index-info",
)


@contextmanager
def settled_index(
    runner: Runner, git_dir: Path, arrivals: Iterable[str], some_id: str
) -> Iterator[str]:
    """Give the path of an index in which stats are up to date and the arrivals are tracked.

    The arrivals get any object id there is, but no stat: that makes git read their files.
    """
    from shutil import copyfile  # noqa: PLC0415 - heavy, and seldom needed
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    try:
        with TemporaryDirectory(prefix="steward-") as folder:
            index = str(Path(folder, "index"))
            with suppress(FileNotFoundError):  # nothing is tracked
                copyfile(git_dir / "index", index)
            records = "".join(f"100644 {some_id}\t{path}\0" for path in arrivals)
            runner.ask(Command(_UPDATE, stdin=os.fsencode(records), index=index))
            yield index
    except OSError as error:
        what = f"no room for a temporary file: {error.strerror}"
        raise StewardError(what, mend="free some space, or point TMPDIR to another disk") from error
