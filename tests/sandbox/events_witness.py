"""Holds payloads to the models that githubkit generates from GitHub's description of webhooks."""

import json
from itertools import pairwise

import pydantic
from githubkit_schemas.v2022_11_28.webhooks import WebhookNamespace

_KNOWN_UNTRUTHS = (("head", "repo"),)  # null where a fork was deleted: the description forbids it


def complaints(name: str, payload: dict[str, object]) -> list[str]:
    """Say what is not as GitHub describes it. No webhook is sent by time: it is like a request."""
    told = json.loads(json.dumps(payload))
    if name == "schedule":
        assert "sender" not in told
        told |= {"inputs": None, "ref": told.pop("schedule"), "sender": told["repository"]["owner"]}
        name = "workflow_dispatch"
    try:
        WebhookNamespace.parse_obj(name.removesuffix("_target"), told)
    except pydantic.ValidationError as error:
        found = [(tuple(map(str, each["loc"])), each["msg"]) for each in error.errors()]
        return [f"{name}: {'.'.join(place)}: {said}" for place, said in found if _counts(place)]
    return []


def _counts(place: tuple[str, ...]) -> bool:
    pairs = set(pairwise(place))
    return pairs.isdisjoint(_KNOWN_UNTRUTHS)
