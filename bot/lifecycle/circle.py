"""Whom the words mean that say who may approve: logins, teams, the code owners, a role."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.lifecycle.stances import Stance
from bot.model.approvers import is_team
from bot.model.policy import ApprovalPolicy
from bot.model.role import Role

CODEOWNERS = "codeowners"
_ROLE = "role:"


@dataclass(frozen=True, slots=True)
class Circle:
    """How these words resolve for one path; all keys are in lower case.

    ``owners`` are its code owners as the file writes them. ``members`` are the logins of each team
    that could be looked up, by ``org/team``; ``roles`` what people may do, by login.
    """

    owners: tuple[str, ...] = ()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Admitted:
    """Whose approval counts: those named, those of a team, those with a role or a higher one.

    ``words`` say so as they were written; of ``unknown`` nobody can tell who they are.
    """

    words: tuple[str, ...]
    named: frozenset[str]
    members: frozenset[str]
    role: Role | None
    unknown: tuple[str, ...]
    roles: Mapping[str, Role]
    teams: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def spent(self, gone: frozenset[str]) -> tuple[str, ...]:
        """Give the words by which nobody can approve any more, when these people cannot."""
        return tuple(word for word in self.words if self._is_spent(word, gone))

    def room(self, gone: frozenset[str]) -> int | None:
        """Count the people who can still approve; None where nobody can tell how many they are."""
        open_teams = any(is_team(word) and not self.teams.get(word) for word in self.words)
        if self.role is not None or open_teams:
            return None
        return len((self.named | self.members) - gone)

    def _is_spent(self, word: str, gone: frozenset[str]) -> bool:
        if is_team(word):
            members = self.teams.get(word)  # of an empty one nobody may have asked
            return members <= gone if members else False
        return word in self.unknown or _login_of(word) in gone

    def takes(self, stance: Stance) -> bool:
        """Tell whether somebody is among them; a program only where it is named itself."""
        login = stance.login.casefold()
        if login in self.named:
            return True
        if stance.is_bot:
            return False
        return login in self.members or self._has_role(login, can_push=stance.can_push)

    def _has_role(self, login: str, *, can_push: bool) -> bool:
        if self.role is None:
            return False
        held = (self.roles.get(login, Role.NONE), Role.WRITE if can_push else Role.NONE)
        return max(role.rank for role in held) >= self.role.rank


def admit(need: ApprovalPolicy, circle: Circle) -> Admitted:
    """Resolve the words of a need. No word at all means whoever has write access."""
    words = tuple(_spelled_out(need.approvers, circle.owners))
    found = ((word, circle.members.get(_team_of(word))) for word in words if is_team(word))
    teams = {
        word: frozenset(login.casefold() for login in members)
        for word, members in found
        if members is not None
    }
    roles = [Role(word.removeprefix(_ROLE)) for word in words if word.startswith(_ROLE)]
    return Admitted(
        words=words,
        named=frozenset(login for login in map(_login_of, words) if login),
        members=frozenset(login for members in teams.values() for login in members),
        role=min(roles, key=lambda role: role.rank, default=None if words else Role.WRITE),
        unknown=tuple(word for word in words if _is_unknown(word, circle)),
        roles=circle.roles,
        teams=teams,
    )


def asked_of(
    needs: Iterable[tuple[object, ApprovalPolicy]], owners: Sequence[str]
) -> tuple[tuple[str, ...], bool]:
    """Tell which teams have to be looked up, and whether people's roles have to.

    Who may write is known of each stance, so that roles tell more only of another one.
    """
    words = [word for _, need in needs for word in _spelled_out(need.approvers, owners)]
    teams = dict.fromkeys(team for team in map(_team_of, words) if team)
    roles = {word for word in words if word.startswith(_ROLE)}
    return tuple(teams), bool(roles - {f"{_ROLE}{Role.WRITE}"})


def _spelled_out(approvers: Sequence[str], owners: Sequence[str]) -> Iterator[str]:
    """Give the words, each once, with the owners for the one that stands for them, if any."""
    seen: set[str] = set()
    for word in approvers:
        for each in (owners or (word,)) if word == CODEOWNERS else (word,):
            key = each.casefold().removeprefix("@")
            if key not in seen:
                seen.add(key)
                yield each


def _team_of(word: str) -> str:
    return word.removeprefix("@").casefold() if is_team(word) else ""


def _login_of(word: str) -> str:
    login = word.removeprefix("@").casefold()
    return "" if word.startswith(_ROLE) or word == CODEOWNERS or {"/", "@"} & set(login) else login


def _is_unknown(word: str, circle: Circle) -> bool:
    if team := _team_of(word):
        return team not in circle.members
    return not word.startswith(_ROLE) and not _login_of(word)
