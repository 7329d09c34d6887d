"""What ``/spec help`` tells: each command, what it does, and who may."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One command: how it is written, and the rest of its line."""

    usage: str
    does: str
    who: str


_ANYBODY = "anybody who can comment"

HELP = (
    HelpLine("/spec help", "lists these commands", _ANYBODY),
    HelpLine("/spec check", "looks at the specs again", _ANYBODY),
    HelpLine("/spec plan", "says what merging will do", _ANYBODY),
    HelpLine(
        "/spec status STATUS",
        "asks for a status, as the label does",
        "people with write access",
    ),
    HelpLine(
        "/spec approve",
        "approves the specs as they stand",
        "those whose approval counts, other than the author",
    ),
    HelpLine(
        '/spec waive RULE "Section": reason',
        "makes an exception of a rule; the section may be left out",
        "people with write access; for their own change, only those who maintain",
    ),
)
"""in the order of how often they are of use to somebody who asks"""
