"""Holds every answer of the sandbox to GitHub's own description of it, whichever client asked.

The routes and the models of their answers are read from githubkit, which is generated from that
description; so nothing of it is written down a second time. Where the description is known to be
untrue, that is said below: a deleted fork, and events that close an issue, which it leaves out.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from typing import get_origin

import pydantic
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.wire.message import Message, collect, reply

_PACKAGE = "githubkit_schemas.v2022_11_28"
_FAMILIES = "checks git issues meta orgs pulls rate_limit reactions repos teams users".split()
_METHOD = re.compile(
    r'url = \(?\s*f?"(?P<path>/[^"]*)".*?request\(\s*"(?P<verb>[A-Z]+)".*?\n        \)', re.DOTALL
)
_MODEL = re.compile(r"response_model=(.*?),\n {8,12}(?:error_models=|\))", re.DOTALL)
_KNOWN_UNTRUTHS = (
    ("head", "repo"),  # null where a fork was deleted, which the description forbids
)


@dataclass(frozen=True)
class Operation:
    """A route of GitHub's, and the name of the model of its answer."""

    verb: str
    path: re.Pattern[str]
    template: str
    model: str | None


@dataclass
class Witness:
    """The middleware that looks at all answers; ``met`` are the routes that it has seen."""

    app: ASGIApp
    complaints: list[str] = field(default_factory=list)
    met: set[tuple[str, str]] = field(default_factory=set)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await collect(self.app, scope, receive)
        try:
            self._look(str(scope["method"]), str(scope["path"]), answer)
        finally:
            await reply(answer, send)

    def _look(self, verb: str, path: str, answer: Message) -> None:
        path = re.sub(r"^/api/v3(?=/)", "", path)
        path = re.sub(r"/contents$", "/contents/", path)
        path = re.sub(r"^/repositories/\d+", "/repos/owner/repo", path)
        if path.startswith(("/_sandbox/", "/graphql", "/api/graphql")):
            return
        headers = {name.lower(): value for name, value in answer.headers}
        if "json" not in headers.get("content-type", "") or not answer.body:
            return
        body = json.loads(answer.body)
        if 300 <= answer.status < 400:
            return
        if answer.status >= 400:
            self._look_at_refusal(f"{verb} {path}", answer.status, body)
            return
        for operation in operations():
            if operation.verb == verb and operation.path.fullmatch(path):
                self.met.add((verb, operation.template))
                self._judge(operation, f"{verb} {path}", body)
                return
        self.complaints.append(f"{verb} {path}: GitHub has no such route")

    def _look_at_refusal(self, what: str, status: int, body: object) -> None:
        if not isinstance(body, dict) or body.get("status") != str(status):
            self.complaints.append(f"{what}: {status} is not refused as GitHub does: {body}")
            return
        model = adapter("ValidationError" if _has_errors(body) else "BasicError")
        self._hold(model, what, body)

    def _judge(self, operation: Operation, what: str, body: object) -> None:
        if operation.model is not None:
            self._hold(adapter(operation.model), what, body)

    def _hold(self, model: "pydantic.TypeAdapter[object]", what: str, body: object) -> None:
        try:
            model.validate_python(body)
        except pydantic.ValidationError as error:
            for each in error.errors():
                place = tuple(str(part) for part in each["loc"])
                if place[-2:] not in _KNOWN_UNTRUTHS:
                    said = f"{what}: {'.'.join(place)}: {each['msg']}"
                    self.complaints.append(said)


def _has_errors(body: dict[str, object]) -> bool:
    errors = body.get("errors")
    return isinstance(errors, list) and all(isinstance(each, dict) for each in errors)


@lru_cache(maxsize=1)
def operations() -> tuple[Operation, ...]:
    """Read the routes out of githubkit's client."""
    found = []
    for family in _FAMILIES:
        source = files(f"{_PACKAGE}.rest").joinpath(f"{family}.py").read_text("utf-8")
        found += list(_operations(source))
    return tuple(sorted(found, key=lambda each: (each.template.count("{"), -len(each.template))))


def _operations(source: str) -> Iterator[Operation]:
    for part in source.split("\n    def ")[1:]:
        match = _METHOD.search(part.partition("\n    async def ")[0])
        if match is None:
            continue
        model = _MODEL.search(match[0])
        pattern = re.sub(
            r"\\\{(path|ref|basehead|name|branch)\\\}", "(.*)", re.escape(match["path"])
        )
        pattern = re.sub(r"\\\{\w+\\\}", "([^/]+)", pattern)
        name = model[1] if model else None
        if name and "RenamedIssueEvent" in name and "StateChangeIssueEvent" not in name:
            name = name.replace("RenamedIssueEvent", "RenamedIssueEvent, StateChangeIssueEvent")
        yield Operation(match["verb"], re.compile(pattern), match["path"], name)


@cache
def adapter(name: str) -> "pydantic.TypeAdapter[object]":
    """Return what validates against a model, or a list or a choice of some."""
    models = import_module(f"{_PACKAGE}.models")
    words = set(re.findall(r"\b[A-Z]\w+", name)) - {"Union", "Literal", "UniqueList", "Any"}
    scope = {word: getattr(models, word) for word in words if hasattr(models, word)}
    typing = import_module("typing")
    unique = {"UniqueList": list, "Union": typing.Union, "Any": typing.Any}
    kind = eval(name, {**unique, **scope})  # noqa: S307 - words of githubkit's own source
    assert kind is not None
    assert get_origin(kind) is None or kind
    return pydantic.TypeAdapter(kind)
