"""Why GitHub could not be reached, in one line, and how to mend that.

What went wrong below is told in words of our own: those of the libraries hold addresses and
objects, and whatever else was at hand.
"""

import json
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import requests
from urllib3 import exceptions as low

from bot.plan.outcome import UnclearError
from bot.render.defuse import prose

_ANSWERED = re.compile(r"too many (\d{3}) error responses")
_DEPTH = 12
_AGAIN = "run it again; if it stays so, see whether GitHub is up"
_CERTIFICATE = "name the certificates that your network adds in REQUESTS_CA_BUNDLE"
_NAME = "see that GITHUB_API_URL is right, and that this machine can look up names"
_CLOSED = "see that GITHUB_API_URL is right, and that no firewall is in between"


@dataclass(frozen=True, slots=True)
class Cause:
    """What was in the way, and how to mend it."""

    what: str
    mend: str = _AGAIN


_CAUSES: tuple[tuple[tuple[type[BaseException], ...], Cause], ...] = (
    (
        (ssl.SSLError, low.SSLError, requests.exceptions.SSLError),
        Cause("no secure connection came about (TLS)", _CERTIFICATE),
    ),
    ((low.NameResolutionError,), Cause("no address is known for its name (DNS)", _NAME)),
    (
        (low.ProxyError, requests.exceptions.ProxyError),
        Cause("the proxy did not let it through", "see HTTPS_PROXY and NO_PROXY"),
    ),
    ((ConnectionRefusedError,), Cause("the connection was refused", _CLOSED)),
    ((requests.ConnectTimeout,), Cause("no connection came about in time", _CLOSED)),
    ((TimeoutError, low.ReadTimeoutError, requests.Timeout), Cause("no answer came in time")),
    ((low.ProtocolError, ConnectionError), Cause("the connection was dropped")),
    ((json.JSONDecodeError,), Cause("its answer makes no sense")),
)
"""the first that fits counts"""


def cause_of(error: BaseException) -> Cause:
    """Find the cause among all that an error was raised from."""
    found = list(_below(error))
    for each in found:
        if isinstance(each, ssl.SSLCertVerificationError):
            why = prose(each.verify_message or "it does not say why")
            return Cause(f"its certificate is not trusted ({why})", _CERTIFICATE)
    for each in found:
        if cause := _one(each):
            return cause
    told = [str(each) for each in found if isinstance(each, UnclearError) and str(each)]
    return Cause(told[0] if told else type(error).__name__)


def _one(error: BaseException) -> Cause | None:
    if isinstance(error, low.ResponseError) and (status := _ANSWERED.search(str(error))):
        return Cause(f"it answered with {status[1]}, again and again")
    return next((cause for kinds, cause in _CAUSES if isinstance(error, kinds)), None)


def _below(error: BaseException) -> Iterator[BaseException]:
    """Give an error and what it was raised from or wraps, the outermost first."""
    waiting, seen = [error], set[int]()
    while waiting and len(seen) < _DEPTH:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        wrapped = (getattr(each, "reason", None), each.__cause__, each.__context__, *each.args)
        waiting += [one for one in wrapped if isinstance(one, BaseException)]
