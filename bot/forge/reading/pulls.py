"""A pull request and what is on it, in one question; further pages only where there are some."""

from collections.abc import Callable
from typing import TypeVar

from bot.forge import queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.contexts import read_contexts
from bot.forge.reading.paging import Names, all_pages
from bot.forge.reading.people import person
from bot.forge.reading.plainly import reviews_of
from bot.forge.reading.reactions import own_reactions
from bot.forge.reading.remarks import remark_of_thread
from bot.forge.reading.required import required_along
from bot.model.pull import Comment, Label, Labelling, Pull, PullStage, PullState, Review

T = TypeVar("T")


def read_pull(line: Line, number: int) -> PullState:
    """Ask for a pull request in GraphQL; the first hundred of everything come along."""
    names: Names = {"owner": line.owner, "name": line.name, "number": number}
    answer = line.query(queries.PULL, **names)
    repository = answer.at("repository")
    found = repository.at("pullRequest")

    def every(listed: str, query: str, read: Callable[[Answer], T]) -> tuple[T, ...]:
        place = ("repository", "pullRequest", listed)
        return tuple(map(read, all_pages(line, found.at(listed), query, names, place)))

    pull = _pull(found, repository.text("defaultBranchRef", "name"))
    checks, statuses = read_contexts(line, found, pull.head)
    reviews = every("reviews", queries.REVIEWS, _review)
    if not found.at("reviews"):  # where they cannot be told they are null, and not none
        reviews = tuple(reviews_of(line, number))
    return PullState(
        pull=pull,
        me=answer.text("viewer", "login"),
        labels=tuple(label.text("name") for label in found.parts("labels", "nodes")),
        labellings=every("timelineItems", queries.LABELLING_PAGES, _labelling),
        comments=every("comments", queries.COMMENTS, _comment),
        reviews=reviews,
        checks=checks,
        statuses=statuses,
        known_labels=_known_labels(line, repository.at("labels")),
        remarks=every("reviewThreads", queries.THREADS, remark_of_thread),
        required=required_along(found.at("baseRef")),
    )


def _known_labels(line: Line, first: Answer) -> tuple[Label, ...]:
    names: Names = {"owner": line.owner, "name": line.name}
    pages = all_pages(line, first, queries.LABELS, names, ("repository", "labels"))
    return tuple(map(_label, pages))


def _pull(found: Answer, default: str) -> Pull:
    return Pull(
        number=found.number("number"),
        title=found.text("title"),
        url=found.text("url"),
        author=person(found.at("author")),
        stage=PullStage(found.text("state").lower()),
        is_draft=found.flag("isDraft"),
        base_branch=found.text("baseRefName"),
        base=_base(found),
        head_branch=found.text("headRefName"),
        head=found.text("headRefOid"),
        head_repository=found.text_or_none("headRepository", "nameWithOwner"),
        is_fork=found.flag("isCrossRepository"),
        merge_commit=found.text_or_none("mergeCommit", "oid"),
        merged_at=found.text("mergedAt"),
        lands=found.text("baseRefName") == default,
    )


def _base(found: Answer) -> str:
    """Give the tip of the base branch; of what is merged, where that was before."""
    tip = found.text("baseRef", "target", "oid") if found.text("state") == "OPEN" else ""
    return tip or found.text("baseRefOid")


def _comment(found: Answer) -> Comment:
    return Comment(
        id=found.big_number("fullDatabaseId"),
        node=found.text("id"),
        url=found.text("url"),
        author=person(found.at("author")),
        body=found.text("body"),
        mine=found.flag("viewerDidAuthor"),
        hidden=found.flag("isMinimized"),
        at=found.text("createdAt"),
        is_edited=bool(found.text("lastEditedAt")),
        editor=person(found.at("editor")),
        reactions=frozenset(own_reactions(found)),
    )


def _review(found: Answer) -> Review:
    return Review(
        id=found.big_number("fullDatabaseId"),
        author=person(found.at("author")),
        state=found.text("state").lower(),
        commit=found.text_or_none("commit", "oid"),
        at=found.text("submittedAt"),
        body=found.text("body"),
        can_push=found.flag("authorCanPushToRepository"),
    )


def _labelling(found: Answer) -> Labelling:
    is_set = found.text("__typename") == "LabeledEvent"
    by = person(found.at("actor"))
    return Labelling(found.text("label", "name"), by, found.text("createdAt"), is_set)


def _label(found: Answer) -> Label:
    return Label(found.text("name"), found.text("color"), found.text("description"))
