"""The first question, under way before the client library is loaded.

Loading PyGithub takes longer than GitHub takes to answer. So the question that every run begins
with is asked by the standard library meanwhile. It changes nothing, and whatever goes wrong with it
(a proxy, a certificate, a limit, an answer that is not whole), it was never asked: the library asks
again, with all its patience and its words.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread
from urllib.parse import urlsplit

import bot

_TIMEOUT = 10.0
_OK = 200
_ENTERPRISE = "/api/v3"


class Early:
    """A question in GraphQL that is asked at once, in a thread that holds nobody up."""

    def __init__(
        self, api_url: str, token: str, document: str, words: Mapping[str, object]
    ) -> None:
        """Ask it."""
        self._address = urlsplit(graphql_address(api_url))
        self._token = token
        self._question = (document, dict(words))
        self._answer: object = None
        self._thread = Thread(target=self._ask, daemon=True)
        self._thread.start()

    def __repr__(self) -> str:
        return "Early()"  # and never the token

    def answer(self, document: str, words: Mapping[str, object]) -> object:
        """Give what was answered to just this question, as it came; None where nothing was."""
        if (document, dict(words)) != self._question:
            return None
        self._thread.join()
        return self._answer

    def _ask(self) -> None:
        with suppress(OSError, HTTPException, ValueError, RecursionError):
            self._answer = self._answered()

    def _answered(self) -> object:
        document, words = self._question
        connection = self._connection()
        try:
            connection.request(
                "POST",
                self._address.path,
                json.dumps({"query": document, "variables": words}),
                {
                    "Authorization": f"bearer {self._token}",
                    "Content-Type": "application/json",
                    "User-Agent": f"spec-steward/{bot.__version__}",
                },
            )
            response = connection.getresponse()
            return json.loads(response.read()) if response.status == _OK else None
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        host = self._address.hostname or ""
        if self._address.scheme != "https":
            return HTTPConnection(host, self._address.port, timeout=_TIMEOUT)
        import ssl  # noqa: PLC0415 - a stand-in on loopback needs neither

        import certifi  # noqa: PLC0415

        context = ssl.create_default_context(cafile=certifi.where())
        return HTTPSConnection(host, self._address.port, timeout=_TIMEOUT, context=context)


def graphql_address(api_url: str) -> str:
    """Give where GraphQL is asked; an Enterprise server has it beside its REST."""
    return f"{api_url.removesuffix(_ENTERPRISE)}{'/api' * api_url.endswith(_ENTERPRISE)}/graphql"
