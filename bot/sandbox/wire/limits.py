"""How many requests are left: 60 an hour for anybody, 5,000 a person, 1,000 a workflow run."""

from dataclasses import dataclass, field

from bot.sandbox.clock import Clock
from bot.sandbox.refusal import Json, Refusal
from bot.sandbox.viewer import Viewer

_HOUR = 3600
_LIMITS = {"actions": 1000, "installation": 5000, "classic": 5000, "fine": 5000}
_ANYBODY = 60
NAMES = ("core", "graphql")


@dataclass(slots=True)
class Budget:
    """What is left to one token of one kind of requests."""

    limit: int
    used: int
    reset: int

    @property
    def remaining(self) -> int:
        """How many requests are left."""
        return max(0, self.limit - self.used)

    def as_json(self) -> Json:
        """Write it as the API does."""
        return {
            "limit": self.limit,
            "used": self.used,
            "remaining": self.remaining,
            "reset": self.reset,
        }


@dataclass(slots=True)
class Limits:
    """The budgets of all tokens. ``limit`` replaces everybody's, to see what running out does."""

    clock: Clock
    limit: int | None = None
    _budgets: dict[tuple[str, str], Budget] = field(default_factory=dict)

    def budget(self, viewer: Viewer, name: str = "core") -> Budget:
        """Return what a viewer has left in this hour."""
        now = int(self.clock().timestamp())
        key = (viewer.token.secret if viewer.token else "", name)
        known = self._budgets.get(key)
        if known is None or known.reset <= now:
            most = _LIMITS[viewer.token.kind] if viewer.token else _ANYBODY
            known = Budget(self.limit or most, 0, now + _HOUR)
            self._budgets[key] = known
        return known

    def spend(self, viewer: Viewer, name: str = "core") -> None:
        """Count a request, or refuse it where none is left."""
        budget = self.budget(viewer, name)
        if not budget.remaining:
            who = f"user ID {viewer.user.id}" if viewer.user else "127.0.0.1"
            raise Refusal(403, f"API rate limit exceeded for {who}.", headers=headers(budget, name))
        budget.used += 1

    def refund(self, viewer: Viewer, name: str = "core") -> None:
        """Take a request back that was answered with "not modified"."""
        self.budget(viewer, name).used -= 1

    def clear(self, limit: int | None = None) -> None:
        """Begin anew, with another limit if so wished."""
        self.limit = limit
        self._budgets.clear()


def headers(budget: Budget, name: str = "core") -> dict[str, str]:
    """Return the headers that tell a client how much is left."""
    return {
        "X-RateLimit-Limit": str(budget.limit),
        "X-RateLimit-Remaining": str(budget.remaining),
        "X-RateLimit-Used": str(budget.used),
        "X-RateLimit-Reset": str(budget.reset),
        "X-RateLimit-Resource": name,
    }
