"""Whether whoever asks may: as GitHub refuses, so that a client meets each refusal here first."""

import base64
import binascii
from collections.abc import Mapping

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal, not_found
from bot.sandbox.state.people import find_user, holds, role_of, viewer_of
from bot.sandbox.viewer import Viewer
from bot.sandbox.wire.route import Need

_READING = {"GET", "HEAD"}


def identify(hub: Hub, headers: Mapping[str, str]) -> Viewer:
    """Return who asks; a token that nobody was given is refused, none at all is anybody."""
    given = headers.get("authorization", "").strip()
    if not given:
        return Viewer()
    kind, _, secret = given.partition(" ")
    if kind.lower() == "basic":
        secret = _password(secret)
    viewer = viewer_of(hub, secret.strip())
    if viewer is None:
        raise Refusal(401, "Bad credentials")
    return viewer


def find_repository(hub: Hub, owner: str, name: str) -> Repository | None:
    """Find a repository by its name, in any case."""
    user = find_user(hub, owner)
    if user is None:
        return None
    where = "owner_id = ? AND name = ? COLLATE NOCASE AND NOT deleted"
    return hub.store.first(Repository, where, user.id, name)


def require(hub: Hub, viewer: Viewer, repository: Repository, method: str, need: Need) -> None:
    """Refuse whoever may not."""
    if repository.private and not _sees(hub, viewer, repository):
        raise not_found()
    if method in _READING and not repository.private:
        return
    if viewer.user is None:
        raise Refusal(401, "Requires authentication")
    if not any(viewer.grants(scope, need.level) for scope in need.scopes):
        raise _inaccessible(viewer, need)
    if viewer.is_app:
        return
    if repository.archived and method not in _READING:
        raise Refusal(403, "Repository was archived so is read-only.")
    if not holds(role_of(hub, repository, viewer.user), need.role):
        words = {403: "Must have admin rights to Repository.", 404: "Not Found"}
        raise Refusal(need.refusal, words[need.refusal])


def _sees(hub: Hub, viewer: Viewer, repository: Repository) -> bool:
    if viewer.is_app:
        return True
    return role_of(hub, repository, viewer.user) != "none"


def _inaccessible(viewer: Viewer, need: Need) -> Refusal:
    whom = "integration" if viewer.is_app else "personal access token"
    accepted = "; ".join(f"{scope}={need.level}" for scope in need.scopes)
    headers = {"X-Accepted-GitHub-Permissions": accepted}
    return Refusal(403, f"Resource not accessible by {whom}", headers=headers)


def _password(encoded: str) -> str:
    try:
        text = base64.b64decode(encoded).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    user, _, password = text.partition(":")
    return password if password not in {"", "x-oauth-basic"} else user
