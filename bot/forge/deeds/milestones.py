"""Milestones by their titles: GitHub takes only numbers, and people think in titles."""

from bot.errors import RefusedError
from bot.forge.deeds.base import Hand, number_of
from bot.plan.actions import CreateIssue

_INVALID = 422


def milestone_named(hand: Hand, title: str) -> int:
    """Give the number of a milestone, and make it where there is none of that title.

    They are listed once. That GitHub calls a new one invalid may mean that somebody else has just
    made it: then they are listed again.
    """
    known = hand.milestones = _listed(hand) if hand.milestones is None else hand.milestones
    if title.casefold() not in known:
        try:
            made = hand.line.send("POST", "/milestones", CreateIssue.way, {"title": title})
        except RefusedError as error:
            if error.status != _INVALID:
                raise
            known = hand.milestones = _listed(hand)
            if title.casefold() not in known:
                raise
        else:
            known[title.casefold()] = number_of(made)
    return known[title.casefold()]


def _listed(hand: Hand) -> dict[str, int]:
    """List them by folded title; of several the open one counts, and of these the first."""
    listed = list(hand.line.pages("/milestones", state="all"))
    listed.sort(key=lambda each: (each.text("state") != "open", each.number("number")))
    found: dict[str, int] = {}
    for each in listed:
        found.setdefault(each.text("title").casefold(), each.number("number"))
    return found
