"""Setting a scene from outside: what a script cannot ask of GitHub's own API.

That is who there is, with which tokens; forks that come and go; a commit in one request. All else
people do by that API, each with a token of their own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.hub import ACTIONS
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json, Refusal
from bot.sandbox.scene import READ_ONLY, WORKFLOW, Scene
from bot.sandbox.staging_words import (
    check_paths,
    checked_base,
    checked_branch,
    checked_login,
    unknown,
)
from bot.sandbox.state.forks import delete_fork, find_fork
from bot.sandbox.state.people import ROLES, add_app_token, add_team, add_user, find_user
from bot.sandbox.state.required import KINDS, RULESET
from bot.sandbox.viewer import LEVELS
from bot.sandbox.wire.given import given_to
from bot.sandbox.wire.nearby import Answer, nearby

_GRANTS = {"write": WORKFLOW, "read": READ_ONLY}


@dataclass(frozen=True, slots=True)
class Staging:
    """The routes under ``/_sandbox/``; a request's JSON holds the words of the deed."""

    scene: Scene

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            *(
                Route(f"/_sandbox/{name}", nearby(self._doing(deed)), methods=["POST"])
                for name, deed in _DEEDS.items()
            ),
            Route("/_sandbox/forks/{login}", nearby(self._unfork), methods=["DELETE"]),
        ]

    def _doing(self, deed: Callable[..., Json]) -> Answer:
        async def answer(request: Request) -> Response:
            given = await given_to(request, deed)
            with self.scene.hub.lock, self.scene.hub.store.transaction():
                return JSONResponse(deed(self.scene, **given), 201)

        return answer

    async def _unfork(self, request: Request) -> Response:
        with self.scene.hub.lock:
            delete_fork(self.scene.hub, _fork_of(self.scene, request.path_params["login"]))
        return Response(status_code=204)


def _person(scene: Scene, login: str, role: str = "write", token: str | None = None) -> Json:
    """Make somebody with a role, or give them another one."""
    checked_login(login)
    if role not in ROLES:
        raise unknown("role", role, ROLES)
    secret = token or f"token-{login}"
    scene.person(login, role, secret)
    return {"login": login, "role": role, "token": secret}


def _token(scene: Scene, token: str, permissions: str = "write", app: str = ACTIONS) -> Json:
    """Make a token of a workflow or of an app: for ``write``, for ``read``, or just for some."""
    granted = _GRANTS.get(permissions, permissions)
    for word in granted.split():
        level = word.partition(":")[2]
        if level not in LEVELS:
            raise unknown("permission", word, ("write", "read", "contents:read issues:write …"))
    kind = "actions" if app == ACTIONS else "installation"
    add_app_token(scene.hub, token, granted, app, kind)
    return {"token": token, "permissions": granted, "login": f"{app}[bot]"}


def _fork(scene: Scene, login: str) -> Json:
    """Make somebody's fork."""
    checked_login(login)
    return {"full_name": f"{login}/{scene.fork(login).name}"}


def _team(scene: Scene, organization: str, slug: str, members: list[str]) -> Json:
    """Make a team of an organization."""
    house = add_user(scene.hub, checked_login(organization), "Organization")
    people = [checked_login(login) for login in members]
    add_team(scene.hub, house, slug, *(add_user(scene.hub, login) for login in people))
    return {"organization": organization, "slug": slug, "members": members}


def _rules(scene: Scene, branch: str, checks: list[str], by: str = RULESET) -> Json:
    """Let a branch require checks, by a ruleset or by its protection; none take that back."""
    checked_branch(scene, branch)
    if by not in KINDS:
        raise unknown("way to require checks", by, KINDS)
    scene.require(branch, *checks, kind=by)
    return {"branch": branch, "checks": checks, "by": by}


def _push(
    scene: Scene,
    branch: str,
    files: Mapping[str, str | None],
    message: str = "change",
    base: str = "",
    fork: str = "",
) -> Json:
    """Put a commit on a branch, of a fork where its owner is named; null deletes a file."""
    place = _fork_of(scene, fork) if fork else None
    checked_branch(scene, branch)
    checked_base(scene, place or scene.hub.repository, base)
    check_paths(files)
    sha = scene.push(branch, files, message, base=base, repository=place)
    return {"branch": branch, "sha": sha}


def _fork_of(scene: Scene, login: str) -> Repository:
    user = find_user(scene.hub, login)
    found = find_fork(scene.hub, scene.hub.repository, user) if user else None
    if found is None:
        mend = f'POST /_sandbox/forks {{"login": "{login}"}} makes one'
        raise Refusal(404, f"there is no fork of {login}", extra={"mend": mend})
    return found


_DEEDS: dict[str, Callable[..., Json]] = {
    "people": _person,
    "tokens": _token,
    "forks": _fork,
    "pushes": _push,
    "teams": _team,
    "rules": _rules,
}
