"""The events of what people say: comments, reviews, comments at lines."""

from typing import TypeVar

from bot.sandbox.events.happening import Happening
from bot.sandbox.record import Record
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.comments import comment
from bot.sandbox.shapes.issues import issue
from bot.sandbox.shapes.pulls import simple
from bot.sandbox.shapes.reviews import review, review_comment
from bot.sandbox.threads import Comment, Event
from bot.sandbox.verdicts import Review, ReviewComment

_T = TypeVar("_T", bound=Record)


def issue_comment(happening: Happening) -> Json:
    """Tell of a comment on an issue or a pull request, by default the last one."""
    said = _meant(happening, Comment, "comment")
    shape = comment(happening.view, said)
    more: Json = {"issue": issue(happening.view, happening.issue), "comment": shape}
    if happening.action == "edited":
        more["changes"] = {"body": {"from": happening.word("was", said.body)}}
    return happening.told(said.author_id, **more)


def pull_request_review(happening: Happening) -> Json:
    """Tell of a review; its state is in small letters here, and only here."""
    gone = happening.action == "dismissed"
    said = _meant(happening, Review, "review", "state = 'DISMISSED'" if gone else "1")
    shape = review(happening.view, said)
    shape |= {"state": said.state.lower(), "body": said.body or None}
    pull = simple(happening.view, happening.pull)
    where = "event = 'review_dismissed' AND other_id = ?"
    record = happening.hub.store.first(Event, where, said.id) if gone else None
    doer = record.actor_id if record else said.author_id
    return happening.told(doer, review=shape, pull_request=pull)


def pull_request_review_comment(happening: Happening) -> Json:
    """Tell of a comment at a line."""
    said = _meant(happening, ReviewComment, "comment")
    shape = review_comment(happening.view, said)
    pull = simple(happening.view, happening.pull)
    return happening.told(said.author_id, comment=shape, pull_request=pull)


def _meant(happening: Happening, kind: type[_T], name: str, where: str = "1") -> _T:
    """Return what the details mean by its id, or the last one of its kind."""
    wanted = happening.word(name)
    query, values = f"issue_id = ? AND {where} ORDER BY id DESC", [happening.issue.id]
    if wanted:
        query, values = f"issue_id = ? AND {where} AND id = ?", [happening.issue.id, int(wanted)]
    found = happening.hub.store.first(kind, query, *values)
    if found is None:
        raise happening.wrong(f"#{happening.number} has no such {name}", f"make the {name} first")
    return found
