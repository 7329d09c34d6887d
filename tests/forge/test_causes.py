"""Why GitHub could not be reached: a line that its reader can act on, without the token."""

import json
import socket
import ssl
import subprocess
import sys

import pytest
import requests
from urllib3 import exceptions as low

from bot.errors import ForgeError
from bot.forge.causes import cause_of
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.forge.patience import Patience
from bot.plan.outcome import UnclearError
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import NAME, Served

HIDDEN = "ghs_secret"
POOL: object = None


def _untrusted() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "failed")
    error.verify_message = "self-signed certificate\n::error::x"
    return error


def _wrapped(reason: BaseException) -> requests.ConnectionError:
    return requests.ConnectionError(low.MaxRetryError(POOL, f"/{HIDDEN}", reason))  # type: ignore[arg-type]  # no pool


CASES = [
    (_wrapped(low.SSLError(_untrusted())), "not trusted (self-signed certificate :\u2060:error",
     "REQUESTS_CA_BUNDLE"),
    (_wrapped(low.SSLError(ssl.SSLEOFError())), "(TLS)", "REQUESTS_CA_BUNDLE"),
    (_wrapped(low.NameResolutionError("nowhere", POOL, socket.gaierror())), "(DNS)",  # type: ignore[arg-type]  # no pool
     "GITHUB_API_URL"),
    (_wrapped(low.ResponseError("too many 503 error responses")), "with 503", "GitHub is up"),
    (_wrapped(low.ProxyError(HIDDEN, OSError())), "the proxy", "NO_PROXY"),
    (requests.ConnectTimeout(HIDDEN), "no connection came about in time", "firewall"),
    (requests.ReadTimeout(HIDDEN), "no answer came in time", "run it again"),
    (_wrapped(low.ProtocolError("x", ConnectionResetError())), "was dropped", "run it again"),
    (json.JSONDecodeError("x", HIDDEN, 0), "makes no sense", "run it again"),
    (_wrapped(ConnectionRefusedError()), "was refused", "GITHUB_API_URL"),
    (UnclearError("502 Bad Gateway"), "502 Bad Gateway", "run it again"),
    (RuntimeError(HIDDEN), "RuntimeError", "run it again"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "what", "mend"), CASES, ids=[case[1] for case in CASES])
def test_the_cause_is_found_however_deep_it_lies(error: Exception, what: str, mend: str) -> None:
    cause = cause_of(error)
    assert what in cause.what
    assert mend in cause.mend
    assert HIDDEN not in cause.what + cause.mend


def test_a_ring_of_causes_ends() -> None:
    one, other = ValueError(), ValueError()
    one.__cause__, other.__cause__ = other, one
    assert cause_of(one).what == "ValueError"


def test_a_name_that_is_no_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    line = Line(NAME, HIDDEN, "http://nowhere.invalid", Patience.usual(pause=0))
    for ask in (Gateway(line).default_branch, lambda: Gateway(line).pull(1)):
        with pytest.raises(
            ForgeError, match=r"reached: no address is known .*DNS.*API_URL"
        ) as away:
            ask()
        assert HIDDEN not in str(away.value)


def test_a_server_that_is_down_is_told_with_its_status(served: Served) -> None:
    served.desk.faults.add(Fault(path="/compare/", status=503, times=9, body="{}"))
    pull = served.gateway().pull(1).pull
    with pytest.raises(ForgeError, match="reached: it answered with 503, again and again; run it"):
        served.gateway().changes(pull)
    served.desk.faults.add(Fault(path="/graphql", status=502, times=9, body="{}"))
    with pytest.raises(ForgeError, match="could not be reached: it answered with 502"):
        served.gateway().pull(1)


def test_the_library_writes_nothing_of_its_own_anywhere(served: Served) -> None:
    """In a process of its own: pytest takes what is logged, so that it never gets to a stream."""
    said = '{"message": "Resource not accessible by integration"}'
    served.desk.faults.add(Fault(path="/labels$", status=403, times=9, body=said))
    served.desk.faults.add(Fault(path="/compare/", status=502, body="{}"))
    script = f"""
from bot.errors import ForgeError
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.forge.patience import Patience
from bot.model.pull import Label
from bot.plan.actions import CreateLabel
from bot.plan.known import Known
gateway = Gateway(Line({NAME!r}, "workflow", {served.url!r}, Patience.usual(pause=0)))
gateway.changes(gateway.pull(1).pull)
try:
    gateway.perform(CreateLabel(Label("x")), Known())
except ForgeError:
    raise SystemExit(7)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (7, b"", b"")
