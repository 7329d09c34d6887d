"""Reactions to comments, as far as the Steward has to know its own: its answers to commands."""

from collections.abc import Iterator

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.people import is_me, person

_THUMBS = {"thumbs_up": "+1", "thumbs_down": "-1"}  # GraphQL spells these two in words
_COMMAND = "/spec"


def own_reactions(comment: Answer) -> Iterator[str]:
    """Read the viewer's own, as GraphQL tells them along with a comment, by their names in REST."""
    for group in comment.parts("reactionGroups"):
        if group.flag("viewerHasReacted"):
            name = group.text("content").lower()
            yield _THUMBS.get(name, name)


def asked_reactions(line: Line, comment: Answer, me: str) -> Iterator[str]:
    """Ask REST for them, which tells whose they are only by a request for each comment.

    So only those of a command are asked for, and where there are any at all.
    """
    body = comment.text("body")
    is_command = any(text.lstrip().startswith(_COMMAND) for text in body.splitlines())
    if is_command and comment.number("reactions", "total_count"):
        for each in line.pages(f"/issues/comments/{comment.number('id')}/reactions"):
            if is_me(person(each.at("user")), me):
                yield each.text("content")
