"""The people around a pull request's specs: whose word counts, and what it takes."""

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.errors import ForgeError
from bot.lifecycle.approvals import (
    Circle,
    Need,
    Stance,
    asked_of,
    needs_of,
    stances_of,
    weigh,
)
from bot.lifecycle.codeowners import owners_of
from bot.lifecycle.content import Content
from bot.lifecycle.granted import Granted, waive
from bot.model.finding import Finding
from bot.model.heard import Exempted
from bot.model.policy import Policy
from bot.model.pull import Review
from bot.model.role import Role
from bot.model.schema import Schema
from bot.model.stage import Stage
from bot.model.standing import Approvals

_WRITE = f"role:{Role.WRITE}"
_HIDDEN = (403, 404)  # what GitHub says of teams that a token may not see
_MOST = 50  # commits: the texts of all changed specs are read at each


def _nobody(_: str) -> frozenset[str]:
    return frozenset()


def _nothing(_: str) -> Role:
    return Role.NONE


@dataclass(frozen=True, slots=True)
class Council:
    """Who has spoken, and how to find out who they are; that is asked only where it matters.

    ``owners`` is the text of CODEOWNERS at the base, ``head`` the commit that is looked at;
    ``commanded`` are the approvals by command, ``granted`` the waivers. Where it is not known who
    has spoken, nobody has to.
    """

    policy: Policy
    owners: str = ""
    author: str | None = None
    head: str = ""
    reviews: tuple[Review, ...] = ()
    commanded: tuple[Review, ...] = ()
    granted: tuple[Granted, ...] = ()
    is_known: bool = True
    members_of: Callable[[str], frozenset[str]] = _nobody
    role_of: Callable[[str], Role] = _nothing
    _members: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def needs(self, path: str, schema: Schema, stages: Iterable[Stage]) -> tuple[Need, ...]:
        """Say which approvals some stages of a spec need."""
        if not self.is_known:
            return ()
        return needs_of(self.policy, self._named(schema), owners_of(self.owners, path), stages)

    def approvals(
        self, path: str, needs: Sequence[Need], now: Content, spoken: Mapping[str, Content]
    ) -> tuple[Approvals, ...]:
        """Weigh what people have said of a spec; ``spoken`` is what it said at each commit."""
        owners = owners_of(self.owners, path)
        stances = stances_of((*self.reviews, *self.commanded), spoken)
        circle = self._circle(needs, owners, stances)
        return tuple(weigh(stage, need, stances, now, self.author, circle) for stage, need in needs)

    def left(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Leave out the findings that were waived by a command."""
        return waive(findings, self.granted)[0] if self.granted else findings

    def exempted(self, findings: Sequence[Finding]) -> tuple[Exempted, ...]:
        """Say what each waiver by a command takes away."""
        _, used = waive(findings, self.granted)
        return tuple(
            Exempted(
                each.granted.by,
                each.granted.rule,
                each.granted.section,
                each.granted.reason,
                each.findings,
            )
            for each in used
        )

    def _named(self, schema: Schema) -> str:
        """Give a template as the configuration names it."""
        for entry in self.policy.templates:
            if schema.source == posixpath.normpath(entry.template) or schema.name == entry.template:
                return entry.template
        return ""

    def _circle(
        self, needs: Sequence[Need], owners: Sequence[str], stances: Sequence[Stance]
    ) -> Circle:
        logins = {s.login.casefold(): s.login for s in stances if s.login != self.author}
        teams, by_role = asked_of(needs, owners)
        found = {team: self._team(team) for team in teams} if logins else {}
        members = {team: people for team, people in found.items() if people is not None}
        if not logins:  # nobody has spoken: that a team cannot be read matters to nobody yet
            members = dict.fromkeys(teams, frozenset[str]())
        told = {
            key: login for key, login in logins.items() if by_role or key in self._unknown(needs)
        }
        roles = {key: self.role_of(login) for key, login in told.items()}
        return Circle(tuple(owners), members, roles)

    def _unknown(self, needs: Sequence[Need]) -> set[str]:
        """Give those who approved by a command, where write access counts: reviews tell of it."""
        is_wanted = any(not need.approvers or _WRITE in need.approvers for _, need in needs)
        authors = (said.author for said in self.commanded if is_wanted)
        return {author.login.casefold() for author in authors if author}

    def _team(self, team: str) -> frozenset[str] | None:
        """Look a team up; None where the token may not see it, or nobody has made it."""
        if team not in self._members:
            try:
                self._members[team] = self.members_of(team)
            except ForgeError as error:
                if error.status not in _HIDDEN:
                    raise
                self._members[team] = None
        return self._members[team]


def spoken_commits(reviews: Iterable[Review], head: str) -> tuple[str, ...]:
    """Give the commits that people have spoken of, but for the head: those of their last words."""
    last = {
        review.author.login: review.commit
        for review in sorted(reviews, key=lambda review: review.at)
        if review.author and review.state in {"approved", "changes_requested"}
    }
    commits = dict.fromkeys(commit for commit in last.values() if commit and commit != head)
    return tuple(commits)[-_MOST:]
