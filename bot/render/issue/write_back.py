"""The pull request that writes back: which numbers, and which ticks, go into which file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.model.sheet import Written as WrittenBack
from bot.render.comment.address import Links
from bot.render.comment.phrases import Target, clipped
from bot.render.issue.entries import worded
from bot.render.issue.extent import Extent
from bot.render.issue.framing import NOTHING, below
from bot.render.issue.unclear import mark
from bot.render.tally import plural

_NAME = "issues/write-back.md.j2"
_FEW = 10  # lines that need no folding


@dataclass(frozen=True, slots=True)
class Line:
    """A line that changes: ``kind`` is ``links``, ``ticks`` or ``unticks``.

    It ``is_within`` the text of its issue that somebody has moved its box.
    """

    kind: str
    place: str
    issue: Target
    mark: str
    text: str
    is_within: bool


@dataclass(frozen=True, slots=True)
class FilePart:
    """A file that changes; ``said`` counts how, ``more`` the lines that there is no room for."""

    path: str
    said: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class WriteBackPage:
    """What is told of the pull request. ``is_quiet`` where no check starts on it by itself."""

    said: str
    total: int
    files: tuple[FilePart, ...]
    more_files: int
    is_folded: bool
    is_quiet: bool


def write_back_title(written: Sequence[WrittenBack]) -> str:
    """Write the title, in plain text."""
    said = _said(written)
    return f"{said[:1].upper()}{said[1:]}"


def write_back_body(
    written: Sequence[WrittenBack],
    links: Links,
    overrides: Mapping[str, str] = NOTHING,
    *,
    marker: str,
    is_quiet: bool = False,
) -> str:
    """Write what merging it does; ``is_quiet`` where the workflow's own token has made it."""

    def arrange(extent: Extent) -> WriteBackPage:
        return _page(written, links, extent, is_quiet=is_quiet)

    return below(_NAME, arrange, overrides, marker)


def _page(
    written: Sequence[WrittenBack], links: Links, extent: Extent, *, is_quiet: bool
) -> WriteBackPage:
    total = sum(map(_count, written))
    shown = written[: extent.phases]
    return WriteBackPage(
        said=_said(written),
        total=total,
        files=tuple(_file(each, links, extent) for each in shown),
        more_files=len(written) - len(shown),
        is_folded=total > _FEW,
        is_quiet=is_quiet,
    )


def _file(written: WrittenBack, links: Links, extent: Extent) -> FilePart:
    lines = tuple(_lines(written, links, extent))
    return FilePart(
        path=clipped(written.path, 200),
        said=_said([written]),
        lines=lines,
        more=_count(written) - len(lines),
    )


def _lines(written: WrittenBack, links: Links, extent: Extent) -> Iterator[Line]:
    told = [
        *(("links", *each) for each in written.linked),
        *(("ticks", *each) for each in written.ticked),
        *(("unticks", *each) for each in written.unticked),
    ]
    for kind, line, text, number in told[: extent.rows]:
        yield Line(
            kind=kind,
            place=f"line {line}",
            issue=Target(f"#{number}", links.issue(number)),
            mark=mark(number),
            text=worded(text, extent.words),
            is_within=line in written.within,
        )


def _said(written: Iterable[WrittenBack]) -> str:
    """Say in words what is done: ``link 2 tasks to their issues, tick 1``."""
    files = tuple(written)
    linked = sum(len(each.linked) for each in files)
    parts = [
        f"link {plural(linked, 'task')} to {'its issue' if linked == 1 else 'their issues'}"
        if linked
        else "",
        _ticks("tick", sum(len(each.ticked) for each in files)),
        _ticks("untick", sum(len(each.unticked) for each in files)),
    ]
    said = [part for part in parts if part]
    return " and ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)


def _ticks(word: str, count: int) -> str:
    return f"{word} {count:,} {'box' if count == 1 else 'boxes'}" if count else ""


def _count(written: WrittenBack) -> int:
    return len(written.linked) + len(written.ticked) + len(written.unticked)
