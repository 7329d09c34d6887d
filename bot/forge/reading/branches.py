"""Branches and where they stand."""

from urllib.parse import quote

from bot.errors import ForgeError
from bot.forge import queries
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


def default_branch(line: Line) -> tuple[str, str, str]:
    """Give the default branch, its commit, and who asks, in one request.

    What is not told, an empty repository has not got, or the token may not see: REST says which.
    """
    data = line.query(queries.HOME, owner=line.owner, name=line.name)
    found = data.at("repository", "defaultBranchRef")
    name, tip = found.text("name"), found.text("target", "oid")
    if not name or not tip:
        name, tip, _ = default_branch_plainly(line)
    return name, tip, data.text("viewer", "login")


def default_branch_plainly(line: Line) -> tuple[str, str, str]:
    """Give the same by REST, which does not say who asks."""
    name = line.get("").text("default_branch")
    return name, tip_of(line, name) or "", ""
