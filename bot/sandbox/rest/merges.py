"""Merging pull requests."""

from bot.sandbox.refusal import not_found
from bot.sandbox.rest.finding import pull_of
from bot.sandbox.state.merges import Wish, merge_pull
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.route import MERGE, PULLS, Route


def _is_merged(call: Call) -> Reply:
    _, pull = pull_of(call)
    if pull.merged_at is None:
        raise not_found()
    return Reply(status=204)


def _merge(call: Call) -> Reply:
    issue, pull = pull_of(call)
    method = call.text("merge_method") or "merge"
    wish = Wish(method, call.text("sha"), call.text("commit_title"), call.text("commit_message"))
    done = merge_pull(call.hub, issue, pull, wish, call.actor)
    said = {"sha": done.merge_commit_sha, "merged": True}
    return Reply({**said, "message": "Pull Request successfully merged"})


ROUTES = (
    Route("GET", "/pulls/{number:int}/merge", _is_merged, PULLS),
    Route("PUT", "/pulls/{number:int}/merge", _merge, MERGE),
)
