"""The pull requests that a commit has to do with."""

from bot.sandbox.rest.finding import commit_at
from bot.sandbox.shapes.pulls import simple
from bot.sandbox.state.origins import pulls_with
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import PULLS, Route


def _list(call: Call) -> Reply:
    sha = commit_at(call, call.words["ref"])
    return paged(call, pulls_with(call.hub, call.repository, sha), simple)


ROUTES = (Route("GET", "/commits/{ref:path}/pulls", _list, PULLS),)
