"""Node ids: what GraphQL calls things by. Each says its kind and its number."""

import base64
import re

_NODE = re.compile(r"([A-Z]+)_kwDO([A-Za-z0-9_-]+)")

KINDS = {
    "User": "U",
    "Repository": "R",
    "Issue": "I",
    "Pull": "PR",
    "Comment": "IC",
    "Review": "PRR",
    "ReviewComment": "PRRC",
    "ReviewThread": "PRRT",
    "IssueType": "IT",
    "Label": "LA",
    "Milestone": "MI",
    "Event": "LE",
    "CheckRun": "CR",
    "CheckSuite": "CS",
    "Status": "SC",
    "Workflow": "W",
    "WorkflowRun": "WFR",
    "Reaction": "REA",
    "Team": "T",
    "App": "A",
    "Ref": "REF",
    "Commit": "C",
    "Tree": "TR",
    "Blob": "B",
}


def node_id(kind: str, key: int | str) -> str:
    """Return the node id of a thing; git's things have their object ids for keys."""
    text = base64.urlsafe_b64encode(str(key).encode()).decode().rstrip("=")
    return f"{KINDS[kind]}_kwDO{text}"


def key_of(node: str, kind: str) -> int | None:
    """Return the number of a thing of that kind; None where the id says another kind or none."""
    match = _NODE.fullmatch(node)
    if match is None or match[1] != KINDS[kind]:
        return None
    try:
        return int(base64.urlsafe_b64decode(match[2] + "=" * (-len(match[2]) % 4)))
    except ValueError:
        return None
