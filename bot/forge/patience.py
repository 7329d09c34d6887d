"""When a request is sent again: never where it may have been done, and not for long.

PyGithub's own retry sends a POST again after a 502 or a dropped connection, which is how issues
and comments are doubled, and gives up on a PATCH that a secondary limit has stopped. Here both go
out again only where GitHub said that it has not done them, at a rate limit: a PATCH is no safer,
since one that brings annotations appends them.

A redirection is no answer either: following one would drop the words of a question, and PyGithub
takes one of a POST for a success.
"""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from github.GithubException import GithubException, RateLimitExceededExceedsMaxWait
from github.GithubRetry import GithubRetry
from urllib3.connectionpool import ConnectionPool
from urllib3.response import BaseHTTPResponse, HTTPResponse

_SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "DELETE"})  # a PUT is a commit
_LIMITED = (403, 429)
_TRIES = 3
MOVED = (301, 302, 307, 308)
LONGEST_WAIT = 90.0
CEILING = 300.0
"""seconds that a whole run may wait"""
SECONDARY_WAIT = 60.0


@dataclass(slots=True)
class Spent:
    """What a run has waited, and may wait."""

    ceiling: float = CEILING
    seconds: float = 0.0


class Patience(GithubRetry):
    """A retry that knows which requests may be repeated; each wait has a ceiling, and their sum."""

    def __init__(self, *, spent: Spent | None = None, **words: Any) -> None:  # noqa: ANN401 - upstream's
        """Begin, or go on with what was spent; the words are those of upstream."""
        self.spent = spent or Spent()
        super().__init__(**words)

    @classmethod
    def usual(
        cls,
        *,
        secondary_wait: float = SECONDARY_WAIT,
        pause: float = 0.5,
        ceiling: float = CEILING,
    ) -> "Patience":
        """Make one with the usual number of tries."""
        return cls(
            spent=Spent(ceiling),
            secondary_rate_wait=secondary_wait,
            max_rate_limit_wait=LONGEST_WAIT,
            total=_TRIES,
            backoff_factor=pause,
            allowed_methods=_SAFE_TO_REPEAT,
            status_forcelist=[*range(500, 600), 429],
        )

    def new(self, **words: Any) -> Self:  # noqa: ANN401 - upstream's
        """Make the next one; what was spent is one sum for all requests."""
        return super().new(spent=self.spent, **words)

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        """Tell whether an answer is none that could be taken."""
        if status_code in MOVED:
            return True
        if status_code in _LIMITED:  # nothing was done, whatever it was
            return bool(self.total)
        return super().is_retry(method, status_code, has_retry_after)

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> "Patience":
        """Count a try, and see how long the next one has to wait."""
        answer = response if isinstance(response, HTTPResponse) else None
        asked = self.get_retry_after(answer) if answer is not None else None
        if answer is not None and answer.status in MOVED:
            answer.drain_conn()  # or its connection stays open
            place = {"url": answer.headers.get("Location", "")}
            raise GithubException(answer.status, place, dict(answer.headers))
        if answer is not None and asked is not None and asked > LONGEST_WAIT:
            raise _too_long(answer, asked)
        left = super().increment(method, url, answer, error, _pool, _stacktrace)
        assert isinstance(left, Patience)  # noqa: S101 - upstream promises less than it gives
        if answer is not None and answer.status == 429 and not asked:  # noqa: PLR2004 - HTTP
            pause = max(self.secondary_rate_wait, left.get_backoff_time())
            left.get_backoff_time = lambda: pause  # type: ignore[method-assign]  # as upstream does
        wait = asked or left.get_backoff_time()
        self.spent.seconds += wait
        is_limit = answer is not None and answer.status in _LIMITED
        if answer is not None and is_limit and self.spent.seconds > self.spent.ceiling:
            raise _too_long(answer, wait)
        return left


def _too_long(answer: HTTPResponse, wait: float) -> GithubException:
    answer.drain_conn()  # or its connection stays open
    said = {"message": "rate limit"}
    return RateLimitExceededExceedsMaxWait(answer.status, said, dict(answer.headers), wait=wait)
