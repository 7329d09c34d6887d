"""Those who may approve, called as people call them, and what to do where nobody of them can."""

from collections.abc import Sequence

NAME_OTHERS = "name others in `approvals` of the configuration or in CODEOWNERS"
LET_LOOK_UP = (
    "give the Action an App's token with `members: read`, or name people in the configuration"
)

_ROLE, _OWNERS = "role:", "codeowners"


def called(word: str) -> str:
    """Call those who may approve as people do: somebody without an “@”, a team with one."""
    name = " ".join(word.split())
    if name.startswith(_ROLE):
        return f"anybody with the role {name.removeprefix(_ROLE)}"
    bare = name.removeprefix("@")
    return "the code owners" if name == _OWNERS else f"@{bare}" if is_team(name) else bare


def is_team(word: str) -> bool:
    """Tell a team from anybody else."""
    return "/" in word and not word.startswith(_ROLE)


def enumerated(names: Sequence[str], last: str = "and", most: int = 8) -> str:
    """Name the first of several, and count the rest: “a, b and c”."""
    more = len(names) - most
    shown = [*names[:most], *([f"{more:,} more"] if more > 0 else ())]
    return f" {last} ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)
