"""GraphQL over HTTP: documents are parsed and validated for real, before anything is done."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    OperationDefinitionNode,
    build_schema,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.sandbox.graphql.failing import failing
from bot.sandbox.graphql.looking import Looking
from bot.sandbox.graphql.refusal import as_json
from bot.sandbox.graphql.roots import roots
from bot.sandbox.refusal import Json, Refusal
from bot.sandbox.view import View
from bot.sandbox.viewer import Viewer
from bot.sandbox.wire.answer import Answering, note
from bot.sandbox.wire.limits import headers

_NAME = "graphql"


@lru_cache(maxsize=1)
def published() -> GraphQLSchema:
    """Return the part of GitHub's schema that is answered.

    Ids have left the 32 bits behind that GraphQL's own integers have; GitHub sends them all the
    same where the schema says Int.
    """
    text = resources.files(__package__).joinpath("schema.graphql").read_text("utf-8")
    schema = build_schema(text)
    for each in schema.type_map.values():
        if isinstance(each, GraphQLObjectType) and "databaseId" in each.fields:
            each.fields["databaseId"].type = GraphQLScalarType("DatabaseId")
    return schema


@lru_cache(maxsize=64)
def _checked(text: str) -> tuple[DocumentNode | None, tuple[GraphQLError, ...]]:
    """Parse and validate a document once; the same few come again and again."""
    try:
        document = parse(text)
    except GraphQLError as error:
        return None, (error,)
    return document, tuple(validate(published(), document))


@dataclass(frozen=True, slots=True)
class GraphQL:
    """The endpoint."""

    answering: Answering

    async def serve(self, request: Request) -> Response:
        """Answer a request."""
        body = await request.body()
        answering = self.answering
        with answering.hub.lock:
            viewer = Viewer()
            try:
                viewer = answering.enter(request, required=True)
                answering.limits.spend(viewer, _NAME)
                status, said = 200, self._execute(request, body, answering.view(request, viewer))
            except Refusal as refusal:
                status, said = refusal.status, refusal.body
            named = headers(answering.limits.budget(viewer, _NAME), _NAME)
            return JSONResponse(said, status, named)

    def _execute(self, request: Request, body: bytes, view: View) -> Json:
        text, variables, name = _read(body)
        document, errors = _checked(text)
        if document is None or errors:
            return {"errors": [as_json(error) for error in errors]}
        operation = get_operation_ast(document, name)
        if isinstance(operation, OperationDefinitionNode):
            note(request, "operation", operation.operation.value)
        texts = tuple(value for value in variables.values() if isinstance(value, str))
        with view.hub.store.transaction():
            done = execute_sync(
                published(),
                document,
                root_value=roots(Looking(view, texts)),
                variable_values=dict(variables),
                operation_name=name,
                middleware=failing(request.scope) or None,
            )
        said: Json = {"data": done.data}
        if done.errors:
            said["errors"] = [as_json(error) for error in done.errors]
        return said


def _read(body: bytes) -> tuple[str, Mapping[str, object], str | None]:
    try:
        given = json.loads(body)
    except ValueError as error:
        raise Refusal(400, "Problems parsing JSON") from error
    if not isinstance(given, dict) or not isinstance(given.get("query"), str):
        raise Refusal(400, "A query attribute must be specified and must be a string.")
    variables = given.get("variables") or {}
    if not isinstance(variables, dict):
        raise Refusal(400, "Variables must be an object.")
    name = given.get("operationName")
    return given["query"], variables, name if isinstance(name, str) else None
