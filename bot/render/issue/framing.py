"""The lines around what the Steward writes: its marker above, and the end of its part below."""

from collections.abc import Callable, Mapping

from bot.model.sheet import END
from bot.render.comment.detail import fitted, letters
from bot.render.comment.printing import own_path, printed
from bot.render.issue.extent import MOST, Extent, extents

NOTHING: Mapping[str, str] = {}
_OURS = "<!-- spec-steward:"


def framed(
    name: str, arrange: Callable[[Extent], object], overrides: Mapping[str, str], marker: str
) -> str:
    """Print the page of an issue as fully as it fits, below its marker and above its end."""
    text = _written(name, arrange, overrides, letters(f"{marker}\n\n{END}\n"))
    return f"{marker}\n{text}\n\n{END}\n"


def below(
    name: str, arrange: Callable[[Extent], object], overrides: Mapping[str, str], marker: str
) -> str:
    """Print a page that is ours to its end, below its marker."""
    return f"{marker}\n{_written(name, arrange, overrides, letters(marker))}\n"


def _written(
    name: str, arrange: Callable[[Extent], object], overrides: Mapping[str, str], taken: int
) -> str:
    def write(extent: Extent) -> str:
        return _bare(printed(name, overrides, page=arrange(extent)))

    # what stands around it counts too, but leaves room for our own words whatever it takes
    most = max(MOST - taken, MOST // 12)
    return fitted(write, extents(), lambda text: letters(text) < most, where=own_path(name))


def _bare(text: str) -> str:
    """Leave out lines that only we ourselves may write: somebody's own template might."""
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    return "\n".join(line for line in lines if not line.lstrip().startswith(_OURS))
