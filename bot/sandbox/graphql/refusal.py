"""What GraphQL answers instead, with GitHub's own types of errors."""

import re

from graphql import GraphQLError

from bot.sandbox.refusal import Json

_UNKNOWN = re.compile(r"Cannot query field '(\w+)' on type '(\w+)'\.")


def refused(kind: str, message: str) -> GraphQLError:
    """Return an error of one of GitHub's types, as NOT_FOUND or FORBIDDEN; outages have none."""
    return GraphQLError(message, extensions={"type": kind} if kind else None)


def as_json(error: GraphQLError) -> Json:
    """Write an error as GitHub does: its type stands outside, an unknown field has its name."""
    said: Json = {}
    extensions = dict(error.extensions or {})
    if "type" in extensions:
        said["type"] = extensions.pop("type")
        if said["type"] == "FORBIDDEN":
            extensions["saml_failure"] = False
    message = error.message
    match = _UNKNOWN.match(message)
    if match is not None:
        message = f"Field '{match[1]}' doesn't exist on type '{match[2]}'"
        extensions = {"code": "undefinedField", "typeName": match[2], "fieldName": match[1]}
    if error.path:
        said["path"] = list(error.path)
    if extensions:
        said["extensions"] = extensions
    places = [{"line": each.line, "column": each.column} for each in error.locations or ()]
    return {**said, "locations": places, "message": message}
