"""Accounts, apps and teams in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import App, Repository, Team, User
from bot.sandbox.refusal import Json
from bot.sandbox.state.people import ROLES, given_role, holds, role_of
from bot.sandbox.view import View

_LISTS = {
    "followers_url": "followers",
    "following_url": "following{/other_user}",
    "gists_url": "gists{/gist_id}",
    "starred_url": "starred{/owner}{/repo}",
    "subscriptions_url": "subscriptions",
    "organizations_url": "orgs",
    "repos_url": "repos",
    "events_url": "events{/privacy}",
    "received_events_url": "received_events",
}
_LEGACY = {"maintain": "write", "triage": "read"}


def user(view: View, account: User) -> Json:
    """Write an account, as it stands in other things."""
    here = f"{view.api}/users/{account.login}"
    slug = account.login.removesuffix("[bot]")
    page = f"apps/{slug}" if account.type == "Bot" else account.login
    return {
        "login": account.login,
        "id": account.id,
        "node_id": node_id("User", account.id),
        "avatar_url": f"{view.html}/_sandbox/avatars/{account.id}",
        "gravatar_id": "",
        "url": here,
        "html_url": f"{view.html}/{page}",
        **{name: f"{here}/{rest}" for name, rest in _LISTS.items()},
        "type": account.type,
        "user_view_type": "public",
        "site_admin": False,
    }


def person(view: View, key: int | None) -> Json | None:
    """Write an account by its id."""
    return None if key is None else user(view, view.user(key))


def profile(view: View, account: User) -> Json:
    """Write an account in full."""
    nothing = ("company", "blog", "location", "hireable", "bio", "twitter_username")
    return {
        **user(view, account),
        **dict.fromkeys(nothing),
        "blog": "",
        "name": account.name,
        "email": account.email,
        "public_repos": view.hub.store.count(Repository, "owner_id = ?", account.id),
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "created_at": account.created_at,
        "updated_at": account.created_at,
    }


def own_profile(view: View, account: User) -> Json:
    """Write an account as its owner sees it."""
    counts = ("private_gists", "total_private_repos", "owned_private_repos")
    return {
        **profile(view, account),
        **dict.fromkeys((*counts, "disk_usage", "collaborators"), 0),
        "two_factor_authentication": True,
        "user_view_type": "private",
    }


def app(view: View, application: App) -> Json:
    """Write an app."""
    return {
        "id": application.id,
        "slug": application.slug,
        "node_id": node_id("App", application.id),
        "owner": person(view, application.owner_id),
        "name": application.name,
        "description": "",
        "external_url": f"{view.html}/apps/{application.slug}",
        "html_url": f"{view.html}/apps/{application.slug}",
        "created_at": application.created_at,
        "updated_at": application.created_at,
        "permissions": {"metadata": "read"},
        "events": [],
    }


def app_by_id(view: View, key: int | None) -> Json | None:
    """Write the app of an id."""
    return None if key is None else app(view, view.hub.store.get(App, key))


def collaborator(view: View, repository: Repository, account: User) -> Json:
    """Write an account with its role in a repository."""
    role = role_of(view.hub, repository, account)
    return {**user(view, account), "permissions": permissions(role), "role_name": role}


def permission(view: View, repository: Repository, account: User) -> Json:
    """Write what an account may: in the old words, and by the name of its role."""
    role = role_of(view.hub, repository, account)
    said = collaborator(view, repository, account)
    return {"permission": _LEGACY.get(role, role), "user": said, "role_name": role}


def permissions(role: str) -> Json:
    """Write what a role may."""
    names = {"admin": "admin", "maintain": "maintain", "push": "write"}
    names |= {"triage": "triage", "pull": "read"}
    return {name: role in ROLES and holds(role, needed) for name, needed in names.items()}


def team(view: View, group: Team) -> Json:
    """Write a team."""
    organization = view.user(group.organization_id)
    here = f"{view.api}/organizations/{organization.id}/team/{group.id}"
    return {
        "id": group.id,
        "node_id": node_id("Team", group.id),
        "name": group.name,
        "slug": group.slug,
        "description": None,
        "permission": "pull",
        "privacy": "closed",
        "notification_setting": "notifications_enabled",
        "url": here,
        "html_url": f"{view.html}/orgs/{organization.login}/teams/{group.slug}",
        "members_url": f"{here}/members{{/member}}",
        "repositories_url": f"{here}/repos",
        "type": "organization",
        "parent": None,
    }


def is_given(view: View, repository: Repository, account: User) -> bool:
    """Tell whether an account was given a role."""
    return given_role(view.hub, repository, account) != "none"
