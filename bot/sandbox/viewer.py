"""Who asks: an account by one of its tokens, or nobody."""

from dataclasses import dataclass

from bot.sandbox.records import Token, User

LEVELS = ("none", "read", "write", "admin")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and through which app."""

    id: int
    app_id: int | None = None


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. Without a token it is anybody."""

    user: User | None = None
    token: Token | None = None

    @property
    def is_app(self) -> bool:
        """Whether an app asks, of which only the token's permissions say what it may."""
        return self.token is not None and self.token.kind in {"actions", "installation"}

    @property
    def actor(self) -> Actor:
        """The account that the deeds are done by."""
        assert self.user is not None  # noqa: S101 - every write requires a token
        return Actor(self.user.id, self.token.app_id if self.token else None)

    def grants(self, scope: str, level: str) -> bool:
        """Tell whether the token itself allows this."""
        if self.token is None:
            return False
        if self.token.permissions is None or (scope, level) == ("metadata", "read"):
            return True
        given = dict(word.split(":") for word in self.token.permissions.split())
        return LEVELS.index(given.get(scope, "none")) >= LEVELS.index(level)
