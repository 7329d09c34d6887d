"""A granted status that the Steward writes itself: by a commit on the branch of the pull request.

A team has to ask for it: such a commit dismisses reviews, and it may come between the author's own.
"""

from collections.abc import Iterator

from bot.forge.reading.people import ACTIONS
from bot.model.hearing import Hearing
from bot.model.pull import Pull
from bot.plan.edit import EditWish


def why_no_commit(pull: Pull, me: str) -> str:
    """Say why the Steward cannot commit here; empty where it can, as far as anybody knows."""
    if pull.is_fork or pull.head_repository is None:
        return "the branch is in a fork, which the Steward may not write to"
    if me == ACTIONS:
        return (
            "a commit of the workflow's own token would start no checks; give the Action the"
            " `token` of an App that may write contents"
        )
    return ""


def edit_wishes(hearing: Hearing) -> Iterator[EditWish]:
    """Wish for a commit for each document that has to follow a request."""
    request, pull = hearing.request, hearing.pull
    for spec in hearing.specs:
        restated = spec.restated
        if request and restated and (rewritten := restated.rewritten):
            yield EditWish(
                head=pull.head,
                branch=pull.head_branch,
                path=spec.report.path,
                blob=rewritten.blob,
                data=rewritten.data,
                message=f"Set the status to {restated.word}\n\nAsked for by {request.by}.",
                why=f"{request.by} asked for it, and its gates are open",
            )
