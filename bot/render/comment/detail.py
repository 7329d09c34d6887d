"""How much is told: steps by which a text is folded until it fits where it is to stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.errors import StewardError

D = TypeVar("D")

MEND = "correct it, or delete the file to use the template that ships with Spec Steward"
"""what to do about a template of the repository's own that cannot be printed"""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much a text holds at most; its verdict is never in question.

    ``rows`` are the specs in the table, ``parts`` those that unfold below it, ``remarks`` the
    findings of each; ``lists`` are the lines of each list of what people asked for and agreed to:
    its sentence stays. ``left_out`` names what is gone, ``elsewhere`` says where it is to be found,
    both in the words that a reader is told.
    """

    rows: int = 40
    parts: int = 40
    remarks: int = 50
    lists: int = 20
    has_skeletons: bool = True
    has_older: bool = True
    has_help: bool = True
    left_out: str = ""
    elsewhere: str = "the job's summary has it"


def steps(first: Detail) -> tuple[Detail, ...]:
    """Give ever shorter ways to tell the same."""
    bare = replace(first, has_skeletons=False, left_out="the text to paste")
    new = replace(bare, has_older=False, left_out="the text to paste, notes and older findings")
    dry = replace(
        new,
        has_help=False,
        remarks=15,
        lists=8,
        left_out="the text to paste and how to mend each finding",
    )
    few = replace(dry, parts=10, lists=3, left_out="the findings of all specs but the first ten")
    table = replace(dry, parts=0, lists=0, left_out="the single findings")
    fewer = (replace(table, rows=rows) for rows in (20, 8, 0) if rows < first.rows)
    return (first, bare, new, dry, few, table, *fewer)


def fitted(
    write: Callable[[D], str], ladder: Iterable[D], fits: Callable[[str], bool], *, where: str
) -> str:
    """Write it as fully as it fits; only a template of somebody else's never does."""
    text = ""
    for detail in ladder:
        text = write(detail)
        if fits(text):
            return text
    what = f"it prints {len(text):,} characters even where it is told least"
    raise StewardError(what, where=where, mend=MEND)


def letters(text: str) -> int:
    """Count as GitHub does, for which an emoji is two characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
