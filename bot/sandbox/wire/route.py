"""What a route is: a method, a path, who may, and what is done."""

from dataclasses import dataclass

from bot.sandbox.wire.call import Handler


@dataclass(frozen=True, slots=True)
class Need:
    """What a request takes: one of these permissions of an app, or that role of a person.

    ``refusal`` is the status for people without the role: GitHub hides some things.
    """

    scopes: tuple[str, ...]
    level: str = "read"
    role: str = "read"
    refusal: int = 403


@dataclass(frozen=True, slots=True)
class Route:
    """A route; its path is within a repository, unless it says that it stands alone."""

    method: str
    path: str
    handler: Handler
    need: Need | None
    alone: bool = False


METADATA = Need(("metadata",))
CONTENTS = Need(("contents",))
PUSH = Need(("contents",), "write", "write", 404)
THREADS = Need(("issues", "pull_requests"))
SAY = Need(("issues", "pull_requests"), "write")
TRIAGE = Need(("issues", "pull_requests"), "write", "triage")
ISSUES = Need(("issues",))
OPEN_ISSUE = Need(("issues",), "write")
PULLS = Need(("pull_requests",))
OPEN_PULL = Need(("pull_requests",), "write")
MERGE = Need(("contents",), "write", "write")
CHECKS = Need(("checks",))
CHECK = Need(("checks",), "write", "write")
STATUSES = Need(("statuses",))
STATUS = Need(("statuses",), "write", "write", 404)
LABELS = Need(("issues", "pull_requests"), "write", "write")
