"""What people have told the Steward in comments, taken up: as requests, approvals and waivers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.app.action.keeping import Keeping
from bot.lifecycle.afterwards import OVER
from bot.lifecycle.asked import Asked
from bot.lifecycle.commands import Approve, Command, SetStatus, Waive
from bot.lifecycle.granted import Granted, grant
from bot.lifecycle.kept_waivers import has_room
from bot.lifecycle.reactions import Reaction
from bot.lifecycle.reading_commands import read_commands
from bot.lifecycle.rights import may_not_waive
from bot.model.pull import Comment, PullState, Review
from bot.model.role import Role
from bot.model.standing import Way

RoleOf = Callable[[str], Role]

SHOWN = 3
"""comments whose commands are answered in words; older ones have their reaction"""
LOST = "0" * 40
"""the commit of an approval of which nobody can tell what its author has seen"""
_IN_VAIN = "nothing that was found here goes by that name: check the rule and the section"
_FULL = "there is no room for more waivers: mend what they are for, or write them into the document"


Told = tuple[tuple[Comment, tuple[Command, ...]], ...]
Refusals = tuple[tuple[Command, str], ...]


@dataclass(frozen=True, slots=True)
class Heeded:
    """The comments with commands, and what they come to; ``approved`` is to be kept."""

    comments: Told = ()
    asked: tuple[Asked, ...] = ()
    approvals: tuple[Review, ...] = ()
    approved: tuple[tuple[int, str], ...] = ()


def heed(state: PullState, keeping: Keeping, told: str) -> Heeded:
    """Read what people wrote; ``told`` is the head that the Steward's comment speaks of.

    An approval is of what its author could see: of that head, and not of what was pushed since.
    Where nothing tells which that was, somebody may have seen to that, and it is of nothing.
    """
    comments = told_in(state.comments)
    approved = dict(_approved(comments, dict(keeping.approved), told or LOST))
    return Heeded(
        comments=comments,
        asked=tuple(asked_in(comments)),
        approvals=tuple(_reviews(comments, approved)),
        approved=tuple(approved.items()),
    )


def told_in(comments: Iterable[Comment]) -> Told:
    """Give the comments with commands."""
    read = ((comment, read_commands(comment)) for comment in comments)
    return tuple((comment, commands) for comment, commands in read if commands)


def asked_in(comments: Told) -> Iterator[Asked]:
    """Give the statuses that comments ask for."""
    for _, commands in comments:
        for command in commands:
            if isinstance(command, SetStatus):
                origin = command.origin
                yield Asked(command.word.casefold(), origin.by, origin.at, Way.COMMAND)


def _approved(comments: Told, known: dict[int, str], head: str) -> Iterator[tuple[int, str]]:
    for comment, commands in comments:
        if any(isinstance(command, Approve) for command in commands):
            # One that was answered and is not known has lost what it was about, if people deleted
            # or changed what the Steward kept: it must not count for a text that came later.
            yield comment.id, known.get(comment.id, LOST if comment.reactions else head)


def _reviews(comments: Told, approved: dict[int, str]) -> Iterator[Review]:
    for comment, _ in comments:
        if comment.id in approved:
            yield Review(comment.id, comment.author, "approved", approved[comment.id], comment.at)


def take_up_waivers(
    state: PullState, comments: Told, kept: tuple[Granted, ...], role_of: RoleOf
) -> tuple[tuple[Granted, ...], Refusals]:
    """Take up new waivers; one that was refused stays so, whatever its author may do by now.

    Give all that are in force, and why others are not.
    """
    author, known = state.pull.author, {each.comment for each in kept}
    recent = {comment.id for comment, _ in comments[-SHOWN:]}
    refused: list[tuple[Command, str]] = []
    for comment, commands in comments:
        is_refused = Reaction.REFUSED in comment.reactions
        if comment.id in known or (is_refused and comment.id not in recent):
            continue
        for command in commands:
            if not isinstance(command, Waive):
                continue
            by = command.origin.by
            is_author = author is not None and by.login == author.login
            why = may_not_waive(role_of(by.login), is_author=is_author)
            longer = grant(kept, command)
            if not why and not is_refused and has_room(longer):
                kept = longer
            else:
                refused.append((command, why or (_IN_VAIN if has_room(longer) else _FULL)))
    return kept, tuple(refused)


def too_late(comments: Told) -> Refusals:
    """Say of commands that came after the merge why they move nothing; to look again is free."""
    return tuple(
        (command, OVER)
        for _, commands in comments
        for command in commands
        if isinstance(command, Approve | SetStatus | Waive)
    )


def in_vain(comments: Told, useless: Sequence[Granted]) -> Refusals:
    """Say of the commands behind waivers that take nothing away why they are none."""
    return tuple(
        (command, _IN_VAIN)
        for comment, commands in comments
        for command in commands
        if isinstance(command, Waive)
        and any(each.comment == comment.id and each.rule == command.rule for each in useless)
    )
