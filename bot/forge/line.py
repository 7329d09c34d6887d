"""The wire: requests to one repository, and what can become of them.

An answer comes back as ``Answer``; what is refused raises ``ForgeError``; where it stays unclear
whether a deed was done, ``UnclearError``. Nothing of PyGithub passes this file.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import requests
from github import Auth, GithubException
from github.Consts import DEFAULT_BASE_URL
from github.Requester import Requester

import bot
from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.patience import Patience
from bot.forge.refusals import message_of, refusal
from bot.plan.converge import UnclearError

PAGE = 100
_TIMEOUT = 30
_FORBIDDEN, _NOT_FOUND, _GONE, _SERVER_ERROR = 403, 404, 410, 500
_ONCE = ("POST", "PATCH")  # what is not sent again: it may have been done
_TRIES = 3
Words = Mapping[str, object]


class Line:
    """Sends requests as one account, about one repository."""

    def __init__(
        self,
        repository: str,
        token: str,
        api_url: str = DEFAULT_BASE_URL,
        patience: Patience | None = None,
    ) -> None:
        """Open it; nothing is sent yet."""
        self.repository = repository
        self.owner, _, self.name = repository.partition("/")
        self._home = f"/repos/{repository}"
        self._prefix = urlsplit(api_url).path.rstrip("/")
        self._requester = Requester(
            auth=Auth.Token(token),
            base_url=api_url.rstrip("/"),
            timeout=_TIMEOUT,
            user_agent=f"spec-steward/{bot.__version__}",
            per_page=PAGE,
            verify=True,
            retry=patience or Patience.usual(),
            pool_size=None,
            seconds_between_requests=None,  # its throttle would sleep 4 s in a run of 11 requests
            seconds_between_writes=None,
        )

    def __repr__(self) -> str:
        return f"Line({self.repository!r})"  # and never the token

    def get(self, path: str, way: str = "reading", **words: object) -> Answer:
        """Ask for one thing below the repository."""
        return self._send("GET", self._home + path, way, parameters=dict(words))[1]

    def get_outside(self, path: str, **words: object) -> Answer:
        """Ask for one thing beyond the repository: a team, oneself."""
        return self._send("GET", path, "reading", parameters=dict(words))[1]

    def pages(self, path: str, **words: object) -> Iterator[Answer]:
        """Ask for a list, page after page, as far as it is read."""
        yield from self._pages(self._home + path, words)

    def pages_outside(self, path: str, **words: object) -> Iterator[Answer]:
        """Ask for a list beyond the repository."""
        yield from self._pages(path, words)

    def send(self, method: str, path: str, way: str, body: Words | None = None) -> Answer:
        """Do something below the repository."""
        return self._send(method, self._home + path, way, body=body)[1]

    def query(self, document: str, **words: object) -> Answer:
        """Ask in GraphQL; a question may be repeated, whatever became of it."""
        for tried in range(1, _TRIES + 1):
            try:
                return self.mutate(document, "graphql", **words)
            except UnclearError as error:
                if tried == _TRIES:
                    raise self._unreachable(error) from error
        raise AssertionError

    def mutate(self, document: str, way: str, **words: object) -> Answer:
        """Do something in GraphQL.

        What comes beside errors is taken where it has what was asked about: a token that may not
        see checks sees the rest.
        """
        asked = {"query": document, "variables": dict(words)}
        _, answer = self._send("POST", self._requester.graphql_url, way, body=asked)
        data = answer.at("data")
        if answer.at("errors") and not _has_roots(data):
            is_gone = _kinds(answer) == {"NOT_FOUND"}  # that says nothing against asking this way
            error = GithubException(_NOT_FOUND if is_gone else _FORBIDDEN, answer.value)
            raise refusal(error, "reading" if is_gone else way, self.repository)
        if not _has_roots(data):
            raise UnclearError("an answer that makes no sense")
        return data

    def _pages(self, url: str, words: Words) -> Iterator[Answer]:
        following, asked = url, {"per_page": PAGE, **words}
        while following:
            headers, answer = self._send("GET", following, "reading", parameters=asked)
            if not isinstance(answer.value, list):
                raise self._unreachable(ValueError())
            yield from answer.parts()
            following, asked = self._next(headers.get("link", "")), {}

    def _next(self, link: str) -> str:
        """Give the address of the next page, below ours; GitHub says it with a page or a cursor."""
        for part in link.split(","):
            address, _, relation = part.partition(";")
            if 'rel="next"' in relation:
                found = urlsplit(address.strip(" <>"))
                return f"{found.path.removeprefix(self._prefix)}?{found.query}"
        return ""

    def _send(
        self,
        method: str,
        url: str,
        way: str,
        parameters: dict[str, object] | None = None,
        body: Words | None = None,
    ) -> tuple[Mapping[str, str], Answer]:
        try:
            headers, data = self._requester.requestJsonAndCheck(
                method, url, parameters=parameters, input=dict(body) if body is not None else None
            )
        except GithubException as error:
            # what a deed was about may be gone since it was seen: look again
            is_gone = method == "PATCH" and error.status in {_NOT_FOUND, _GONE}
            if error.status >= _SERVER_ERROR or is_gone:
                raise UnclearError(f"{error.status} {message_of(error)}".strip()) from None
            raise refusal(error, way, self.repository) from None
        except (requests.RequestException, TimeoutError, ValueError, RuntimeError) as error:
            if method in _ONCE:
                raise UnclearError(type(error).__name__) from None
            raise self._unreachable(error) from None
        return headers, Answer(data)

    def _unreachable(self, error: Exception) -> ForgeError:
        return ForgeError(
            f"GitHub could not be reached ({type(error).__name__})",
            where=self.repository,
            mend="run it again; if it stays so, see whether GitHub is up",
        )


def _has_roots(data: Answer) -> bool:
    """Tell whether what was asked about is there: no root is null, nor what a root is asked for."""
    if not isinstance(data.value, dict) or not data.value:
        return False
    roots = [root for root in data.value.values() if root is not None]
    pulls = [root["pullRequest"] for root in roots if "pullRequest" in root]
    return len(roots) == len(data.value) and None not in pulls


def _kinds(answer: Answer) -> set[str]:
    return {error.text("type") for error in answer.parts("errors")}
