"""Branches and where they stand."""

from urllib.parse import quote

from bot.errors import ForgeError
from bot.forge.line import Line

_NOT_FOUND = 404


def tip_of(line: Line, branch: str) -> str | None:
    """Give the commit that a branch is on; None where there is none."""
    try:
        answer = line.get(f"/git/ref/heads/{quote(branch)}")
    except ForgeError as error:
        if error.status != _NOT_FOUND:
            raise
        return None
    return answer.text_or_none("object", "sha")


def default_branch(line: Line) -> tuple[str, str]:
    """Give the default branch and its commit."""
    name = line.get("").text("default_branch")
    return name, tip_of(line, name) or ""
