"""Requests about one repository: one thing, a list page by page, a deed, a question in GraphQL."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from github import GithubException

from bot.forge.answer import Answer
from bot.forge.early import Early
from bot.forge.refusals import refusal
from bot.forge.wire import PAGE, Wire, Words
from bot.plan.outcome import UnclearError

_FORBIDDEN, _NOT_FOUND = 403, 404
_TRIES = 3
_CHECKS = "statusCheckRollup"


class Line(Wire):
    """Asks and does, as one account, about one repository.

    ``early`` is a question that was asked before there was a line.
    """

    early: Early | None = None

    def get(self, path: str, /, way: str = "reading", **words: object) -> Answer:
        """Ask for one thing below the repository."""
        return self._send("GET", self._home + path, way, parameters=dict(words))[1]

    def get_outside(self, path: str, **words: object) -> Answer:
        """Ask for one thing beyond the repository: a team, oneself."""
        return self._send("GET", path, "reading", parameters=dict(words))[1]

    def pages(self, path: str, /, **words: object) -> Iterator[Answer]:
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
        return self.ask(document, **words).at("data")

    def ask(self, document: str, **words: object) -> Answer:
        """Ask in GraphQL, and give with what came what is said of the rest, as ``errors``."""
        early, self.early = self.early, None
        if early:
            answer = Answer(early.answer(document, words))
            if _has_roots(answer.at("data")) and not answer.at("errors"):
                return answer
        for tried in range(1, _TRIES + 1):
            try:
                return self._asked(document, "graphql", words)
            except UnclearError as error:
                if tried == _TRIES:
                    raise self._unreachable(error) from error
        raise AssertionError

    def mutate(self, document: str, way: str, **words: object) -> Answer:
        """Do something in GraphQL."""
        return self._asked(document, way, words).at("data")

    def _asked(self, document: str, way: str, words: Words) -> Answer:
        """Take what comes beside errors, where it has what was asked about.

        A token that may not see checks sees the rest.
        """
        asked = {"query": document, "variables": dict(words)}
        _, answer = self._send("POST", self._requester.graphql_url, way, body=asked)
        data = answer.at("data")
        if answer.at("errors") and not _has_roots(data):
            is_gone = _kinds(answer) == {"NOT_FOUND"}  # that says nothing against asking this way
            error = GithubException(_NOT_FOUND if is_gone else _FORBIDDEN, answer.value)
            path = "/pulls" if "pullRequest" in _places(answer) else ""
            raise refusal(error, "reading" if is_gone else way, self.repository, path)
        if not _has_roots(data):
            raise UnclearError("its answer makes no sense")
        if _CHECKS in _places(answer):
            error = GithubException(_FORBIDDEN, answer.value)
            why = refusal(error, "reading", self.repository, "/commits/head/check-runs")
            self.unseen.setdefault("checks", str(why))
        return answer

    def _pages(self, url: str, words: Words) -> Iterator[Answer]:
        following, asked = url, {"per_page": PAGE, **words}
        while following:
            headers, answer = self._send("GET", following, "reading", parameters=asked)
            if not isinstance(answer.value, list):
                raise self._unreachable(UnclearError("its answer makes no sense"))
            yield from answer.parts()
            following, asked = self._next(headers.get("link", "")), {}

    def _next(self, link: str) -> str:
        """Give the address of the next page, below ours; GitHub says it with a page or a cursor."""
        for part in link.split(","):
            address, _, relation = part.partition(";")
            if 'rel="next"' in relation:
                try:
                    found = urlsplit(address.strip(" <>"))
                except ValueError:
                    nonsense = UnclearError("its answer makes no sense")
                    raise self._unreachable(nonsense) from None
                return f"{found.path.removeprefix(self._prefix)}?{found.query}"
        return ""


def _has_roots(data: Answer) -> bool:
    """Tell whether what was asked about is there: no root is null, nor what a root is asked for."""
    if not isinstance(data.value, dict) or not data.value:
        return False
    roots = [root for root in data.value.values() if root is not None]
    pulls = [root["pullRequest"] for root in roots if "pullRequest" in root]
    return len(roots) == len(data.value) and None not in pulls


def _places(answer: Answer) -> set[object]:
    """Name all that lies on the ways to what went wrong."""
    return {each.value for error in answer.parts("errors") for each in error.parts("path")}


def _kinds(answer: Answer) -> set[str]:
    return {error.text("type") for error in answer.parts("errors")}
