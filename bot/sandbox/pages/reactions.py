"""Reactions to what was said, counted."""

from collections import Counter

from bot.sandbox.hub import Hub
from bot.sandbox.pages.entries import Reactions
from bot.sandbox.threads import Reaction

_SIGNS = {
    "+1": ("\N{THUMBS UP SIGN}", "thumbs up"),
    "-1": ("\N{THUMBS DOWN SIGN}", "thumbs down"),
    "laugh": ("\N{SMILING FACE WITH OPEN MOUTH AND SMILING EYES}", "laugh"),
    "hooray": ("\N{PARTY POPPER}", "hooray"),
    "confused": ("\N{CONFUSED FACE}", "confused"),
    "heart": ("\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}", "heart"),
    "rocket": ("\N{ROCKET}", "rocket"),
    "eyes": ("\N{EYES}", "eyes"),
}


def reactions(hub: Hub, subject_id: int) -> tuple[Reactions, ...]:
    """Return the reactions to an issue or a comment, in GitHub's order."""
    found = hub.store.find(Reaction, "subject_id = ?", subject_id)
    counts = Counter(each.content for each in found)
    return tuple(Reactions(*sign, counts[name]) for name, sign in _SIGNS.items() if counts[name])
