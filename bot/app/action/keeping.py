"""What the Steward's comment keeps of labels, approvals and waivers, from one look to the next.

All of it has a longest form, for the comment has.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.app.action.kept_status import read_status, write_status
from bot.lifecycle.granted import Granted
from bot.lifecycle.kept_waivers import read_granted, write_granted
from bot.lifecycle.remembered import Remembered
from bot.lifecycle.taken_off import Back

_MOST = 100  # approvals by command
_APPROVAL = re.compile(r"([1-9]\d{0,18}):([0-9a-f]{40}(?:[0-9a-f]{24})?)")
_BACK = re.compile(r"([0-9TZ:+-]{1,30}),([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Keeping:
    """All of it.

    ``approved`` are the comments that approved by a command, with the commit that each was about.
    ``turns`` counts what had happened to the labels when this head was seen first. ``back`` is the
    last label that somebody took off and that was put back.
    """

    status: Remembered = field(default_factory=Remembered)
    approved: tuple[tuple[int, str], ...] = ()
    granted: tuple[Granted, ...] = ()
    turns: int = 0
    back: Back | None = None


def read_keeping(values: Mapping[str, str]) -> Keeping:
    """Read it from the values of a marker; what nobody has written so is left out."""
    approved = map(_APPROVAL.fullmatch, values.get("approved", "").split(",")[:_MOST])
    turns = values.get("turns", "")
    back = _BACK.fullmatch(values.get("back", ""))
    return Keeping(
        read_status(values),
        tuple((int(match[1]), match[2]) for match in approved if match),
        read_granted(values.get("waived", "")),
        int(turns) if turns.isascii() and turns.isdecimal() and len(turns) < 7 else 0,  # noqa: PLR2004
        Back(back[1], back[2]) if back else None,
    )


def write_keeping(keeping: Keeping) -> dict[str, str]:
    """Write it as values of a marker; what says nothing is left out."""
    values = {
        **write_status(keeping.status),
        "approved": ",".join(f"{comment}:{head}" for comment, head in keeping.approved[-_MOST:]),
        "waived": write_granted(keeping.granted),
        "turns": str(keeping.turns) if keeping.turns else "",
        "back": f"{keeping.back.at},{keeping.back.head}" if keeping.back else "",
    }
    return {name: value for name, value in values.items() if value}
