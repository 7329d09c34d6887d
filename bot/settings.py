"""What the environment says; the only reader of it.

By hand, for the libraries that read settings take longer to load than everything else that happens
before the first request (docs/adr/0006).
"""

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TextIO

from bot.errors import StewardError
from bot.model.policy import CONFIG_PATH

_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s?#]+")
_API, _SERVER = "https://api.github.com", "https://github.com"
_PROXIES = frozenset({"http_proxy", "https_proxy", "all_proxy"})
_SPACE = re.compile(r"\s")
_YES, _NO = ("true", "yes", "on", "1"), ("", "false", "no", "off", "0")


@dataclass(frozen=True, slots=True)
class Runner:
    """A workflow's run, as its runner describes it; a file that it does not offer is empty."""

    event_name: str
    event_path: str
    repository: str
    token: str = field(repr=False)
    api_url: str = _API
    server_url: str = _SERVER
    workspace: str = ""
    output: str = ""
    summary: str = ""
    config: str = CONFIG_PATH
    is_advising: bool = False
    is_dry: bool = False
    has_proxy: bool = False


def read_runner(config: str | None = None, environment: Mapping[str, str] | None = None) -> Runner:
    """Read what a run needs to know; what is missing or makes no sense is told by its name."""
    env = os.environ if environment is None else environment
    mode = _input(env, "mode") or "enforce"
    if mode not in ("enforce", "advise"):
        raise StewardError(
            f"there is no mode “{mode}”", where="input mode", mend="use enforce, or advise"
        )
    return Runner(
        event_name=_needed(env, "GITHUB_EVENT_NAME"),
        event_path=_needed(env, "GITHUB_EVENT_PATH"),
        repository=_fitting(env, "GITHUB_REPOSITORY", _REPOSITORY, "owner/name"),
        token=_token(env),
        api_url=_address(env, "GITHUB_API_URL", _API),
        server_url=_address(env, "GITHUB_SERVER_URL", _SERVER),
        workspace=env.get("GITHUB_WORKSPACE", ""),
        output=env.get("GITHUB_OUTPUT", ""),
        summary=env.get("GITHUB_STEP_SUMMARY", ""),
        config=config or _input(env, "config") or CONFIG_PATH,
        is_advising=mode == "advise",
        is_dry=_switch(_input(env, "dry-run")),
        has_proxy=any(name.casefold() in _PROXIES and env[name] for name in env),
    )


def _input(env: Mapping[str, str], name: str) -> str:
    """Read an input; one that a workflow leaves empty was not given."""
    return env.get(f"INPUT_{name.upper()}", "").strip()


def _token(env: Mapping[str, str]) -> str:
    token = _input(env, "token") or env.get("GITHUB_TOKEN", "").strip()
    if not token:
        mend = "give the input token, for example ${{ github.token }}, or set GITHUB_TOKEN"
        raise StewardError("there is no token", where="input token", mend=mend)
    if _SPACE.search(token) or not token.isascii():
        what = "this is no token: it holds a space or a letter that none has"
        raise StewardError(what, where="input token", mend="see how the secret was stored")
    return token


def _needed(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "").strip()
    if not value:
        mend = "run it in a workflow, or set it; steward rehearse needs none of this"
        raise StewardError("it is not set", where=name, mend=mend)
    return value


def _fitting(env: Mapping[str, str], name: str, form: re.Pattern[str], like: str) -> str:
    value = _needed(env, name)
    if not form.fullmatch(value):
        raise StewardError(f"“{value}” is not of the form {like}", where=name, mend="mend it")
    return value


def _address(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name, "").strip() or default
    if not _ADDRESS.fullmatch(value):
        raise StewardError(f"“{value}” is no address", where=name, mend=f"for example {default}")
    return value.rstrip("/")


def _switch(value: str) -> bool:
    if value.casefold() in _YES:
        return True
    if value.casefold() in _NO:
        return False
    raise StewardError(
        f"“{value}” is neither true nor false", where="input dry-run", mend="use true, or false"
    )


def is_debugging() -> bool:
    """Tell whether a workflow's run was started with debug logging."""
    return os.environ.get("RUNNER_DEBUG") == "1"


def wants_colour(stream: TextIO, *, refused: bool) -> bool:
    """Tell whether to paint: at a terminal, unless a flag or the environment refuses."""
    if refused or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def width_of(stream: TextIO) -> int:
    """Give the width to wrap at; 0, for never, where nobody looks at a screen."""
    return shutil.get_terminal_size().columns if stream.isatty() else 0
