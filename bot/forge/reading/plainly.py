"""A pull request and what is on it by REST alone, where GraphQL is refused: a request for each."""

from collections.abc import Iterator
from dataclasses import replace

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.branches import tip_of
from bot.forge.reading.contexts import CHECK
from bot.forge.reading.people import is_me, person
from bot.forge.reading.reactions import asked_reactions
from bot.forge.reading.remarks import begins_thread, remark_of
from bot.forge.reading.verdicts import checks_named, statuses_of
from bot.model.pull import Comment, Label, Labelling, Pull, PullStage, PullState, Review

_LABELLINGS = ("labeled", "unlabeled")
_WRITERS = ("OWNER", "MEMBER", "COLLABORATOR")


def read_pull_plainly(line: Line, number: int, me: str) -> PullState:
    """Ask for a pull request in REST. Whether a comment is hidden, REST does not tell."""
    found = line.get(f"/pulls/{number}")
    pull = _pull(found, _base(line, found))
    events = line.pages(f"/issues/{number}/events")
    comments = line.pages(f"/issues/{number}/comments")
    return PullState(
        pull=pull,
        me=me,
        labels=tuple(label.text("name") for label in found.parts("labels")),
        labellings=tuple(_labelling(e) for e in events if e.text("event") in _LABELLINGS),
        comments=tuple(_listed(line, each, me) for each in comments),
        reviews=tuple(reviews_of(line, number)),
        checks=checks_named(line, pull.head, CHECK),
        statuses=statuses_of(line, pull.head),
        known_labels=tuple(
            Label(label.text("name"), label.text("color"), label.text("description"))
            for label in line.pages("/labels")
        ),
        remarks=tuple(
            remark_of(each, me)
            for each in line.pages(f"/pulls/{number}/comments")
            if begins_thread(each)
        ),
    )


def _base(line: Line, found: Answer) -> str:
    """Give the tip of the base branch; of what is merged, where that was before."""
    is_open = found.text("state") == "open"
    tip = tip_of(line, found.text("base", "ref")) if is_open else ""
    return tip or found.text("base", "sha")


def _pull(found: Answer, tip: str) -> Pull:
    merged = found.flag("merged") or bool(found.text("merged_at"))
    head, base = found.at("head"), found.at("base")
    home = head.text_or_none("repo", "full_name")
    return Pull(
        number=found.number("number"),
        title=found.text("title"),
        url=found.text("html_url"),
        author=person(found.at("user")),
        stage=PullStage.MERGED if merged else PullStage(found.text("state")),
        is_draft=found.flag("draft"),
        base_branch=base.text("ref"),
        base=tip,  # the pull request's own is as old as its last push
        head_branch=head.text("ref"),
        head=head.text("sha"),
        head_repository=home,
        is_fork=home != base.text("repo", "full_name"),
        merge_commit=found.text_or_none("merge_commit_sha") if merged else None,
        merged_at=found.text("merged_at"),
        lands=base.text("ref") == base.text("repo", "default_branch"),
    )


def _listed(line: Line, found: Answer, me: str) -> Comment:
    reactions = frozenset(asked_reactions(line, found, me))
    return replace(comment_of(found, me), hidden=None, reactions=reactions)


def comment_of(found: Answer, me: str) -> Comment:
    """Read a comment, which may be folded away for all that REST tells.

    That it was edited shows in its time alone, to the second, and something else may have set that.
    """
    author = person(found.at("user"))
    return Comment(
        id=found.number("id"),
        node=found.text("node_id"),
        url=found.text("html_url"),
        author=author,
        body=found.text("body"),
        mine=is_me(author, me),
        at=found.text("created_at"),
        is_edited=found.text("updated_at") > found.text("created_at"),
    )


def reviews_of(line: Line, number: int) -> Iterator[Review]:
    """List the reviews of a pull request."""
    return map(_review, line.pages(f"/pulls/{number}/reviews"))


def _review(found: Answer) -> Review:
    """Read a review. Who may push REST does not tell: who belongs to the repository, it does."""
    return Review(
        id=found.number("id"),
        author=person(found.at("user")),
        state=found.text("state").lower(),
        commit=found.text_or_none("commit_id"),
        at=found.text("submitted_at"),
        body=found.text("body"),
        can_push=found.text("author_association") in _WRITERS,
    )


def _labelling(found: Answer) -> Labelling:
    return Labelling(
        name=found.text("label", "name"),
        by=person(found.at("actor")),
        at=found.text("created_at"),
        is_set=found.text("event") == "labeled",
    )
