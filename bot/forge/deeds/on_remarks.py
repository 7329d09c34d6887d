"""Deeds on suggestions at the lines of a pull request."""

from bot.forge.deeds.base import Hand, number_of, unless_gone
from bot.model.pull import Remark
from bot.plan import actions as a
from bot.plan.known import Known


def suggest(hand: Hand, action: a.Suggest, known: Known) -> None:
    """Write it at its line; where GitHub sees no such line in the difference, it refuses this."""
    body = {
        "body": action.body,
        "commit_id": action.head,
        "path": action.path,
        "line": action.line,
        "side": "RIGHT",
    }
    made = hand.line.send("POST", f"/pulls/{action.pull}/comments", action.way, body)
    number = number_of(made, "id")
    known.remarks[number] = Remark(number, action.body, mine=True)
    hand.learn(made)


def delete_suggestion(hand: Hand, action: a.DeleteSuggestion, _: Known) -> None:
    """Take a twin away."""
    with unless_gone():
        hand.line.send("DELETE", f"/pulls/comments/{action.id}", action.way)
