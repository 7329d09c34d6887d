"""Which address shows what. The addresses are GitHub's own."""

from collections.abc import Sequence
from functools import partial

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.sandbox.git.differences import diff_text
from bot.sandbox.hub import Hub
from bot.sandbox.pages.asked import Answer, Asked, moved, plain, route
from bot.sandbox.pages.code_routes import code_routes
from bot.sandbox.pages.issue import issue_page
from bot.sandbox.pages.listing import Choice, list_page
from bot.sandbox.pages.pull import (
    checks_tab,
    commits_tab,
    conversation_tab,
    files_tab,
    head,
    with_head,
)
from bot.sandbox.pages.sundry import labels_page, person_page, run_page
from bot.sandbox.refusal import not_found
from bot.sandbox.state.labels import find_label
from bot.sandbox.state.milestones import find_milestone
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import find_pull, fork_point

_TABS = {
    "": conversation_tab,
    "/commits": commits_tab,
    "/checks": checks_tab,
    "/files": files_tab,
}


def pages(hub: Hub) -> Sequence[BaseRoute]:
    """Return the routes of all pages; they come after those of the API."""
    here = "/{owner}/{repo}"
    tabs = (route(hub, f"{here}/pull/{{number}}{tab}", partial(_pull, tab)) for tab in _TABS)
    return (
        route(hub, "/", _home),
        route(hub, "/apps/{login}", _person),
        route(hub, "/{login}", _person),
        route(hub, f"{here}/pull/{{number}}.diff", _difference),
        *tabs,
        *code_routes(hub, here),
        route(hub, f"{here}/pulls", partial(_list, "pulls")),
        route(hub, f"{here}/issues", partial(_list, "issues")),
        route(hub, f"{here}/issues/{{number}}", _issue),
        route(hub, f"{here}/labels", _labels),
        route(hub, f"{here}/labels/{{name:path}}", _label),
        route(hub, f"{here}/milestone/{{number}}", _milestone),
        route(hub, f"{here}/runs/{{run:int}}", _run),
    )


def _home(asked: Asked) -> Response:
    return moved(asked.frame("", "").base)


def _person(asked: Asked) -> Answer:
    login = asked.words["login"]
    user = find_user(asked.hub, login) or find_user(asked.hub, f"{login}[bot]")
    if user is None:
        raise not_found()
    around = asked.frame("", user.login)
    return around, person_page(asked.hub, around, user)


def _pull(tab: str, asked: Asked) -> Answer:
    issue = asked.issue
    around = asked.frame("pulls", f"{issue.title} · Pull request #{issue.number}")
    pull = find_pull(asked.hub, issue)
    if pull is None:
        return moved(f"{around.base}/issues/{issue.number}")
    inside = _TABS[tab](asked.hub, around, issue, pull)
    return around, with_head(around, head(asked.hub, issue, pull), tab, inside)


def _difference(asked: Asked) -> Response:
    pull = find_pull(asked.hub, asked.issue)
    if pull is None:
        raise not_found()
    text = diff_text(asked.hub.mirror, fork_point(asked.hub, pull), pull.head_sha)
    return plain(text.encode())


def _issue(asked: Asked) -> Answer:
    issue = asked.issue
    around = asked.frame("issues", f"{issue.title} · Issue #{issue.number}")
    if issue.is_pull:
        return moved(f"{around.base}/pull/{issue.number}")
    return around, issue_page(asked.hub, around, issue)


def _list(kind: str, asked: Asked) -> Answer:
    around = asked.frame(kind, "Issues" if kind == "issues" else "Pull requests")
    choice = Choice(kind, _state(asked), asked.page)
    return around, list_page(asked.hub, around, asked.repository, choice)


def _label(asked: Asked) -> Answer:
    label = find_label(asked.hub, asked.repository, asked.words["name"])
    if label is None:
        raise not_found()
    around = asked.frame("labels", label.name)
    choice = Choice("labels", _state(asked), asked.page, label)
    return around, list_page(asked.hub, around, asked.repository, choice)


def _milestone(asked: Asked) -> Answer:
    milestone = find_milestone(asked.hub, asked.repository, asked.number)
    if milestone is None:
        raise not_found()
    around = asked.frame("issues", milestone.title)
    choice = Choice("milestone", _state(asked), asked.page, milestone=milestone)
    return around, list_page(asked.hub, around, asked.repository, choice)


def _state(asked: Asked) -> str:
    return "closed" if asked.query.get("state") == "closed" else "open"


def _labels(asked: Asked) -> Answer:
    around = asked.frame("labels", "Labels")
    return around, labels_page(asked.hub, around, asked.repository)


def _run(asked: Asked) -> Answer:
    around = asked.frame("pulls", "Check run")
    return around, run_page(asked.hub, around, asked.repository, int(asked.words["run"]))
