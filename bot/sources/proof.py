"""When git's word that a file is unchanged means that its bytes are those of the blob.

Between the work tree and its objects git may convert: line ends (the attributes ``text``,
``eol``, ``crlf``, the setting ``core.autocrlf``), and anything at all (``filter``, ``ident``,
``working-tree-encoding``). Git itself is asked which files that concerns, so attributes count
wherever they are written down. Where only line ends may have been converted, equal sizes prove
that none were, for that conversion only ever adds or removes bytes; this is tried for Markdown.

One gap is left, and known: a filter that was taken out of the attributes later on, with files
still standing as it had made them, goes unseen, as it does in ``git status``.
"""

import os
from collections.abc import Mapping

from bot.sources.process import Command, Runner
from bot.sources.walk import is_markdown


def _with_attributes(names: str) -> Command:
    unset = " ".join(f"!{name}" for name in names.split())
    pattern = f":(exclude,attr:{unset})"
    return Command(("ls-files", "-z", "--", ".", pattern), patterns=True)


CONVERTED = _with_attributes("filter ident working-tree-encoding text eol crlf")
LINE_ENDS = Command(("config", "-z", "--default", "false", "--get", "core.autocrlf"))
_FILTERED = _with_attributes("filter ident working-tree-encoding")


def keeps_line_ends(autocrlf: bytes) -> bool:
    """Tell whether the setting leaves line ends alone."""
    return autocrlf.strip(b"\0").lower() in {b"false", b"no", b"off", b"0", b""}


def unproven(runner: Runner, blobs: Mapping[str, str]) -> set[str]:
    """Of unchanged files that may have been converted, return those that may not be their blob."""
    hopeful = {path: blob for path, blob in blobs.items() if is_markdown(path)}
    if not hopeful:
        return set(blobs)
    sizes = Command(
        ("cat-file", "--batch-check=%(objectsize)", "--buffer"),
        stdin="".join(f"{blob}\n" for blob in hopeful.values()).encode(),
    )
    answers = runner.together(sizes, _FILTERED)
    measured = next(answers).split(b"\n")
    (filtered,) = answers
    same = {
        path
        for path, size in zip(hopeful, measured, strict=False)
        if size == _size(f"{runner.folder}/{path}")
    }
    return blobs.keys() - (same - set(os.fsdecode(filtered).split("\0")))


def _size(path: str) -> bytes | None:
    try:
        return b"%d" % os.lstat(path).st_size
    except OSError:
        return None
