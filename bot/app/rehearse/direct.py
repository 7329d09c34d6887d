"""The way to this machine's own loopback, past any proxy that the environment names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

_NAMES = ("no_proxy", "NO_PROXY")


@contextmanager
def direct(url: str) -> Iterator[None]:
    """Let no proxy hear of this address: its tokens and texts are nobody else's.

    The client library asks the environment and nobody else, so it is there that it has to be said.
    """
    before = {name: os.environ.get(name) for name in _NAMES}
    said = next(filter(None, before.values()), None)
    host = urlsplit(url).hostname or ""
    os.environ |= dict.fromkeys(_NAMES, f"{said},{host}" if said else host)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
