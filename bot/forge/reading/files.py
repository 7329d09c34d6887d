"""The texts of files, many in one question."""

import base64
from collections.abc import Collection, Iterator, Sequence

from bot.errors import ForgeError
from bot.forge import queries
from bot.forge.door import FileName, FileText
from bot.forge.line import Line
from bot.model.blob_id import blob_id
from bot.model.entry import FileKind, kind_of_mode

_AT_ONCE = 100  # texts in one question: an answer of a megabyte or so


def read_files(line: Line, names: Collection[FileName], cap: int) -> dict[FileName, FileText]:
    """Read files by commit and path; those that GraphQL would not give byte for byte, by REST."""
    found: dict[FileName, FileText] = {}
    wanted = sorted(set(names), key=lambda name: (name.commit, name.path))
    for at in range(0, len(wanted), _AT_ONCE):
        for name, text, is_exact in _asked(line, wanted[at : at + _AT_ONCE], cap):
            found[name] = text if is_exact else _with_bytes(line, text)
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
        answer = line.get(f"/git/trees/{commit}", recursive="1")
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


def _asked(
    line: Line, names: Sequence[FileName], cap: int
) -> Iterator[tuple[FileName, FileText, bool]]:
    commits = list(dict.fromkeys(name.commit for name in names))
    paths = list(dict.fromkeys(name.path for name in names))
    spots = [(commits.index(name.commit), paths.index(name.path)) for name in names]
    wanted = [[path for at, path in spots if at == commit] for commit in range(len(commits))]
    words: dict[str, object] = {"owner": line.owner, "name": line.name}
    words |= {f"c{at}": commit for at, commit in enumerate(commits)}
    words |= {f"p{at}": path for at, path in enumerate(paths)}
    answer = line.query(queries.files(wanted), **words).at("repository")
    for name, (commit, path) in zip(names, spots, strict=True):
        entry = answer.at(f"c{commit}", f"f{path}")
        kind = kind_of_mode(entry.number("mode"))
        if kind is None or entry.text("type") == "tree":
            continue
        text = entry.text("object", "text").encode()
        size = entry.number("object", "byteSize")
        blob = entry.text("oid")
        is_exact = kind is FileKind.SUBMODULE or size > cap or blob_id(text) == blob
        yield name, FileText(blob, kind, size, text if is_exact and size <= cap else None), is_exact


def _with_bytes(line: Line, text: FileText) -> FileText:
    answer = line.get(f"/git/blobs/{text.blob}")
    data = base64.b64decode(answer.text("content"))
    return FileText(text.blob, text.kind, len(data), data)
