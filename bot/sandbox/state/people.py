"""Accounts, their roles, teams and tokens."""

from bot.sandbox.hub import ACTIONS, Hub
from bot.sandbox.records import App, Membership, Repository, Role, Team, Token, User
from bot.sandbox.viewer import Viewer

ROLES = ("none", "read", "triage", "write", "maintain", "admin")


def find_user(hub: Hub, login: str) -> User | None:
    """Find an account by its name, in any case."""
    return hub.store.first(User, "login = ? COLLATE NOCASE", login)


def add_user(hub: Hub, login: str, kind: str = "User") -> User:
    """Make an account, or return the one of that name."""
    with hub.lock:
        known = find_user(hub, login)
        if known is not None:
            return known
        return hub.store.add(User(hub.store.next_id(), login, kind, None, None, hub.now()))


def set_role(hub: Hub, repository: Repository, user: User, role: str) -> None:
    """Say what somebody may do in a repository; ``none`` takes it away."""
    with hub.lock, hub.store.transaction():
        where = "repository_id = ? AND user_id = ?"
        for old in hub.store.find(Role, where, repository.id, user.id):
            hub.store.drop(old)
        if role != "none":
            hub.store.add(Role(hub.store.next_id(), repository.id, user.id, role))


def given_role(hub: Hub, repository: Repository, user: User) -> str:
    """Return the role that somebody was given; ``none`` where nobody gave any."""
    where = "repository_id = ? AND user_id = ?"
    found = hub.store.first(Role, where, repository.id, user.id)
    return found.role if found else "none"


def role_of(hub: Hub, repository: Repository, user: User | None) -> str:
    """Return the role that counts: of a public repository, anybody is a reader."""
    given = "none" if user is None else given_role(hub, repository, user)
    return "read" if given == "none" and not repository.private else given


def holds(role: str, needed: str) -> bool:
    """Tell whether a role includes another one."""
    return ROLES.index(role) >= ROLES.index(needed)


def may(hub: Hub, repository: Repository, viewer: Viewer, needed: str) -> bool:
    """Tell whether the viewer acts with such a role, by account or by the app's permissions."""
    if not viewer.is_app:
        return holds(role_of(hub, repository, viewer.user), needed)
    if needed == "triage":
        return viewer.grants("issues", "write") or viewer.grants("pull_requests", "write")
    if needed in {"write", "maintain"}:
        return viewer.grants("contents", "write")
    return needed == "read"


def can_push(hub: Hub, repository: Repository, user: User) -> bool:
    """Tell whether an account may push; of an app that is what its tokens are for."""
    if user.type != "Bot":
        return holds(role_of(hub, repository, user), "write")
    tokens = hub.store.find(Token, "user_id = ?", user.id)
    return any(Viewer(user, token).grants("contents", "write") for token in tokens)


def add_token(
    hub: Hub, user: User, secret: str, kind: str = "classic", permissions: str | None = None
) -> Token:
    """Make a token of an account: ``classic``, or ``fine`` with permissions."""
    with hub.lock, hub.store.transaction():
        return _given(hub, Token(hub.store.next_id(), secret, kind, user.id, None, permissions))


def add_app_token(
    hub: Hub, secret: str, permissions: str, slug: str = ACTIONS, kind: str = "installation"
) -> Token:
    """Make a token of an app's installation, or of a workflow run (kind ``actions``)."""
    with hub.lock, hub.store.transaction():
        app = hub.store.first(App, "slug = ?", slug)
        bot = add_user(hub, f"{slug}[bot]", "Bot")
        if app is None:
            owner = hub.repository.owner_id
            app = hub.store.add(App(hub.store.next_id(), slug, slug, owner, hub.now()))
        key = hub.store.next_id()
        return _given(hub, Token(key, secret, kind, bot.id, app.id, permissions))


def _given(hub: Hub, token: Token) -> Token:
    """Give a token out; it takes the place of an earlier one that reads the same."""
    for earlier in hub.store.find(Token, "secret = ?", token.secret):
        hub.store.drop(earlier)
    return hub.store.add(token)


def add_team(hub: Hub, organization: User, slug: str, *members: User) -> Team:
    """Make a team of an organization."""
    with hub.lock, hub.store.transaction():
        team = hub.store.add(Team(hub.store.next_id(), organization.id, slug, slug))
        for user in members:
            hub.store.add(Membership(hub.store.next_id(), team.id, user.id, "member"))
        return team


def viewer_of(hub: Hub, secret: str) -> Viewer | None:
    """Return who shows this token; None where nobody was given it."""
    token = hub.store.first(Token, "secret = ?", secret)
    return None if token is None else Viewer(hub.store.get(User, token.user_id), token)


def association(hub: Hub, repository: Repository, user: User) -> str:
    """Say how an author stands to a repository."""
    if user.id == repository.owner_id:
        return "OWNER"
    return "COLLABORATOR" if given_role(hub, repository, user) != "none" else "NONE"
