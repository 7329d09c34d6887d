"""What the database holds about people and repositories; each class is a table."""

from dataclasses import dataclass

from bot.sandbox.record import Record


@dataclass(frozen=True, slots=True)
class User(Record):
    """An account; ``type`` is User, Bot or Organization."""

    login: str
    type: str
    name: str | None
    email: str | None
    created_at: str


@dataclass(frozen=True, slots=True)
class App(Record):
    """An app; its bot is the account ``<slug>[bot]``."""

    slug: str
    name: str
    owner_id: int
    created_at: str


@dataclass(frozen=True, slots=True)
class Token(Record):
    """A credential. ``kind`` is classic, fine, actions or installation.

    ``permissions`` are words like ``issues:write``; None stands for all that the account may.
    """

    secret: str
    kind: str
    user_id: int
    app_id: int | None
    permissions: str | None


@dataclass(frozen=True, slots=True)
class Repository(Record):
    """A repository or a fork of it; ``prefix`` is where its refs begin in the mirror."""

    owner_id: int
    name: str
    prefix: str
    parent_id: int | None
    default_branch: str
    description: str | None
    private: bool
    has_issues: bool
    archived: bool
    deleted: bool
    created_at: str
    pushed_at: str


@dataclass(frozen=True, slots=True)
class FormerName(Record):
    """A name that a repository had; who asks for it is sent on."""

    repository_id: int
    owner_id: int
    name: str


@dataclass(frozen=True, slots=True)
class RequiredCheck(Record):
    """A check that a branch requires; ``kind`` is protection or ruleset."""

    repository_id: int
    branch: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Role(Record):
    """What somebody may do in a repository: read, triage, write, maintain or admin."""

    repository_id: int
    user_id: int
    role: str


@dataclass(frozen=True, slots=True)
class Team(Record):
    """A team of an organization."""

    organization_id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Membership(Record):
    """Somebody in a team; ``role`` is member or maintainer."""

    team_id: int
    user_id: int
    role: str
