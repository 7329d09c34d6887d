"""How a command is answered where it was written: by a reaction, and never by a comment."""

from enum import StrEnum

from bot.lifecycle.commands import Approve, Command, SetStatus, Unknown, Waive


class Reaction(StrEnum):
    """What a reaction says, by the name that REST has for it.

    They are what people on GitHub read without a legend, and what other bots answer with: thumbs
    for yes and no, a puzzled face for a word that is not understood. Eyes are for what was only
    asked: somebody has seen it, and the answer stands in the one comment.
    """

    DONE = "+1"
    REFUSED = "-1"
    UNKNOWN = "confused"
    SEEN = "eyes"


def reaction(command: Command, refusal: str = "") -> Reaction:
    """Choose the reaction; a refusal is why it was not done, empty where it was."""
    if isinstance(command, Unknown):
        return Reaction.UNKNOWN
    if refusal:
        return Reaction.REFUSED
    return Reaction.DONE if isinstance(command, SetStatus | Approve | Waive) else Reaction.SEEN
