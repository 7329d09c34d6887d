"""Which requests go out again, and how long they wait."""

import io

import pytest
from github.GithubException import GithubException, RateLimitExceededExceedsMaxWait
from urllib3.exceptions import MaxRetryError, ProtocolError
from urllib3.response import HTTPResponse

from bot.forge.patience import Patience

LIMIT = b'{"message": "You have exceeded a secondary rate limit. Please wait."}'
REPEATED = ["GET", "HEAD", "DELETE"]


def answer(status: int, body: bytes = b"{}", **headers: str) -> HTTPResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HTTPResponse(
        io.BytesIO(body), status=status, headers=named, preload_content=False, reason="no"
    )


@pytest.mark.parametrize("status", [500, 502, 503])
def test_only_what_is_safe_goes_out_again_after_an_error(status: int) -> None:
    patience = Patience.usual()
    assert all(patience.is_retry(method, status) for method in REPEATED)
    assert not patience.is_retry("POST", status)
    assert not patience.is_retry("PATCH", status)
    assert not patience.is_retry("PUT", status)
    assert not patience.is_retry("POST", status, has_retry_after=True)


@pytest.mark.parametrize("status", [200, 201, 304, 401, 404, 409, 410, 422])
def test_a_clear_answer_is_taken(status: int) -> None:
    assert not any(Patience.usual().is_retry(method, status) for method in [*REPEATED, "POST"])


@pytest.mark.parametrize("method", ["POST", "PATCH", "GET"])
@pytest.mark.parametrize("status", [403, 429])
def test_a_limit_is_waited_for_whatever_was_asked(method: str, status: int) -> None:
    patience = Patience.usual()
    assert patience.is_retry(method, status)
    left = patience.increment(method, "/x", answer(status, LIMIT, Retry_After="7"))
    assert left.total == 2
    assert left.get_retry_after(answer(status, Retry_After="7")) == 7


def test_a_dropped_connection_is_no_reason_to_post_again() -> None:
    broken = ProtocolError("gone")
    assert Patience.usual().increment("GET", "/x", error=broken).total == 2
    for method in ("POST", "PATCH", "PUT"):
        with pytest.raises(ProtocolError):
            Patience.usual().increment(method, "/x", error=broken)


@pytest.mark.parametrize("status", [403, 429])
def test_without_a_word_on_how_long_it_waits_as_github_asks(status: int) -> None:
    left = Patience.usual(secondary_wait=5).increment("POST", "/x", answer(status, LIMIT))
    assert left.get_backoff_time() == 5


@pytest.mark.parametrize("status", [403, 429])
def test_there_is_a_ceiling_to_waiting(status: int) -> None:
    with pytest.raises(RateLimitExceededExceedsMaxWait):
        Patience.usual().increment("POST", "/x", answer(status, LIMIT, Retry_After="3600"))


def test_a_refusal_is_no_limit() -> None:
    said = b'{"message": "Resource not accessible by integration"}'
    with pytest.raises(GithubException, match="not accessible"):
        Patience.usual().increment("POST", "/x", answer(403, said))


def test_it_ends() -> None:
    patience = Patience.usual(pause=0)
    for _ in range(3):
        patience = patience.increment("GET", "/x", answer(502))
    with pytest.raises(MaxRetryError):
        patience.increment("GET", "/x", answer(502))


@pytest.mark.parametrize("code", [301, 302, 307, 308])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_redirection_is_not_followed(method: str, code: int) -> None:
    patience = Patience.usual()
    assert patience.is_retry(method, code)
    with pytest.raises(GithubException) as moved:
        patience.increment(method, "/x", answer(code, Location="https://github.test/y"))
    assert (moved.value.status, moved.value.data) == (code, {"url": "https://github.test/y"})


@pytest.mark.parametrize(("code", "wait"), [(429, {"Retry_After": "60"}), (429, {}), (403, {})])
def test_there_is_a_ceiling_to_all_waiting(code: int, wait: dict[str, str]) -> None:
    """Each request begins its tries anew, and what was waited stays."""
    patience = Patience.usual(ceiling=150)
    for _ in range(2):
        patience.increment("POST", "/x", answer(code, LIMIT, **wait))
    with pytest.raises(RateLimitExceededExceedsMaxWait) as ended:
        patience.increment("GET", "/y", answer(code, LIMIT, **wait))
    assert ended.value.wait == 60
    assert patience.new().spent is patience.spent
    assert Patience.usual().spent.ceiling == 300


def test_what_is_waited_for_a_server_counts_and_does_not_end_it() -> None:
    patience = Patience.usual(pause=10, ceiling=5)
    patience.increment("GET", "/x", answer(502)).increment("GET", "/x", answer(502))
    assert patience.spent.seconds == 20
