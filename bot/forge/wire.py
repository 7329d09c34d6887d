"""The wire: one request, and what can become of it.

An answer comes back as ``Answer``; what is refused raises ``ForgeError``; where it stays unclear
whether a deed was done, ``UnclearError``. Nothing of PyGithub passes this file.
"""

import logging
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import requests
from github import Auth, GithubException
from github.Consts import DEFAULT_BASE_URL
from github.Requester import Requester

import bot
from bot.errors import ForgeError, RefusedError
from bot.forge.answer import Answer
from bot.forge.causes import cause_of
from bot.forge.patience import MOVED, Patience
from bot.forge.refusals import message_of, refusal
from bot.plan.outcome import DoubtfulError, UnclearError

PAGE = 100
_TIMEOUT = 30
_NOT_FOUND, _CONFLICT, _GONE, _SERVER_ERROR = 404, 409, 410, 500
_ONCE = ("POST", "PATCH", "PUT")  # what is not sent again: it may have been done
_HOME = re.compile(r"/repositories/\d+|/repos/[\w.-]+/[\w.-]+")
_NAME = re.compile(r"[\w.-]+/[\w.-]+")
Words = Mapping[str, object]
_ELSEWHERE = "another one"

# What goes wrong is told by us, once: PyGithub prints what it logs, and without it Python would.
_LOG = logging.getLogger("github")
_LOG.handlers[:] = [logging.NullHandler()]
_LOG.propagate = False


class Wire:
    """Sends requests as one account, about one repository.

    ``unseen`` names what it may not see and goes on without, each with the reason.
    """

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
        self.unseen: dict[str, str] = {}
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
        return f"{type(self).__name__}({self.repository!r})"  # and never the token

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
            raise self._meaning(error, method, way, url) from None
        except (requests.RequestException, TimeoutError, ValueError, RuntimeError) as error:
            if method in _ONCE:
                raise UnclearError(cause_of(error).what) from None
            raise self._unreachable(error) from None
        return headers, Answer(data)

    def _meaning(self, error: GithubException, method: str, way: str, url: str) -> Exception:
        """Tell what an answer other than the one that was asked for means."""
        if error.status >= _SERVER_ERROR:
            return UnclearError(f"it answered with {error.status} {message_of(error)}".strip())
        if error.status in MOVED:
            return self._moved(method)
        refused = refusal(error, way, self.repository, url.removeprefix(self._home))
        is_gone = method == "PATCH" and error.status in {_NOT_FOUND, _GONE}
        if is_gone or (error.status == _CONFLICT and way != "reading"):
            return DoubtfulError(refused.what, error.status)
        return refused

    def _moved(self, method: str) -> Exception:
        """Say where the repository is now; if that is where it was, something in it is not."""
        new = self._new_name()
        if new:
            name = "its new name" if new == _ELSEWHERE else new
            what, mend = f"the repository was renamed to {new}", f"set GITHUB_REPOSITORY to {name}"
            return ForgeError(what, where=self.repository, mend=mend, status=MOVED[0])
        what = "what was asked about has moved to another repository"
        if method == "GET":
            return RefusedError(what, where=self.repository, status=MOVED[0])
        return DoubtfulError(what, MOVED[0])

    def _new_name(self) -> str:
        """Ask for the name that the repository has got, "" where it has kept its own."""
        url = self._home
        for _ in range(3):  # by its old name, by its number, and once more for good measure
            try:
                _, data = self._requester.requestJsonAndCheck("GET", url)
            except GithubException as error:
                place = _HOME.search(Answer(error.data).text("url"))
                if error.status not in MOVED or not place:
                    break
                url = place[0]
            except (requests.RequestException, ValueError, RuntimeError):
                break
            else:
                name = Answer(data).text("full_name")
                if url == self._home:
                    return ""
                return name if _NAME.fullmatch(name) else _ELSEWHERE
        return _ELSEWHERE if url != self._home else ""

    def _unreachable(self, error: Exception) -> ForgeError:
        cause = cause_of(error)
        what = f"GitHub could not be reached: {cause.what}"
        return ForgeError(what, where=self.repository, mend=cause.mend)
