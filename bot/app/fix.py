"""``steward fix``: the mechanical mends of documents, as a diff or written."""

import difflib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.app.asked import Asked, asked_files
from bot.app.check import Request, docket_of
from bot.app.court import Court
from bot.app.workspace import existing, open_workspace, root_of
from bot.edit.mend import findings_of, mend
from bot.edit.splice import Edit
from bot.errors import StewardError
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.finding import Severity
from bot.model.policy import Policy
from bot.model.schema import Schema

Broken = tuple[tuple[str, Severity], ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """One document's mends: where it is below which root, what it becomes, and by which edits.

    ``found`` and ``left`` are the rules, with their weights, that it breaks before and after.
    """

    root: Path
    path: str
    shown: str
    before: bytes
    after: bytes
    edits: tuple[Edit, ...]
    found: Broken = ()
    left: Broken = ()

    def diff(self) -> str:
        """Show the change as a unified diff."""
        old, new = (
            data.decode("utf-8", "replace").splitlines(keepends=True)
            for data in (self.before, self.after)
        )
        lines = difflib.unified_diff(old, new, f"a/{self.shown}", f"b/{self.shown}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )

    def write(self) -> None:
        """Put the mended text into the file's place; of a link, into what it leads to."""
        file = (self.root / self.path).resolve()
        if not file.is_relative_to(self.root.resolve()):
            what = "this link leads out of the repository"
            raise StewardError(what, where=self.shown, mend="put the file itself into its place")
        try:
            _replace(file, self.after)
        except OSError as error:
            raise StewardError(
                f"cannot be written: {error.strerror}",
                where=self.shown,
                mend="see who may write to its folder, and whether there is space",
            ) from error


def _replace(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, by way of one whose name nobody can plant a link under."""
    mode = file.stat().st_mode & 0o777
    number, name = tempfile.mkstemp(prefix=".", suffix=".steward", dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
        beside.chmod(mode)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def fix(request: Request) -> Iterator[Mended]:
    """Mend what was asked for; a document with nothing to mend comes without edits."""
    paths = existing(request.paths, request.cwd)
    for anchor in dict.fromkeys(root_of(path, request.cwd)[0] for path in paths) or [request.cwd]:
        workspace = open_workspace(anchor, request.cwd, request.config)
        inside = [p for p in paths if root_of(p, request.cwd)[0] == workspace.root]
        court = Court(docket_of(workspace, request))
        for asked in asked_files(workspace, inside):
            data = court.docket.read(asked)
            schema = _schema_for(asked, data, court) if data else None
            if data and schema:
                shown = workspace.display(asked.path)
                policy = court.docket.policy
                after, edits = mend(data, asked.path, schema, policy)
                found = _broken(data, asked.path, schema, policy)
                left = _broken(after, asked.path, schema, policy) if edits else found
                yield Mended(workspace.root, asked.path, shown, data, after, edits, found, left)


def _broken(data: bytes, path: str, schema: Schema, policy: Policy) -> Broken:
    return tuple((f.rule, f.severity) for f in findings_of(data, path, schema, policy))


def _schema_for(asked: Asked, data: bytes, court: Court) -> Schema | None:
    try:
        document = parse(data, court.docket.policy.size_cap)
    except Unreadable:
        return None
    governor = court.governor(asked, document)
    return governor.schema if governor else None
