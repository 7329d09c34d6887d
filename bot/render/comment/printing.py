"""Which template is printed: ours, or the one that the repository has put in its place."""

from collections.abc import Mapping

from bot.render.comment.own_page import own_page
from bot.render.pages import markdown_page

FOLDER = ".github/spec-steward"
"""where a repository keeps its own templates"""


def own_path(name: str) -> str:
    """Give the place of a repository's own template."""
    return f"{FOLDER}/{name}"


def printed(name: str, overrides: Mapping[str, str], **data: object) -> str:
    """Print a page by the repository's own template where it has one.

    Those of the comment stand in no folder of their own there.
    """
    text = overrides.get(name)
    if text is not None:
        return own_page(own_path(name), text, data)
    return markdown_page(name if "/" in name else f"comment/{name}").render(data)
