"""All routes of the REST API. Where two fit, the first one takes the request."""

from bot.sandbox.rest import (
    adorning,
    checks,
    comments,
    commits,
    contents,
    events,
    families,
    git_data,
    git_refs,
    issues,
    labels,
    merges,
    milestones,
    origins,
    people,
    pulls,
    remarks,
    repositories,
    reviews,
    rules,
    statuses,
    users,
)
from bot.sandbox.wire.route import Route

_FAMILIES = (
    *(repositories, rules, git_data, git_refs, contents),
    *(checks, statuses, origins, commits),  # a ref may have slashes: what follows it comes first
    *(comments, events, labels, families, issues, adorning),
    *(pulls, merges, remarks, reviews, milestones, people, users),
)

ROUTES: tuple[Route, ...] = tuple(route for family in _FAMILIES for route in family.ROUTES)
