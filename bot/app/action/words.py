"""What a hearing is told in: the comment, the check, the summary.

By the pages of the repository's base branch where it has its own; where one of those is broken, by
ours in its place, with a word on it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.app.action.keeping import write_keeping
from bot.app.action.memory import Memory, digest, mark
from bot.errors import StewardError
from bot.model.finding import Finding
from bot.model.hearing import Hearing
from bot.render.comment.address import Address
from bot.render.comment.check import annotation_text, check_text
from bot.render.comment.comment import MOST, render_comment
from bot.render.comment.printing import FOLDER
from bot.render.comment.summary import render_summary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """The comment with its marker, and the check's title and summary."""

    comment: str
    said: str
    title: str
    summary: str
    warnings: tuple[str, ...] = ()

    def remark(self, finding: Finding) -> tuple[str, str]:
        """Give an annotation's title and message."""
        return annotation_text(finding)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts hearings into words; ``overrides`` are the repository's own pages."""

    address: Address
    overrides: Mapping[str, str]

    def words(self, hearing: Hearing, memory: Memory) -> Words:
        """Write the comment and the check's texts."""
        warnings: list[str] = []
        room = MOST - len(mark(hearing, memory, digest(""), "")) - 1
        body = self._told(lambda own: render_comment(hearing, self.address, own, room), warnings)
        plain = _without_heads(hearing)
        same = self._told(lambda own: render_comment(plain, self.address, own, room), [])
        said = digest(f"{same}\n{_unseen(hearing, memory)}")
        marker = mark(hearing, memory, said, body)
        check = self._told(lambda own: check_text(hearing, own), warnings)
        return Words(f"{marker}\n{body}", said, check.title, check.summary, tuple(warnings))

    def summary(self, hearing: Hearing, notes: Sequence[str]) -> str:
        """Write the job's summary, with what there is to know besides first."""
        told = tuple(notes)
        own = dict(self.overrides)
        while True:
            try:
                return render_summary(hearing, self.address, told, own)
            except StewardError as error:
                own.pop(page_of(error, own))
                told += (str(error),)

    def _told(self, write: Callable[[Mapping[str, str]], T], warnings: list[str]) -> T:
        own = dict(self.overrides)
        while True:
            try:
                return write(own)
            except StewardError as error:
                own.pop(page_of(error, own))
                warnings.append(str(error))


def page_of(error: StewardError, own: Mapping[str, str]) -> str:
    """Name the repository's page that is at fault, to do without it; any other fault is none."""
    name = error.where.removeprefix(f"{FOLDER}/").partition(":")[0]
    if name not in own:
        raise error
    return name


def _unseen(hearing: Hearing, memory: Memory) -> str:
    """Give what the comment keeps besides, and which texts it is approved as."""
    texts = [spec.content for spec in hearing.specs]
    return f"{write_keeping(memory.keeping)} {texts}"


def _without_heads(hearing: Hearing) -> Hearing:
    """Take out what differs from push to push although nothing else does."""
    specs = tuple(replace(spec, since=None) for spec in hearing.specs)
    return replace(hearing, pull=replace(hearing.pull, head="0" * 40), specs=specs, seen=None)
