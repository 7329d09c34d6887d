"""When a request is sent again: never where it may have been done, and not for long.

PyGithub's own retry sends a POST again after a 502 or a dropped connection, which is how issues
and comments are doubled, and gives up on a PATCH that a secondary limit has stopped. Here both go
out again only where GitHub said that it has not done them, at a rate limit: a PATCH is no safer,
since one that brings annotations appends them.
"""

from types import TracebackType

from github.GithubException import RateLimitExceededExceedsMaxWait
from github.GithubRetry import GithubRetry
from urllib3.connectionpool import ConnectionPool
from urllib3.response import BaseHTTPResponse, HTTPResponse

_SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "PUT", "DELETE"})
_LIMITED = (403, 429)
_TRIES = 3
LONGEST_WAIT = 90.0
SECONDARY_WAIT = 60.0


class Patience(GithubRetry):
    """A retry that knows which requests may be repeated, with a ceiling to each wait."""

    @classmethod
    def usual(cls, *, secondary_wait: float = SECONDARY_WAIT, pause: float = 0.5) -> "Patience":
        """Make one with the usual number of tries."""
        return cls(
            secondary_rate_wait=secondary_wait,
            max_rate_limit_wait=LONGEST_WAIT,
            total=_TRIES,
            backoff_factor=pause,
            allowed_methods=_SAFE_TO_REPEAT,
            status_forcelist=[*range(500, 600), 429],
        )

    def is_retry(self, method: str, status_code: int, has_retry_after: bool = False) -> bool:
        """Tell whether an answer is reason to ask again."""
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
        if answer is not None:
            wait = self.get_retry_after(answer)
            if wait is not None and wait > LONGEST_WAIT:
                raise RateLimitExceededExceedsMaxWait(
                    answer.status, {"message": "rate limit"}, dict(answer.headers), wait=wait
                )
        left = super().increment(method, url, answer, error, _pool, _stacktrace)
        assert isinstance(left, Patience)  # noqa: S101 - upstream promises less than it gives
        if answer is not None and answer.status == 429 and not self.get_retry_after(answer):  # noqa: PLR2004 - HTTP
            pause = max(self.secondary_rate_wait, left.get_backoff_time())
            left.get_backoff_time = lambda: pause  # type: ignore[method-assign]  # as upstream does
        return left
