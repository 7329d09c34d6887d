"""The texts of files, many in one question."""

import base64
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto

from bot.errors import ForgeError
from bot.forge import queries
from bot.forge.answer import Answer
from bot.forge.door import FileName, FileText
from bot.forge.foresight import Foresight
from bot.forge.line import Line
from bot.forge.reading.exact import bytes_of, sign_of
from bot.model.entry import FileKind, kind_of_mode

_NOT_FOUND = 404
_AT_ONCE = 100  # texts in one question: an answer of a megabyte or so
_ONE_BY_ONE = 30


class _How(Enum):
    """How a text was told: whole, cut, or in other bytes than it has."""

    KNOWN = auto()
    CUT = auto()
    ODD = auto()


def read_files(
    line: Line, names: Collection[FileName], cap: int, foresight: Foresight | None = None
) -> dict[FileName, FileText]:
    """Read files by commit and path; those that GraphQL would not give byte for byte, by REST.

    Of those that are no UTF-8 a few: many would cost a request each, and are refused all the same.
    What is foreseen comes along with the first of them.
    """
    found: dict[FileName, FileText] = {}
    odd: list[tuple[FileName, FileText]] = []
    wanted = sorted(set(names), key=lambda name: (name.commit, name.path))
    for at in range(0, len(wanted), _AT_ONCE):
        for name, text, how in _asked(line, wanted[at : at + _AT_ONCE], cap, foresight):
            found[name] = _with_bytes(line, text) if how is _How.CUT else text
            if how is _How.ODD:
                odd.append((name, text))
    found |= {name: _with_bytes(line, text) for name, text in odd[:_ONE_BY_ONE]}
    return found


def read_files_plainly(
    line: Line, names: Collection[FileName], cap: int
) -> dict[FileName, FileText]:
    """Read files one by one, where GraphQL is refused.

    By tree and blob: what REST calls contents follows links, and does not say so.
    """
    found: dict[FileName, FileText] = {}
    for commit in sorted({name.commit for name in names}):
        wanted = {name.path for name in names if name.commit == commit}
        answer = _tree(line, commit)
        if answer.flag("truncated"):
            what = "the repository has more files than GitHub lists at once, and GraphQL is refused"
            raise ForgeError(what, where=line.repository, mend="use a token that may use GraphQL")
        for entry in answer.parts("tree"):
            path, kind = entry.text("path"), kind_of_mode(int(entry.text("mode") or "0", 8))
            if path not in wanted or kind is None or entry.text("type") == "tree":
                continue
            text = FileText(entry.text("sha"), kind, entry.number("size"), None)
            is_read = kind is FileKind.SUBMODULE or text.size > cap
            found[FileName(commit, path)] = text if is_read else _with_bytes(line, text)
    return found


def _tree(line: Line, commit: str) -> Answer:
    """Ask for a tree; a commit that is gone has no files, as GraphQL has it."""
    try:
        return line.get(f"/git/trees/{commit}", recursive="1")
    except ForgeError as error:
        if error.status != _NOT_FOUND:
            raise
        return Answer(None)


def _asked(
    line: Line, names: Sequence[FileName], cap: int, foresight: Foresight | None
) -> Iterator[tuple[FileName, FileText, _How]]:
    commits = list(dict.fromkeys(name.commit for name in names))
    paths = list(dict.fromkeys(name.path for name in names))
    spots = [(commits.index(name.commit), paths.index(name.path)) for name in names]
    wanted = [[path for at, path in spots if at == commit] for commit in range(len(commits))]
    words: dict[str, object] = {"owner": line.owner, "name": line.name}
    words |= {f"c{at}": commit for at, commit in enumerate(commits)}
    words |= {f"p{at}": path for at, path in enumerate(paths)}
    if foresight and foresight.is_awaited:
        answer = foresight.query(lambda along: queries.files(wanted, along), words)
    else:
        answer = line.query(queries.files(wanted), **words).at("repository")
    for name, (commit, path) in zip(names, spots, strict=True):
        entry = answer.at(f"c{commit}", f"f{path}")
        kind = kind_of_mode(entry.number("mode"))
        if kind is None or entry.text("type") == "tree":
            continue
        blob, size = entry.text("oid"), entry.number("object", "byteSize")
        if kind is FileKind.SUBMODULE or size > cap:
            yield name, FileText(blob, kind, size, None), _How.KNOWN
            continue
        told = entry.text_or_none("object", "text")
        data = bytes_of(told or "", blob)
        if data is not None:
            yield name, FileText(blob, kind, size, data), _How.KNOWN
            continue
        is_cut = told is not None and entry.flag("object", "isTruncated")
        text = FileText(blob, kind, size, sign_of(told), is_exact=False)
        yield name, text, _How.CUT if is_cut else _How.ODD


def _with_bytes(line: Line, text: FileText) -> FileText:
    answer = line.get(f"/git/blobs/{text.blob}")
    data = base64.b64decode(answer.text("content"))
    return FileText(text.blob, text.kind, len(data), data)
